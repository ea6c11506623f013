"""A quotation begins or ends within a sentence, and no mark says so.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN721",
    "cut-unmarked",
    "info",
    "A quotation begins or ends within a sentence, and no mark says so.",
    needs="files",
)
