"""A value is none that JSON can hold.

## Why

The same document must mean the same as YAML, as JSON and in every language: no NaN, no infinity, no keys
that are lists, no half characters.

## Bad

```json
{"pincite": "1.0", "article": {"title": "The harbour clock"}, "custom": {"org.example": NaN}}
```

## Good

```json
{"pincite": "1.0", "article": {"title": "The harbour clock"}, "custom": {"org.example": "NaN"}}
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN007", "value-not-json", "error", "A value is none that JSON can hold.")
