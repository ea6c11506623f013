"""A path is absolute, an address, or written with backslashes.

## Why

A path that starts at one machine's root or drive is broken on every other; paths are relative to the
document, with forward slashes.
A fix turns backslashes round.

## Bad

```yaml
images:
  - id: scan-1
    role: figure
    path: /home/ines/scan-1.png
```

## Good

```yaml
images:
  - id: scan-1
    role: figure
    path: scans/scan-1.png
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN211",
    "path-malformed",
    "error",
    "A path is absolute, an address, or written with backslashes.",
    fix="safe",
)
