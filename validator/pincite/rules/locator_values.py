"""Reading the values of locators: single places, ranges, lists of both."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.model.page_ranges import completed, ends_of, is_side, pieces, place_of, roman_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document

COUNTED = frozenset({"page", "folio", "column", "line", "verse", "paragraph", "bar", "sheet", "note"})
"""Labels whose values are counted through, so that a hyphen means "to"; in others ("Table 3-1") it may not."""

OPEN_RANGE = re.compile(
    r"pp?\.[ \u00a0]?[0-9]+[ \u00a0]?[-–—](?=[ \u00a0]?[,;)\]]|[ \u00a0]?$)", re.MULTILINE
)
"""Finds a printed range of pages that does not say where it ends."""


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
    for piece in pieces(value):
        ends = ends_of(piece)
        if ends is not None and _reversed(*ends):
            yield ends


def is_single(value: str) -> bool:
    """Return whether *value* is one place: no range and no list."""
    return value.isalnum()


def _reversed(start: str, end: str) -> bool:
    first, last = place_of(start), place_of(end)
    if first is None:
        return roman_value(start) > roman_value(end) > 0
    if last is None:
        # "12v-r": the other side of the same leaf
        return is_side(end) and bool(first.side) and end < first.side
    if first.prefix != last.prefix and last.prefix:
        return False
    number = completed(start, end, last.number)
    if number == first.number:
        return bool(first.side and last.side) and last.side < first.side
    return number < first.number
