"""What comes out when a quotation is held against a text: plain values, the same for every caller.

All offsets are Unicode code points, from 0, half-open: into the text of the copy for a source's words, into the
quotation's own text for the quotation's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from pincite.model.finding import Span
from pincite.model.verdicts import FAITHFUL, OF_NAME, RANKS

if TYPE_CHECKING:
    from pincite.model.verdicts import VerdictName

AlterationKind: TypeAlias = Literal[
    "omission",
    "insertion",
    "replacement",
    "case",
    "sic",
    "correction",
    "addition",
    "word",
    "number",
    "name",
    "negation",
    "order",
    "distance",
    "division",
    "diacritics",
    "damage",
]
CautionKind: TypeAlias = Literal[
    "negation",
    "number",
    "condition",
    "omission_empty",
    "part_short",
    "parts_far",
    "pages_apart",
    "cut_unmarked",
    "punctuation",
    "hyphenation",
]

__all__ = ["FAITHFUL", "Alteration", "AlterationKind", "Caution", "CautionKind", "Place", "Verdict"]


class Alteration(NamedTuple):
    """One difference between the quotation's words and the source's.

    ``kind`` is an AlterationKind. Of a declared one: omission, insertion, replacement, case, sic, correction; of an undeclared one:
    omission, addition, word, number, name, negation, order, distance, division (a space moved), diacritics,
    case, damage (a scan's misreading). ``quoted`` and ``printed`` are the words of the quotation and of the source, empty
    where one has none; ``at`` is the place in the quotation, ``span`` that in the source.
    """

    kind: str
    quoted: str
    printed: str
    at: Span
    span: Span
    declared: bool = False


class Caution(NamedTuple):
    """Something that a faithful quotation may still hide: a warning, never a verdict.

    ``kind`` is a CautionKind; negation, number and condition have a ``where``: hidden, inserted, before, after. ``words`` are
    those it is about, ``span`` their place in the source (or where they would stand).
    """

    kind: str
    where: str
    words: str
    span: Span
    message: str


class Place(NamedTuple):
    """Where a passage stands for a reader: line and column count from 1; page number from 1, with its label."""

    line: int
    column: int
    page: int | None = None
    page_label: str | None = None
    page_end: int | None = None
    page_end_label: str | None = None


class Verdict(NamedTuple):
    """What holding a quotation against a text has found.

    ``spans`` are the places of its parts in the source, in the order of the quotation; for altered and absent ones
    the nearest passage, where there is one. ``foldings`` names what had to be overlooked that is not words
    (white_space, quotation_marks, dashes, line_end_hyphens …). ``reading`` says of each mark whose meaning was
    inferred how it was taken: ``mark`` (made by the quoter) or ``text`` (stands in the source). ``places`` counts the
    passages that fit equally well. ``similarity`` is the share of the quotation's letters that the nearest passage
    has, from 0 to 1. ``diff`` shows the quotation's words against the source's: ``[-quoted-]{+printed+}``.
    """

    verdict: VerdictName
    spans: tuple[Span, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    foldings: tuple[str, ...] = ()
    warnings: tuple[Caution, ...] = ()
    reading: tuple[str, ...] = ()
    place: Place | None = None
    sentence: str = ""
    places: int = 0
    similarity: float = 0.0
    diff: str = ""
    reason: str = ""

    @property
    def faithful(self) -> bool:
        """Say whether the quotation stands in the text as it says."""
        return self.verdict in FAITHFUL

    @property
    def found(self) -> bool:
        """Say whether the quotation's words stand in the text at one place, be it as a scan shows them."""
        return OF_NAME[self.verdict].found

    @property
    def rank(self) -> int:
        """Return the place of the verdict among all, the best one first."""
        return RANKS[self.verdict]

    @property
    def span(self) -> Span | None:
        """Return the whole passage, from the first part to the last, or None."""
        if not self.spans:
            return None
        return Span(min(one.start for one in self.spans), max(one.end for one in self.spans))
