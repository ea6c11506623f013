"""A quotation has other words than its source, and no mark says so.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN702",
    "quotation-altered",
    "error",
    "A quotation has other words than its source, and no mark says so.",
    needs="files",
)
