"""The verdicts on quotations: one table from which their order, what they count as and their words are derived."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

VerdictName: TypeAlias = Literal[
    "exact",
    "normalised",
    "edited",
    "ambiguous",
    "near",
    "misattributed",
    "altered",
    "absent",
    "unchecked",
    "uncited",
]


class Meaning(NamedTuple):
    """What a verdict means.

    ``faithful``: the quotation stands in the copy as it says. ``found``: its words stand there, at one place, be it as a scan
    shows them. ``words`` say it in a sentence, with ``{}`` for the name of the copy.
    """

    name: VerdictName
    words: str
    faithful: bool = False
    found: bool = False


VERDICTS = (
    Meaning("exact", "the quotation stands in {} character for character", faithful=True, found=True),
    Meaning("normalised", "the quotation stands in {}", faithful=True, found=True),
    Meaning("edited", "the quotation stands in {}, with the changes it marks", faithful=True, found=True),
    Meaning("ambiguous", "the quotation stands in {} more than once, and nothing says which is meant"),
    Meaning("near", "the quotation stands in {} but for letters that the scan may misread", found=True),
    Meaning("misattributed", "the quotation stands in {}, which is not the source it is cited to"),
    Meaning("altered", "{} has other words, and no mark says so"),
    Meaning("absent", "the quotation does not stand in {}"),
    Meaning("unchecked", "the quotation could not be held against {}"),
    Meaning("uncited", "the quotation has no citation on purpose"),
)
"""All verdicts, the best one first: so they are ranked where several copies give one, and so they are counted."""

OF_NAME = {one.name: one for one in VERDICTS}
RANKS = {one.name: rank for rank, one in enumerate(VERDICTS)}
FAITHFUL = frozenset(one.name for one in VERDICTS if one.faithful)
"""Verdicts under which the quotation stands in the source as it says."""
