"""The labels of the pages that a citation names."""

from __future__ import annotations

import re
from functools import lru_cache

_LIST = re.compile(r"[,;&]|\band\b")
_RANGE = re.compile(r"(\w+)\s*[-‐‑–—−]{1,2}\s*(\w+)")
_LABEL = re.compile(r"\w+")
_MOST = 500
"""Pages of the longest range that is written out."""
_MOST_DIGITS = 9
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_LETTERS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@lru_cache(maxsize=1024)
def cited_pages(value: str) -> tuple[str, ...]:
    """Return the labels of the pages in a locator's value ("58-59", "xvi", "116-7, 120"), in lower case.

    Empty where a piece of it cannot be read ("58 ff."): then any page may be meant.
    """
    found: list[str] = []
    for piece in _LIST.split(value.casefold()):
        label = piece.strip()
        ends = _RANGE.fullmatch(label)
        labels = _through(ends[1], ends[2]) if ends else [label] if _LABEL.fullmatch(label) else []
        if not labels:
            return ()
        found += labels
    return tuple(found[:_MOST])


def _through(first: str, last: str) -> list[str]:
    """Return the labels from the first to the last, empty where they cannot be counted."""
    if first.isdecimal() and last.isdecimal() and len(first) <= _MOST_DIGITS and len(last) <= _MOST_DIGITS:
        if len(last) < len(first):  # 248-52
            last = first[: len(first) - len(last)] + last
        return [str(number) for number in range(int(first), min(int(last), int(first) + _MOST) + 1)]
    if _ROMAN.fullmatch(first) and _ROMAN.fullmatch(last):
        return [
            _roman(number) for number in range(_worth(first), min(_worth(last), _worth(first) + _MOST) + 1)
        ]
    return []


def _worth(roman: str) -> int:
    worths = [_WORTH[letter] for letter in roman]
    return sum(
        -one if one < following else one for one, following in zip(worths, [*worths[1:], 0], strict=True)
    )


def _roman(number: int) -> str:
    letters = ""
    for worth, letter in _LETTERS:
        letters += letter * (number // worth)
        number %= worth
    return letters
