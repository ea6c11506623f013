"""A value is not one of those the format lists.

## Why

Types, roles and labels are shared words: a value outside the list means nothing to the next reader.

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

RULE = Rule("PIN015", "value-unlisted", "error", "A value is not one of those the format lists.")
