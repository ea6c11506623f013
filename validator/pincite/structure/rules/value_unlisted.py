"""A value is not one of those the format lists.

## Why

Types, roles and labels are shared words: a value outside the list means nothing to the next reader.
A fix writes the listed value where only capitals, spaces or hyphens differ, or where one alone is a slip of the keys away.

## Bad

```yaml
sources:
  - id: tides
    type: boook
```

## Good

```yaml
sources:
  - id: tides
    type: book
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN015", "value-unlisted", "error", "A value is not one of those the format lists.", fix="both")
