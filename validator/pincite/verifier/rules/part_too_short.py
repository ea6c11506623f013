"""A part of a quotation is too short to mean anything by itself.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN714",
    "part-too-short",
    "warning",
    "A part of a quotation is too short to mean anything by itself.",
    needs="files",
)
