"""A value is of another type than the format gives it.

## Why

A reader that expects a list finds a text, and stops or guesses.
A fix writes the same in the type that is wanted: one thing as a list of one, a number with the digits it has in the file, a name as
`literal`. Where a text may be two names, or a name in its parts, it is left to you.

## Bad

```yaml
sources:
  - id: tides
    type: book
    authors: Ines Marrow
```

## Good

```yaml
sources:
  - id: tides
    type: book
    authors: [{literal: Ines Marrow}]
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN014", "type-mismatch", "error", "A value is of another type than the format gives it.", fix="safe"
)
