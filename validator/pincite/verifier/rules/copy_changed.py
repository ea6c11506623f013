"""A copy of a source is not the one that was pinned: its SHA-256 digest differs.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN707",
    "copy-changed",
    "error",
    "A copy of a source is not the one that was pinned: its SHA-256 digest differs.",
    needs="files",
)
