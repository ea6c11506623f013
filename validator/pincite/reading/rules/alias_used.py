"""A YAML file uses an anchor, an alias or a tag.

## Why

A document is plain JSON data, also written as YAML. Aliases make files that mean something else when read by
another parser, and a few hundred bytes of them can stand for gigabytes.

## Bad

```yaml
pincite: "1.0"
article: {title: &name The harbour clock, subtitle: *name}
```

## Good

```yaml
pincite: "1.0"
article: {title: The harbour clock, subtitle: The harbour clock}
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN005", "alias-used", "error", "A YAML file uses an anchor, an alias or a tag.")
