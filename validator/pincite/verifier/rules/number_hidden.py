"""An omission or a bracket hides or adds a number.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN711", "number-hidden", "warning", "An omission or a bracket hides or adds a number.", needs="files"
)
