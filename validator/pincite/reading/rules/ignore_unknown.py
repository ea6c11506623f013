"""A comment asks to ignore a rule that does not exist.

## Why

A misspelt code silences nothing, and a comment without codes would silence everything.
Codes stand in brackets; names will do, and several are separated by commas.

## Bad

```yaml
sources:
  - {id: log, type: book, title: Log, publisher: Harbour Press} # pincite: ignore[PIN999] privately printed
```

```yaml
sources:
  - {id: log, type: book, title: Log, publisher: Harbour Press} # pincite: ignore privately printed
```

## Good

```yaml
sources:
  - {id: log, type: book, title: Log} # pincite: ignore[PIN108] privately printed
```

```yaml
sources:
  - {id: log, type: book, title: Log} # pincite: ignore[publisher-missing] privately printed
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN021", "ignore-unknown", "warning", "A comment asks to ignore a rule that does not exist.")
