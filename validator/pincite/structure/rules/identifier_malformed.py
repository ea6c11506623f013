"""An identifier is not written as identifiers are.

## Why

Identifiers are typed by hand in many places and become part of addresses when a document is exported:
lower-case letters, digits and single hyphens, starting with a letter, at most 64 characters.
A fix writes an id in small letters and hyphens, everywhere it is named, unless something else has that id.

## Bad

```yaml
sources:
  - id: Tide Tables
    type: book
```

## Good

```yaml
sources:
  - id: tide-tables
    type: book
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN202", "identifier-malformed", "error", "An identifier is not written as identifiers are.", fix="safe"
)
