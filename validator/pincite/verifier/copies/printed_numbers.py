"""The numbers that pages print on themselves: told where those of neighbouring pages count on, one by one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINES = 2
"""Lines at either end of a page, blank ones not counted, in which its number may stand."""
_LONGEST = 80
"""Code points of the longest running title with its number."""
_NUMBER = re.compile(r"(?<![\d.,/:-])[1-9][0-9]{0,3}(?![\d.,/:]*\d)")
_ALONE = re.compile(r"\W{0,8}(?:[^\W\d_]{1,8}\.?\s{1,4})?(?P<number>[1-9][0-9]{0,3})\W{0,8}")
"""A line with nothing but a number: "12", "— 12 —", "[12]", "Page 12", "S. 12"."""
_FEWEST = 3
"""Pages in a row whose numbers have to count on."""
_GAP = 3
"""How far apart two pages of a row may be: pages between them print no number, or print it where nobody looks."""


def printed_numbers(pages: Sequence[str]) -> list[int | None]:
    """Return for the text of each page the number that it prints, None where that is not certain.

    A page without one between two that have theirs gets the number that lies between.
    """
    rows: list[list[int]] = []
    by_offset: dict[int, list[int]] = {}
    for index, page in enumerate(pages):
        for number in {*_candidates(page)}:
            by_offset.setdefault(number - index, []).append(index)
    offsets: dict[int, int] = {}
    for offset, places in by_offset.items():
        for row in _rows(places):
            if len(row) >= _FEWEST:
                offsets[len(rows)] = offset
                rows.append(row)
    found: list[int | None] = [None] * len(pages)
    for key in sorted(range(len(rows)), key=lambda one: (len(rows[one]), -one)):
        row = rows[key]
        for index in range(row[0], row[-1] + 1):  # the longest row comes last and has the last word
            found[index] = index + offsets[key]
    return found


def _rows(places: Sequence[int]) -> Iterator[list[int]]:
    """Yield the places that lie near one another."""
    row: list[int] = []
    for place in places:
        if row and place - row[-1] > _GAP:
            yield row
            row = []
        row.append(place)
    if row:
        yield row


def _candidates(page: str) -> Iterator[int]:
    """Yield the numbers that may be the page's own: alone on a line near its ends, or at an end of the outermost lines."""
    lines = [line.strip() for line in page.split("\n") if line.strip()]
    near = lines if len(lines) <= 2 * _LINES else lines[:_LINES] + lines[-_LINES:]
    for line in near:
        if len(line) > _LONGEST:
            continue
        alone = _ALONE.fullmatch(line)
        if alone is not None:
            yield int(alone["number"])
            continue
        numbers = list(_NUMBER.finditer(line))
        for number in (numbers[:1] + numbers[-1:]) if line in (lines[0], lines[-1]) else ():
            if number.start() == 0 or number.end() == len(line):
                yield int(number[0])
