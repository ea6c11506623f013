"""A value of the document is written in a form that does not lead back to it.

## Why

The format has a place for it, but says less there, or says it in other words: a name that was taken apart is one string again, a date that was
uncertain is certain. Reading the file back gives another value.

## Bad

`authors: [{literal: Ada van Fenn, family: Fenn, particle: van, given: Ada}]`, written as a page: “Ada van Fenn”. Where the family name begins can be
guessed again, and not known.

## Good

Keep the Pincite document beside what was made of it, and change that, not the copy. `pincite formats NAME` tells what a format changes.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN802",
    "value-changed",
    "info",
    "A value of the document is written in a form that does not lead back to it.",
)
