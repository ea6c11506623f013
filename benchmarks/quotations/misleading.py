"""Quotations that are faithful by every rule and mislead: an ellipsis hides a "not", or a bracket adds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.quotations.books import word_places
from benchmarks.quotations.case import Made
from benchmarks.quotations.cuts import Cut, with_cuts
from benchmarks.quotations.family import Family

if TYPE_CHECKING:
    from benchmarks.quotations.desk import Desk


def _hidden_not(desk: Desk) -> Made | None:
    """Let an ellipsis take the place of a "not" and up to three words behind it."""
    found = desk.passage()
    hidden = desk.language.hidden.search(found.text, 24) if found else None
    if found is None or hidden is None or hidden.end() > len(found.text) - 30:
        return None
    words = word_places(found.text)
    before = [end for _, end in words if end <= hidden.start()]
    after = [start for start, _ in words if start >= hidden.end()]
    room = min(3, len(after) - 5)
    if len(before) < 4 or room < 0:
        return None
    cut = Cut(before[-1], after[desk.dice.between(0, room)])
    return Made(with_cuts(desk, found.text, [cut]), found.start, found.end)


def _replaced_not(desk: Desk) -> Made | None:
    """Let words in brackets take the place of a "not"."""
    found = desk.passage()
    hidden = desk.language.hidden.search(found.text, 24) if found else None
    if found is None or hidden is None or hidden.end() > len(found.text) - 30:
        return None
    text = (
        f"{found.text[: hidden.start()]}[{desk.dice.pick(desk.language.remarks)}]{found.text[hidden.end() :]}"
    )
    return Made(text, found.start, found.end)


def _added_not(desk: Desk) -> Made | None:
    found = desk.passage()
    places = [one.end() for one in desk.language.not_after.finditer(found.text, 8)] if found else []
    if found is None or not places:
        return None
    at, space = desk.dice.pick(places), " " if desk.language.spaced else ""
    text = f"{found.text[:at]}{space}[{desk.language.not_word}]{found.text[at:]}"
    return Made(text, found.start, found.end)


FAMILIES = (
    Family("ellipsis hides a not", "misleading", _hidden_not, share=2),
    Family("bracket replaces a not", "misleading", _replaced_not),
    Family("bracket adds a not", "misleading", _added_not, share=2),
)
