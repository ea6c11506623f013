"""A media type is not written as type/subtype.

## Why

`image/png` tells a reader what to do with a file; "PNG picture" does not.
A fix writes the media type that the ending of a file's name stands for.

## Bad

```yaml
images:
  - id: scan-1
    role: figure
    media_type: PNG
```

## Good

```yaml
images:
  - id: scan-1
    role: figure
    media_type: image/png
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN210", "media-type-malformed", "error", "A media type is not written as type/subtype.", fix="safe"
)
