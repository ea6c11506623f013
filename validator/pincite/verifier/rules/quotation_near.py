"""A quotation has the words of its source as far as a damaged scan can tell.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN704",
    "quotation-near",
    "warning",
    "A quotation has the words of its source as far as a damaged scan can tell.",
    needs="files",
)
