"""Two quotations of one passage differ in its words.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN717",
    "quotations-disagree",
    "warning",
    "Two quotations of one passage differ in its words.",
    needs="files",
)
