"""Columns of a terminal: how many a text takes, and how a text is wrapped and cut to them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_JAMO = ("\u1160", "\u11ff")
"""Vowels and finals of Korean syllables written in parts: they join the consonant before them."""


_MANY = 8
"""Widths beyond which a word is taken not to fit, though marks without a width of their own might."""


def columns(text: str) -> int:
    """Return how many columns *text* takes: wide characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def wrapped(text: str, width: int, first: str = "", others: str | None = None) -> list[str]:
    """Return the words of *text* in lines of at most *width* columns.

    *first* stands before the first line and *others* before the following ones. A word that is too long for a
    line is broken.
    """
    others = first if others is None else others
    lines: list[str] = []
    line = first
    empty = True
    for word in text.split():
        at = 0
        while at < len(word):
            gap = "" if empty else " "
            # what is many times the width is not measured again for each of its lines
            few = len(word) - at <= _MANY * width
            if few and columns(line) + len(gap) + columns(word[at:]) <= width:
                line += gap + word[at:]
                at = len(word)
            elif empty:  # not even a line of its own holds it
                head = fitting(word, max(2, width - columns(line)), at)
                line += head
                at += len(head)
            empty = at < len(word)
            if empty:
                lines.append(line)
                line = others
    return [*lines, line]


def in_lines(parts: Sequence[str], width: int, first: str, others: str) -> Iterator[str]:
    """Yield *parts*, with commas between them, in lines of at most *width* columns.

    *first* stands before the first line and *others* before the following ones. A part is never divided; one that is too
    long for a line is cut.
    """
    line, here = first, ""
    for number, part in enumerate(parts, 1):
        said = f"{part}," if number < len(parts) else part
        if here and columns(f"{line}{here} {said}") > width:
            yield f"{line}{here}"
            line, here = others, ""
        here = f"{here} {said}" if here else cut(said, width - columns(line))
    yield f"{line}{here}"


def fitting(text: str, room: int, start: int = 0) -> str:
    """Return as much of *text*, from *start* on, as fits into *room* columns."""
    if text.isascii():
        return text[start : start + max(0, room)]
    used = 0
    for at in range(start, len(text)):
        used += _columns_of(text[at])
        if used > room:
            return text[start:at]
    return text[start:]


def cut(text: str, room: int) -> str:
    """Return *text* cut to *room* columns, with a mark where it was cut."""
    if columns(text) <= room:
        return text
    return fitting(text, room - 1) + "…" if room > 0 else ""


def cut_before(text: str, room: int) -> str:
    """Return the end of *text*, cut to *room* columns with a mark in front."""
    used = 1
    at = len(text)
    while at and used + _columns_of(text[at - 1]) <= room:
        at -= 1
        used += _columns_of(text[at])
    while at < len(text) and _columns_of(text[at]) == 0:  # a combining mark without what it belongs to
        at += 1
    return "…" + text[at:]


def _columns_of(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in {"Mn", "Me"} or _JAMO[0] <= character <= _JAMO[1]:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
