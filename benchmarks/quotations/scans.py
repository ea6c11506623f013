"""Quotations whose words stand in a damaged copy: each has a letter or more that the copy misreads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.quotations.books import letters
from benchmarks.quotations.case import Made
from benchmarks.quotations.cuts import cuts, with_cuts
from benchmarks.quotations.family import Family
from benchmarks.quotations.sources import DAMAGED_2, DAMAGED_3

if TYPE_CHECKING:
    from benchmarks.quotations.desk import Desk, Passage


def _same_words(desk: Desk) -> Made | None:
    found = desk.passage()
    if found is None or letters(desk.source.piece(found.start, found.end)) == letters(found.raw):
        return None
    return Made(found.text, found.start, found.end)


def _with_ellipsis(desk: Desk) -> Made | None:
    found = desk.passage(longer=1.3)
    made = cuts(desk, found, 1) if found else []
    if found is None or not made:
        return None
    before = found.start + _raw_length(found, made[0].start)
    after = found.start + _raw_length(found, made[0].end)
    outside = ((found.start, before), (after, found.end))
    if all(letters(desk.source.piece(*one)) == letters(desk.book.text[slice(*one)]) for one in outside):
        return None
    return Made(with_cuts(desk, found.text, made), found.start, found.end)


def _raw_length(found: Passage, length: int) -> int:
    """Return how much of the book's text the first ``length`` characters of the copied text stand for."""
    wanted = sum(not one.isspace() for one in found.text[:length])
    for at, one in enumerate(found.raw):
        if not wanted:
            return at
        wanted -= not one.isspace()
    return len(found.raw)


FAMILIES = (
    Family("same words, 2 % misread", "near", _same_words, kinds=(DAMAGED_2,), share=2),
    Family("same words, 3 % misread", "near", _same_words, kinds=(DAMAGED_3,), share=2),
    Family("ellipsis, 2 % misread", "near", _with_ellipsis, kinds=(DAMAGED_2,), share=0.6),
)
