"""Reading the values of locators: single places, ranges, lists of both."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document

COUNTED = frozenset({"page", "folio", "column", "line", "verse", "paragraph", "bar", "sheet", "note"})
"""Labels whose values are counted through, so that a hyphen means "to"; in others ("Table 3-1") it may not."""

OPEN_RANGE = re.compile(
    r"pp?\.[ \u00a0]?[0-9]+[ \u00a0]?[-–—](?=[ \u00a0]?[,;)\]]|[ \u00a0]?$)", re.MULTILINE
)
"""Finds a printed range of pages that does not say where it ends."""
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_LIST = re.compile(r"[,;&]|\band\b")
_RANGE = re.compile(r"(\w+)\s*(?:--?|[‐‑–—−])\s*(\w+)")
_PLACE = re.compile(r"([A-Za-z]*?)([0-9]+)([a-z]?)")
_SIDE = re.compile(r"[a-d]|[rv]")
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE | re.ASCII)
_MOST_DIGITS = 18
"""Digits of the largest number that counts as one; nothing has as many pages, and Python reads no number of thousands."""
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class _Place(NamedTuple):
    prefix: str
    number: int
    side: str


@lru_cache(maxsize=1)
def composed_values(document: Document) -> tuple[tuple[str, str, str], ...]:
    """Return pointer, label and value of every locator that is more than a number or a plain range in order.

    Kept for the document under judgement, because several rules ask.
    """
    found: list[tuple[str, str, str]] = []
    for at, source in document.sources:
        if "container" in source and "locator" in source["container"]:
            _collect(found, at, "container/locator", source["container"]["locator"])
    for cited in document.citations:
        if "locator" in cited.citation:
            _collect(found, cited.at, "locator", cited.citation["locator"])
    for at, image in document.images:
        if "depicts" in image:
            for index, depicts in enumerate(image["depicts"]):
                if depicts and "locator" in depicts:
                    _collect(found, at, f"depicts/{index}/locator", depicts["locator"])
    return tuple(found)


def _collect(found: list[tuple[str, str, str]], at: str, member: str, locator: dict[str, str]) -> None:
    for label, value in locator.items():
        if not value.isdecimal():
            start, _, end = value.partition("-")
            # "670-671": of as many digits the order of the words is that of the numbers
            if not (len(start) == len(end) and start <= end and start.isdecimal() and end.isdecimal()):
                found.append((f"{at}/{member}/{label}", label, value))


def printed_pages(value: str) -> list[str]:
    """Return the wordings in which a citation may print the pages *value*, the longest first."""
    forms = (value, value.replace("-", "–"))
    return [*(f"pp. {form}" for form in forms), *(f"p. {form}" for form in forms), *forms]


def reversed_ranges(value: str) -> Iterator[tuple[str, str]]:
    """Yield start and end of each range in *value* that ends before it starts.

    ``248-52`` is short for 248 to 252. Ranges that cannot be compared (``xvi-3``, ``A4-B2``) are passed over.
    """
    for piece in _LIST.split(_THOUSANDS.sub("", value)):
        found = _RANGE.fullmatch(piece.strip())
        if found and _reversed(found[1], found[2]):
            yield found[1], found[2]


class Extent(NamedTuple):
    """Places counted through from the first to the last, in one numbering ("" is plain digits)."""

    numbering: str
    first: int
    last: int


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
    for piece in _LIST.split(_THOUSANDS.sub("", value)):
        ends = _RANGE.fullmatch(piece.strip())
        extent = _extent(ends[1], ends[2]) if ends else _extent(piece.strip(), piece.strip())
        if extent is None:
            return ()
        found.append(extent)
    return tuple(found)


def counted(digits: str) -> int | None:
    """Return the number that *digits* stand for; None for other words, and for more digits than anything is counted in."""
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


def is_single(value: str) -> bool:
    """Return whether *value* is one place: no range and no list."""
    return value.isalnum()


def _extent(start: str, end: str) -> Extent | None:
    first, last = _place(start), _place(end)
    if first is None or last is None:
        low, high = _roman(start), _roman(end)
        return Extent("roman", low, high) if 0 < low <= high else None
    number = _completed(start, end, last.number)
    if last.prefix not in {"", first.prefix} or number < first.number:
        return None
    return Extent(first.prefix, first.number, number)


def _completed(start: str, end: str, number: int) -> int:
    """Return the number of *end*, completed from *start* where it is shortened ("248-52")."""
    if start.isdecimal() and end.isdecimal() and len(end) < len(start):
        whole = counted(start[: -len(end)] + end)
        return number if whole is None else whole
    return number


def _reversed(start: str, end: str) -> bool:
    first, last = _place(start), _place(end)
    if first is None:
        return _roman(start) > _roman(end) > 0
    if last is None:
        # "12v-r": the other side of the same leaf
        return bool(_SIDE.fullmatch(end)) and bool(first.side) and end < first.side
    if first.prefix != last.prefix and last.prefix:
        return False
    number = _completed(start, end, last.number)
    if number == first.number:
        return bool(first.side and last.side) and last.side < first.side
    return number < first.number


def _place(text: str) -> _Place | None:
    found = _PLACE.fullmatch(text)
    number = counted(found[2]) if found else None
    return None if found is None or number is None else _Place(found[1], number, found[3])


def _roman(text: str) -> int:
    """Return the number a Roman numeral stands for, 0 where the text is none."""
    if not text or not _ROMAN.fullmatch(text):
        return 0
    worths = [_WORTH[letter] for letter in text.lower()]
    return sum(-one if one < after else one for one, after in zip(worths, [*worths[1:], 0], strict=True))
