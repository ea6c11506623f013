"""A mapping has the same key twice.

## Why

YAML and JSON parsers let the last of two equal keys win in silence; a value somebody wrote is gone.

## Bad

```yaml
pincite: "1.0"
article:
  title: The harbour clock
  title: The clock of the harbour
```

## Good

```yaml
pincite: "1.0"
article:
  title: The harbour clock
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN004", "key-duplicate", "error", "A mapping has the same key twice.")
