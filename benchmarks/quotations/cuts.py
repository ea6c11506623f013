"""The marks of editors: ellipses in all their forms, and where a quotation may be cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.quotations.books import word_places

if TYPE_CHECKING:
    from benchmarks.quotations.desk import Desk, Passage

ELLIPSES = ("…", "...", "[…]", "[...]", "(...)", "(…)", ". . .")
AFTER_STOP = ("....", ". . . .", "….")
"""A full stop and an ellipsis in one."""


class Cut(NamedTuple):
    """A stretch of a passage's text that an ellipsis takes the place of."""

    start: int
    end: int


def ellipsis_mark(desk: Desk, *, after_stop: bool = False) -> str:
    """Return an ellipsis with the white space around it."""
    if not desk.language.spaced:
        return desk.dice.pick((*ELLIPSES[:6], "……"))
    mark = desk.dice.pick((*ELLIPSES, *(AFTER_STOP if after_stop else ())))
    glued = mark in {"…", "...", *AFTER_STOP} and desk.dice.between(1, 4) == 1
    return f"{'' if glued else ' '}{mark} "


def cuts(desk: Desk, passage: Passage, number: int) -> list[Cut]:
    """Return that many cuts of a few words each, with enough text between them; none where there is no room."""
    words = word_places(passage.text)
    least = 5 if desk.language.spaced else 8
    room = len(words) // (number + 1)
    if room < least + 3:
        return []
    found: list[Cut] = []
    for one in range(number):
        # each cut lies in the stretch around the border of two equal shares
        first = (one + 1) * room - desk.dice.between(0, max(0, room - least - 3) // 2)
        last = min(first + desk.dice.between(0, max(1, room - least - 2)), len(words) - least)
        if last < first or (found and words[first][0] - found[-1].end < least):
            return []
        found.append(Cut(words[first - 1][1], words[last + 1][0]))
    return found


def with_cuts(desk: Desk, text: str, made: list[Cut]) -> str:
    """Return a text with ellipses in place of the cuts."""
    for cut in reversed(made):
        text = text[: cut.start] + ellipsis_mark(desk) + text[cut.end :]
    return text


def sentence_cut(passage: Passage) -> Cut | None:
    """Return a cut from the end of one sentence to the beginning of another, or None."""
    ends = [
        found.end()
        for found in re.finditer(r"(?:(?<=\w)[.!?。！？][\"”»」]?|׃)(?=\s|[^\W\d_])", passage.text)
    ]
    ends = [end for end in ends if 15 < end < len(passage.text) - 15]
    if len(ends) < 2:
        return None
    return Cut(ends[0], ends[-1] + len(passage.text[ends[-1] :]) - len(passage.text[ends[-1] :].lstrip()))
