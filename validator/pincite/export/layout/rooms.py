"""Paragraphs that belong together: those that one quotation fills, with its citations behind it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pincite.export.layout.verse import LONGEST_VERSE, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pincite.export.layout.blocks import Part
    from pincite.export.layout.places import Item
    from pincite.model.format import Quotation

_FILLED = frozenset({"paragraph", "quotation", "lead", "list", "note"})
"""Types of blocks that a quotation can make its own."""
_WORD = re.compile(r"[^\W_]")
_MOST = 64
"""How many citations and marks of pictures behind a quotation are looked at; no quotation has half as many."""


class Room(NamedTuple):
    """The paragraphs of one block, and the quotation that fills them, if one does."""

    parts: Sequence[Part]
    quotation: Item | None = None


def displayed(quotations: Sequence[Quotation], items: Iterable[Item]) -> list[Item]:
    """Return the quotations that may be blocks of their own: all that are not said to stand in a line."""
    inline = {
        f"/quotations/{number}"
        for number, one in enumerate(quotations)
        if one.get("display") == "inline" and "\n\n" not in one["text"]
    }
    return [one for one in items if one.kind == "quotation" and one.at not in inline]


def rooms(
    text: str, paragraphs: Sequence[Part], quotations: Iterable[Item], items: Iterable[Item]
) -> list[Room]:
    """Return the paragraphs, those together that one of *quotations* fills.

    Where its citations stand behind it in its last paragraph, and *items* say so, that paragraph is cut in two.
    """
    filled: dict[int, tuple[int, Item, int]] = {}
    taken: set[int] = set()
    starts = [one.start for one in paragraphs]
    marks = sorted(one for one in items if one.kind in {"citation", "image"})
    for item in sorted(quotations, key=lambda one: (one.start, -one.end)):
        first, last = number_at(starts, item.start), number_at(starts, item.end - 1)
        whole = (paragraphs[first], paragraphs[last]) if first not in taken else ()
        if not whole or any(one.type not in _FILLED for one in whole):
            continue
        if _WORD.search(text, paragraphs[first].start, item.start):
            continue
        cut = _citations_behind(text, item, paragraphs[last].end, marks)
        if cut is not None:
            filled[first] = (last, item, cut)
            taken.update(range(first, last + 1))
    found: list[Room] = []
    for number, one in enumerate(paragraphs):
        if number in filled:
            last, item, cut = filled[number]
            found += _cut(text, paragraphs[number : last + 1], item, cut)
        elif number not in taken:
            found.append(Room([one]))
    return found


def _citations_behind(text: str, item: Item, end: int, marks: Sequence[Item]) -> int | None:
    """Return where the citations begin that alone stand between a quotation and *end*; None where other words do too."""
    at, begins = item.end, end
    number = bisect_left(marks, at, key=lambda one: one.start) if marks else 0
    is_cited = False
    for one in marks[number : number + _MOST]:
        if one.start >= end or _WORD.search(text, at, one.start):
            break
        if one.kind == "citation":
            if not one.at.startswith(f"{item.at}/"):
                break
            is_cited = True
        begins = min(begins, one.start)
        at = max(at, one.end)
    if at > end or _WORD.search(text, at, end) or (begins < end and not is_cited):
        return None
    return begins


def _cut(text: str, parts: Sequence[Part], item: Item, cut: int) -> Iterator[Room]:
    last = parts[-1]
    if cut >= last.end:
        yield Room(_in_lines(text, parts), item)
        return
    words = text[last.start : cut]
    yield Room(_in_lines(text, [*parts[:-1], last._replace(end=last.start + len(words.rstrip()))]), item)
    yield Room([last._replace(start=cut)])


def _in_lines(text: str, parts: Sequence[Part]) -> Sequence[Part]:
    """Return the paragraphs of a quotation, short lines below one another as one of verse."""
    found: list[Part] = []
    for one in parts:
        before = found[-1] if found else one
        is_short = before.lines == "verse" or before.end - before.start <= LONGEST_VERSE
        is_below = text.count("\n", before.end, one.start) == 1
        is_below &= is_short and one.end - one.start <= LONGEST_VERSE
        if is_below:
            found[-1] = found[-1]._replace(end=one.end, lines="verse")
        else:
            found.append(
                one if one.lines else one._replace(lines=lines_of(text[one.start : one.end], meant=False))
            )
    return found


def number_at(starts: Sequence[int], offset: int) -> int:
    """Return the number of the last start that is not behind an offset, else 0."""
    return max(bisect_right(starts, offset) - 1, 0)
