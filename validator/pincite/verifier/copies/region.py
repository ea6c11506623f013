"""Where on its pictures a passage stands: one rectangle a page, around the boxes of its words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.finding import Span
    from pincite.model.format import Region
    from pincite.verifier.copies.copy_text import CopyText, WordBox


def region_of(copy: CopyText, span: Span) -> tuple[Region, ...]:
    """Return the regions of a passage in pixels of the stored pictures, in the order of the pages.

    A word that the passage has a part of counts whole. ``page`` (from 1) is given where the copy has several pages.
    Empty for a copy without boxes, and for a passage without words.
    """
    first = bisect_right(copy.words, span.start, key=lambda word: word.end)
    by_page: dict[int, list[WordBox]] = {}
    for at in range(first, len(copy.words)):
        word = copy.words[at]
        if word.start >= span.end:
            break
        by_page.setdefault(word.page, []).append(word)
    return tuple(
        _around(words, page if len(copy.pages) > 1 else None) for page, words in sorted(by_page.items())
    )


def _around(words: list[WordBox], page: int | None) -> Region:
    left = min(word.x for word in words)
    top = min(word.y for word in words)
    right = max(word.x + word.w for word in words)
    bottom = max(word.y + word.h for word in words)
    region: Region = {"unit": "pixel", "x": left, "y": top, "w": right - left, "h": bottom - top}
    if page is not None:
        region["page"] = page
    return region
