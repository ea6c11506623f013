"""An omission or a bracket hides or adds a negation.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN710",
    "negation-hidden",
    "warning",
    "An omission or a bracket hides or adds a negation.",
    needs="files",
)
