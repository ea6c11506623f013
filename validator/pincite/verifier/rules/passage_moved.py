"""The place that is stored of a quotation is not the one where it stands.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN720",
    "passage-moved",
    "warning",
    "The place that is stored of a quotation is not the one where it stands.",
    needs="files",
)
