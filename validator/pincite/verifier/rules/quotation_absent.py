"""A quotation does not stand in any copy of the source it is cited to.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN701",
    "quotation-absent",
    "error",
    "A quotation does not stand in any copy of the source it is cited to.",
    needs="files",
)
