"""An ISSN has the wrong length or check digit.

## Why

The check digit (ISO 3297) exists to catch a misread digit; a wrong one leads to another journal.
A fix sets the hyphen; digits are never changed.

## Bad

```yaml
sources:
  - id: tides
    type: periodical
    issn: 0317-8472
```

## Good

```yaml
sources:
  - id: tides
    type: periodical
    issn: 0317-8471
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN209", "issn-malformed", "error", "An ISSN has the wrong length or check digit.", fix="safe")
