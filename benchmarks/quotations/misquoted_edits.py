"""Misquotes behind editorial marks: a change of a word in a quotation that leaves others out, as it says, elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.quotations.cuts import cuts, ellipsis_mark
from benchmarks.quotations.desk import Passage, copied
from benchmarks.quotations.family import Family
from benchmarks.quotations.misquoted_words import (
    dropped_not,
    inserted_not,
    name,
    number,
    omission,
    one_letter,
    word,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.quotations.case import Made
    from benchmarks.quotations.desk import Desk

_APART = 12
"""Characters between a change and an editorial mark, so that the mark cannot be meant for the change."""


def _changed_piece(desk: Desk, made: Made) -> tuple[int, int]:
    """Return the piece of a misquote's text that is not the book's."""
    right = copied(desk.book.text[made.start : made.end], spaced=desk.language.spaced)
    before = _shared(right, made.text)
    after = _shared(right[before:][::-1], made.text[before:][::-1])
    return before, len(made.text) - after


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts share at their beginning."""
    differing = (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right)
    return next(differing, min(len(one), len(other)))


def _with_ellipsis(change: Callable[[Desk], Made | None]) -> Callable[[Desk], Made | None]:
    """Return a maker that leaves words out with a mark, away from the change."""

    def make(desk: Desk) -> Made | None:
        made = change(desk)
        if made is None or made.start is None or made.end is None:
            return None
        cut = cuts(desk, Passage(made.start, made.end, "", made.text), 1)
        start, end = _changed_piece(desk, made)
        if not cut or (cut[0].start < end + _APART and start - _APART < cut[0].end):
            return None
        return made._replace(text=made.text[: cut[0].start] + ellipsis_mark(desk) + made.text[cut[0].end :])

    return make


def _with_remark(change: Callable[[Desk], Made | None]) -> Callable[[Desk], Made | None]:
    """Return a maker that puts words in brackets in, away from the change."""

    def make(desk: Desk) -> Made | None:
        made = change(desk)
        if made is None or made.start is None:
            return None
        start, end = _changed_piece(desk, made)
        places = [one[1] for one in desk.inner_words(made.text) if not start - _APART < one[1] < end + _APART]
        if not places:
            return None
        at, space = desk.dice.pick(places), " " if desk.language.spaced else ""
        remark = f"{space}[{desk.dice.pick(desk.language.remarks)}]"
        return made._replace(text=made.text[:at] + remark + made.text[at:])

    return make


_CHANGES = (("dropped not", dropped_not), ("inserted not", inserted_not), ("changed number", number), ("changed name", name),
            ("changed word", word), ("one-letter word", one_letter), ("silent omission", omission))  # fmt: skip
FAMILIES = (
    *(Family(f"{title}, ellipsis", "misquote", _with_ellipsis(make), share=0.4) for title, make in _CHANGES),
    *(Family(f"{title}, brackets", "misquote", _with_remark(make), share=0.4) for title, make in _CHANGES),
)
