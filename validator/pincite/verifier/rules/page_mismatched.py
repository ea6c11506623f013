"""A quotation stands on another page than the one cited.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN709",
    "page-mismatched",
    "warning",
    "A quotation stands on another page than the one cited.",
    needs="files",
)
