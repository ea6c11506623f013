"""A comment asks to ignore a finding and does not say why.

## Why

Whoever reads the document next cannot tell a decision from a fault that was swept away.
The words behind the bracket are the reason.

## Bad

```yaml
sources:
  - {id: log, type: book, title: Log} # pincite: ignore[PIN108]
```

## Good

```yaml
sources:
  - {id: log, type: book, title: Log} # pincite: ignore[PIN108] privately printed
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN022",
    "ignore-without-reason",
    "warning",
    "A comment asks to ignore a finding and does not say why.",
)
