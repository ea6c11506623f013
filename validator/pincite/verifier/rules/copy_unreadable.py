"""A copy of a source cannot be read.

## Why

TBD

## Bad

TBD

## Good

TBD
"""

from pincite.model.rule import Rule

RULE = Rule("PIN708", "copy-unreadable", "warning", "A copy of a source cannot be read.", needs="files")
