"""An ISBN has the wrong length or check digit.

## Why

The check digit (ISO 2108) exists to catch a misread digit; a wrong one leads to another book.
A fix writes spaces and dashes as hyphens; digits are never changed.

## Bad

```yaml
sources:
  - id: tides
    type: book
    isbn: 978-0-306-40615-8
```

## Good

```yaml
sources:
  - id: tides
    type: book
    isbn: 978-0-306-40615-7
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN208", "isbn-malformed", "error", "An ISBN has the wrong length or check digit.", fix="safe")
