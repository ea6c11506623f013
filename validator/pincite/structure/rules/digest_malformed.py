"""A digest is not 64 lower-case hexadecimal digits.

## Why

A digest that is cut or written otherwise never equals the one that is computed.
A fix writes its letters small and takes the name of the algorithm away.

## Bad

```yaml
article:
  title: The harbour clock
  original: {path: clock.html, sha256: 9F86D081}
```

## Good

```yaml
article:
  title: The harbour clock
  original:
    path: clock.html
    sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN206", "digest-malformed", "error", "A digest is not 64 lower-case hexadecimal digits.", fix="safe"
)
