"""A quotation stands at several places of its source, and nothing says which is meant.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN705",
    "quotation-unplaced",
    "warning",
    "A quotation stands at several places of its source, and nothing says which is meant.",
    needs="files",
)
