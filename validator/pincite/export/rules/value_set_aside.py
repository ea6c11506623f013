"""A value of the document is written where only Pincite looks for it.

## Why

The format lets every program keep what it likes in a corner of its own: `custom` in CSL-JSON, a field of its own in BibTeX. Reading the file back with
Pincite loses nothing, but no other program shows the value, and many drop it when they save the file.

## Bad

`textual_status: translation` of a letter, written as CSL-JSON: it stands under `custom`, and no bibliography will say that it is a translation.

## Good

Where readers of the other format need it, say it in a member that the format has: in `note`, perhaps.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN803",
    "value-set-aside",
    "info",
    "A value of the document is written where only Pincite looks for it.",
)
