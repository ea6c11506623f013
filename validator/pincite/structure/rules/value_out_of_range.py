"""A number, text, list or object is smaller or larger than it can be.

## Why

An empty title, an offset below zero or a year of three digits is no value but the trace of a mistake.

## Bad

```yaml
article:
  title: ""
```

## Good

```yaml
article:
  title: The harbour clock
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN017",
    "value-out-of-range",
    "error",
    "A number, text, list or object is smaller or larger than it can be.",
)
