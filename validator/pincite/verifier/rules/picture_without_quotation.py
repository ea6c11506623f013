"""A picture does not show the quotation that it is evidence for.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN718",
    "picture-without-quotation",
    "warning",
    "A picture does not show the quotation that it is evidence for.",
    needs="files",
)
