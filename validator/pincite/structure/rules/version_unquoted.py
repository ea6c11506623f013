"""The format version is a number instead of text.

## Why

Without quotation marks `1.0` is a number, and `1.10` would be the same number as `1.1`.
A fix quotes it as it is written: `1.10` becomes "1.10".

## Bad

```yaml
pincite: 1.0
article: {title: The harbour clock}
```

## Good

```yaml
pincite: "1.0"
article: {title: The harbour clock}
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN011", "version-unquoted", "error", "The format version is a number instead of text.", fix="safe"
)
