"""A quotation could not be held against its source.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN706",
    "quotation-unchecked",
    "info",
    "A quotation could not be held against its source.",
    needs="files",
)
