"""The labels of the pages that a citation names."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from pincite.model.page_ranges import ends_of, extent_of, pieces, roman_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.page_ranges import Extent

_LABEL = re.compile(r"\w*[0-9]\w*|[ivxlcdm]+|[a-z]")
_AND_FOLLOWING = re.compile(r"[0-9]+ff?")
_MOST = 500
"""Pages of the longest range that is written out."""
_SIDES = (("r", "v"), ("a", "b", "c", "d"))
"""What the sides of a leaf are called, or the columns on it."""


@lru_cache(maxsize=1024)
def cited_pages(value: str) -> tuple[str, ...]:
    """Return the labels of the pages in a locator's value ("58-59", "xvi", "116-7, 120"), in lower case.

    Empty where a piece of it cannot be read ("58 ff."): then any page may be meant.
    """
    found: list[str] = []
    for piece in pieces(value.casefold()):
        ends = ends_of(piece)
        extent = extent_of(*ends) if ends else None
        if extent is not None:
            found += islice(_labels(extent), _MOST)
        elif ends is None and _LABEL.fullmatch(piece) and not _AND_FOLLOWING.fullmatch(piece):
            found.append(piece)
        else:
            return ()
    return tuple(found[:_MOST])


def _labels(extent: Extent) -> Iterator[str]:
    """Yield the labels from the first place to the last: "12r-13r" has 12v in it."""
    numbering, first, last, from_side, to_side = extent
    sides = _sides(from_side, to_side)
    for number in range(first, last + 1):
        begin = sides.index(from_side) if number == first else 0
        end = sides.index(to_side) if number == last and to_side else len(sides) - 1
        counted = roman_numeral(number) if numbering == "roman" else f"{numbering}{number}"
        for side in sides[begin : end + 1]:
            yield counted + side


def _sides(first: str, last: str) -> tuple[str, ...]:
    """Return the sides that each place of a range may have, in their order; a bare number stands before them."""
    if not first and not last:
        return ("",)
    named = next(
        (sides for sides in _SIDES if {first, last} <= {"", *sides}), tuple(sorted({first, last} - {""}))
    )
    return named if first and last else ("", *named)
