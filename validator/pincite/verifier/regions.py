"""The place of a passage on the picture that it was read off."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.finding import Span
    from pincite.model.format import Region
    from pincite.verifier.copies.copy_text import WordBox


def region_of(spans: Sequence[Span], words: Sequence[WordBox]) -> Region | None:
    """Return the rectangle around the words of a passage, None without words that were read off a picture.

    Of a passage on several pages it is that of the part on the first one. ``page`` is given for a copy of several.
    """
    found = [word for span in spans for word in _within(span, words)]
    if not found:
        return None
    page = min(word.page for word in found)
    found = [word for word in found if word.page == page]
    x, y = min(word.x for word in found), min(word.y for word in found)
    region: Region = {
        "unit": "pixel",
        "x": x,
        "y": y,
        "w": max(word.x + word.w for word in found) - x,
        "h": max(word.y + word.h for word in found) - y,
    }
    if words[-1].page > 1:
        region["page"] = page
    return region


def _within(span: Span, words: Sequence[WordBox]) -> list[WordBox]:
    """Return the words that have a letter in a span; they are in the order of the text."""
    first = bisect_left(words, span.start + 1, key=lambda word: word.end)
    last = bisect_left(words, span.end, key=lambda word: word.start)
    return list(words[first:last])
