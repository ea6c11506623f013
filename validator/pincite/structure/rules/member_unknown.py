"""An object has a member that the format does not know, often a misspelt one.

## Why

A misspelt member is silently ignored by every reader, and the value in it is lost.
Data of your own goes under `custom`, keyed by a domain name of yours.
A fix renames it where one member alone is a slip of the keys away and not there yet, or where only capitals or hyphens differ; the
page of a citation goes under `locator`.

## Bad

```yaml
sources:
  - id: tides
    type: book
    publsher: Harbour Press
```

## Good

```yaml
sources:
  - id: tides
    type: book
    publisher: Harbour Press
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN013",
    "member-unknown",
    "error",
    "An object has a member that the format does not know, often a misspelt one.",
    fix="both",
)
