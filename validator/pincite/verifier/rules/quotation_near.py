"""A quotation has the words of its source as far as a damaged scan can tell.

## Why

The copy is a picture that a program has read, and programs misread: "rn" for "m", "c" for "e". Every word of the quotation is there, and
those that differ do so only as such a reading does. That is likely a faithful quotation, and no proof of one.

## Bad

The scan reads "The ticle turned at six.", and the quotation is "The tide turned at six."

## Good

Compare the words with the picture; a copy that was read better, or a transcript besides, settles it.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN704",
    "quotation-near",
    "warning",
    "A quotation has the words of its source as far as a damaged scan can tell.",
    needs="files",
)
