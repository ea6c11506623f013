"""A quotation stands in another source than the one it is cited to.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN703",
    "quotation-misattributed",
    "error",
    "A quotation stands in another source than the one it is cited to.",
    needs="files",
)
