"""The values of locators as places counted through: single ones, ranges, lists of both."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_THOUSANDS = re.compile(r"(?<![0-9,])([1-9][0-9]?),(?=[0-9]{3}(?![0-9]|,[0-9]))")
"""The comma in "1,204"; "248,250" is a list, as nothing has so many pages."""
_LIST = re.compile(r"[,;&]|\b(?:and|et|und|y|e|и|en|och|og)\b")
_RANGE = re.compile(r"(\w+)\s*(?:--?|[‐‑–—−])\s*(\w+)")
_PLACE = re.compile(r"([A-Za-z]*?)([0-9]+)([a-z]?)")
_SIDE = re.compile(r"[a-d]|[rv]")
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE | re.ASCII)
_MOST_DIGITS = 18
"""Digits of the largest number that counts as one; nothing has as many pages, and Python reads no number of thousands."""
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_LETTERS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Place(NamedTuple):
    """A place with a number: "A12r" has the prefix "A" and the side "r"."""

    prefix: str
    number: int
    side: str


class Extent(NamedTuple):
    """Places counted through from the first to the last, in one numbering ("" is plain digits), and their sides."""

    numbering: str
    first: int
    last: int
    first_side: str = ""
    last_side: str = ""


@lru_cache(maxsize=4096)
def extents(value: str) -> tuple[Extent, ...]:
    """Return the places and ranges of *value*; empty where a piece of it cannot be read ("58 ff.")."""
    if value.isdecimal():
        number = counted(value)
        return () if number is None else (Extent("", number, number),)
    start, _, end = value.partition("-")
    if value.isascii() and len(start) == len(end):
        first, last = counted(start), counted(end)
        if first is not None and last is not None:  # "670-671", as nearly all ranges are
            return (Extent("", first, last),) if first <= last else ()
    found: list[Extent] = []
    for piece in pieces(value):
        extent = extent_of(*(ends_of(piece) or (piece, piece)))
        if extent is None:
            return ()
        found.append(extent)
    return tuple(found)


def pieces(value: str) -> list[str]:
    """Return the places and ranges that a value lists, as they are written."""
    return [piece.strip() for piece in _LIST.split(_THOUSANDS.sub(r"\1", value))]


def ends_of(piece: str) -> tuple[str, str] | None:
    """Return what stands at either end of a range, None for what is none."""
    found = _RANGE.fullmatch(piece)
    return None if found is None else (found[1], found[2])


def extent_of(start: str, end: str) -> Extent | None:
    """Return the range from *start* to *end*, None where these cannot be counted through."""
    first, last = place_of(start), place_of(end)
    if first is not None and last is None and is_side(end) and first.side <= end and first.side:
        return Extent(first.prefix, first.number, first.number, first.side, end)  # 12r-v
    if first is None or last is None:
        low, high = roman_value(start), roman_value(end)
        return Extent("roman", low, high) if 0 < low <= high else None
    number = completed(start, end, last.number)
    if last.prefix not in {"", first.prefix} or number < first.number:
        return None
    if number == first.number and last.side and last.side < first.side:
        return None
    return Extent(first.prefix, first.number, number, first.side, last.side)


def completed(start: str, end: str, number: int) -> int:
    """Return the number of *end*, completed from *start* where it is shortened ("248-52")."""
    if start.isdecimal() and end.isdecimal() and len(end) < len(start):
        whole = counted(start[: -len(end)] + end)
        return number if whole is None else whole
    return number


def counted(digits: str) -> int | None:
    """Return the number that *digits* stand for; None for other words, and for more digits than anything is counted in."""
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


def place_of(text: str) -> Place | None:
    """Return the place that a word names with Arabic digits, None for others."""
    found = _PLACE.fullmatch(text)
    number = counted(found[2]) if found else None
    return None if found is None or number is None else Place(found[1], number, found[3])


def is_side(text: str) -> bool:
    """Return whether a letter names a side or a column of a leaf."""
    return _SIDE.fullmatch(text) is not None


def roman_value(text: str) -> int:
    """Return the number a Roman numeral stands for, 0 where the text is none."""
    return worth(text) if text and _ROMAN.fullmatch(text) else 0


def worth(letters: str) -> int:
    """Return what letters come to as a Roman numeral, whether it is well formed ("iiii" is 4); other letters count nothing."""
    worths = [_WORTH.get(letter, 0) for letter in letters.lower()]
    return sum(-one if one < after else one for one, after in pairwise([*worths, 0]))


def roman_numeral(number: int) -> str:
    """Return a positive number as a Roman numeral, in lower case."""
    letters = ""
    for value, letter in _LETTERS:
        letters += letter * (number // value)
        number %= value
    return letters
