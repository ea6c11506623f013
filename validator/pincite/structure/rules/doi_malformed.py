"""A DOI is not written as one.

## Why

A DOI is `10.`, a registrant, a slash and a name; with the resolver's address in front it is a web address.
A fix takes the resolver's address away.

## Bad

```yaml
sources:
  - id: tides
    type: journal_article
    doi: https://doi.org/10.5555/tides
```

## Good

```yaml
sources:
  - id: tides
    type: journal_article
    doi: 10.5555/tides
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN207", "doi-malformed", "error", "A DOI is not written as one.", fix="safe")
