"""A quotation has other punctuation than its source.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN719",
    "punctuation-differs",
    "info",
    "A quotation has other punctuation than its source.",
    needs="files",
)
