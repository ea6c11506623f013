"""Pieces of an article's text that give way to others."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from pincite.editing.edits import Edit, applied
from pincite.model.finding import Span

if TYPE_CHECKING:
    from pincite.model.fix import Change

_NOT_THERE = "the article's text has no such piece"
_OTHERWISE = "another change writes something else there"


class Splices:
    """What is written into one article's text, in offsets of the text as it was; no two pieces overlap."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.edits: list[Edit] = []

    def take(self, change: Change) -> str | None:
        """Note what a change writes; return why it cannot be written, None where it can, or is there already."""
        placed = self.placed(change)
        if isinstance(placed, Edit):
            self.make(placed)
            return None
        return placed

    def placed(self, change: Change) -> Edit | str | None:
        """Return what a change writes; None where that is there, or is written, already; else why it cannot be."""
        span, new = change.span, change.value
        if not isinstance(span, Span) or not isinstance(new, str):
            return _NOT_THERE
        if not 0 <= span.start <= span.end <= len(self._text):
            return _NOT_THERE
        edit = Edit(span.start, span.end, new)
        at = bisect_left(self.edits, edit)
        neighbours = self.edits[max(at - 1, 0) : at + 1]
        if edit in neighbours or self._text[span.start : span.end] == new:
            return None
        return _OTHERWISE if any(_overlap(edit, one) for one in neighbours) else edit

    def make(self, edit: Edit) -> None:
        """Note what ``placed`` returned."""
        insort(self.edits, edit)

    def text(self) -> str:
        """Return the text with all that is written into it."""
        return applied(self._text, self.edits)


def _overlap(one: Edit, other: Edit) -> bool:
    """Return whether two pieces share a code point, one lies within the other, or both are the same place between two."""
    if one[:2] == other[:2]:
        return True
    return (
        max(one.start, other.start) < min(one.end, other.end)
        or (one.start == one.end and other.start < one.start < other.end)
        or (other.start == other.end and one.start < other.start < one.end)
    )
