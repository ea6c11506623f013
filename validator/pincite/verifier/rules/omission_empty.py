"""An omission is marked where the source has nothing more.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN713",
    "omission-empty",
    "warning",
    "An omission is marked where the source has nothing more.",
    needs="files",
)
