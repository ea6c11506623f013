"""A member of the document has no place in the format it is written in.

## Why

Every format was made for something. A bibliography lists sources and knows no quotations; JATS knows a quotation's source and not who speaks in
it. What has no place is not written, and whoever has only the new file will never miss it.

## Bad

A quotation with `speaker: {literal: Captain Tallowin}`, written as JATS: the words stand there, and nobody who says them.

## Good

Keep the Pincite document beside what was made of it; or choose a format that holds more. `pincite formats NAME` tells what a format
cannot hold before anything is written.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN801",
    "member-left-out",
    "info",
    "A member of the document has no place in the format it is written in.",
)
