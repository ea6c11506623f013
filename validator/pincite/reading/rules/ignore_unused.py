"""A comment asks to ignore a finding that is not there.

## Why

The fault was mended, or the comment stands at the wrong place.
Left alone, it would silence the next fault of this kind without anybody having looked at it.

## Bad

```yaml
sources:
  - {id: log, type: book, title: Log, publisher: Harbour Press} # pincite: ignore[PIN108] privately printed
```

## Good

```yaml
sources:
  - {id: log, type: book, title: Log} # pincite: ignore[PIN108] privately printed
```

On a line of its own, a comment speaks of the member or list item that begins below it, with all there is in it:

```yaml
sources:
  # pincite: ignore[PIN108] privately printed
  - id: log
    type: book
    title: Log
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN020", "ignore-unused", "warning", "A comment asks to ignore a finding that is not there.")
