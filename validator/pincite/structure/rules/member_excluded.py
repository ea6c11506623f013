"""Two members stand together that exclude each other.

## Why

One of the two must be wrong, and nobody can tell which.

## Bad

```yaml
images:
  - id: scan-1
    role: evidence
    path: scan-1.png
    missing: {reason: not yet scanned}
```

## Good

```yaml
images:
  - id: scan-1
    role: evidence
    missing: {reason: not yet scanned}
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN016", "member-excluded", "error", "Two members stand together that exclude each other.")
