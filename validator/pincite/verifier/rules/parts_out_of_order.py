"""The parts of a quotation stand in another order in its source.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN716",
    "parts-out-of-order",
    "error",
    "The parts of a quotation stand in another order in its source.",
    needs="files",
)
