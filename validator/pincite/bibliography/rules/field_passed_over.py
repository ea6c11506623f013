"""A field of a bibliography says something that sources have no member for.

## Why

Reference managers keep more than sources: keywords, abstracts, paths of files on one person's disk, notes to oneself. They are not taken over, and
nobody should find that out later.

## Bad

`keywords = {harbours, clocks}` in a BibTeX entry: the source is made without them.

## Good

Keep the bibliography, or move what readers need into `note`.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN812",
    "field-passed-over",
    "info",
    "A field of a bibliography says something that sources have no member for.",
)
