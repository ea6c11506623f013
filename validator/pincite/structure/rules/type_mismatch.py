"""A value is of another type than the format gives it.

## Why

A reader that expects a list finds a text, and stops or guesses.

## Bad

```yaml
sources:
  - id: tides
    type: book
    authors: Ines Marrow
```

## Good

```yaml
sources:
  - id: tides
    type: book
    authors: [{literal: Ines Marrow}]
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN014", "type-mismatch", "error", "A value is of another type than the format gives it.")
