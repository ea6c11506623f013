"""The parts of a quotation stand on different pages, or far apart.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN715",
    "parts-far-apart",
    "warning",
    "The parts of a quotation stand on different pages, or far apart.",
    needs="files",
)
