"""What is left out of a quotation, or follows it, makes it conditional.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN712",
    "condition-hidden",
    "warning",
    "What is left out of a quotation, or follows it, makes it conditional.",
    needs="files",
)
