"""A file is broken YAML or JSON.

## Why

Nothing behind the break can be trusted, so nothing else in this file is judged.

## Bad

```yaml
pincite: "1.0"
article: {title: The harbour clock
```

## Good

```yaml
pincite: "1.0"
article: {title: The harbour clock}
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN003", "syntax-invalid", "error", "A file is broken YAML or JSON.")
