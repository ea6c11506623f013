"""An object lacks a member that it cannot do without.

## Why

Without its identifier a source cannot be cited; without its text a quotation says nothing.

## Bad

```yaml
quotations:
  - id: q1
```

## Good

```yaml
quotations:
  - id: q1
    text: The tide turned at six.
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN012", "member-missing", "error", "An object lacks a member that it cannot do without.")
