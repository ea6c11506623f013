"""A document states a format version that this Pincite cannot read.

## Why

A newer major version may give the same members another meaning. Every `1.x` is read.

## Bad

```yaml
pincite: "2.0"
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
    "PIN010",
    "version-unsupported",
    "error",
    "A document states a format version that this Pincite cannot read.",
)
