"""Which pieces of an article are its author's own prose: neither quoted, nor cited, nor furniture of the page."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.anchoring import offsets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.model.document import Document
    from pincite.model.format import Anchor

_PROSE = frozenset({"paragraph", "lead", "list"})
"""Blocks that hold the author's own sentences."""

_LOOK_BACK = 5000
"""How far from a piece of the text its quotation marks are looked for."""


class Prose(NamedTuple):
    """A stretch of the author's own prose: offsets, and the place in the document that says so."""

    start: int
    end: int
    at: str


class Spans:
    """Pieces of a text in its order, and whether one of them touches another piece."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [start for start, _ in self._spans]
        self._longest = max((end - start for start, end in self._spans), default=0)

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return those that share a character with a piece of the text."""
        first = bisect_right(self._starts, start - self._longest - 1)
        last = bisect_right(self._starts, end - 1)
        return [span for span in self._spans[first:last] if span[1] > start]


class OwnProse:
    """The author's own prose in one document, and what stands in it that is someone else's."""

    def __init__(self, document: Document) -> None:
        self.text = document.text or ""
        self.stretches = sorted(_stretches(document, self.text))
        self._starts = [stretch.start for stretch in self.stretches]
        self._document = document

    @cached_property
    def foreign(self) -> Spans:
        """Return the quotations, citations and image marks: found when a piece of the prose is suspected."""
        return Spans(_foreign(self._document))

    def around(self, start: int, end: int) -> Prose | None:
        """Return the stretch in which a piece of the text stands, None where it is not the author's own prose."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or self.stretches[index].end < end:
            return None
        stretch = self.stretches[index]
        if self.foreign.touching(start, end) or _in_marks(self.text, stretch, start):
            return None
        return stretch


@lru_cache(maxsize=1)
def own_prose(document: Document) -> OwnProse:
    """Return the author's own prose; kept for the document under judgement, because several rules ask."""
    return OwnProse(document)


def _stretches(document: Document, text: str) -> Iterator[Prose]:
    """Yield the blocks of prose; without blocks, the paragraphs: between blank lines, or else the lines."""
    blocks = document.article.get("blocks")
    if blocks:
        for index, block in enumerate(blocks):
            if block is not None and block["type"] in _PROSE:
                yield Prose(
                    int(block["start"]), min(int(block["end"]), len(text)), f"/article/blocks/{index}"
                )
        return
    at = "/article/text/content" if "content" in document.article.get("text", {}) else "/article/text"
    between = "\n\n" if "\n\n" in text.strip() else "\n"
    start = 0
    for paragraph in text.split(between):
        yield Prose(start, start + len(paragraph), at)
        start += len(paragraph) + len(between)


def _foreign(document: Document) -> Iterator[tuple[int, int]]:
    for _, quotation in document.quotations:
        yield from place_of(document, quotation.get("anchor", {}), quotation["text"])
    for cited in document.citations:
        yield from place_of(document, cited.citation.get("anchor", {}), cited.citation.get("raw", ""))
    for _, image in document.images:
        yield from place_of(document, image.get("anchor", {}), "")


def place_of(document: Document, anchor: Anchor, wording: str) -> Iterator[tuple[int, int]]:
    """Yield where an anchored wording stands in the text, if it does."""
    if document.anchoring is None:
        return
    for words in (wording, anchor.get("exact", "")):
        span = document.anchoring.resolve(anchor, words).span if words else None
        if span is not None:
            yield span.start, span.end
            return
    given = offsets(anchor)
    if given and given[0] < given[1] <= len(document.anchoring.text):
        yield given


def _in_marks(text: str, stretch: Prose, at: int) -> bool:
    """Say whether a place stands between double quotation marks that opened in its stretch of prose."""
    start, end = max(stretch.start, at - _LOOK_BACK), min(stretch.end, at + _LOOK_BACK)
    if text.count('"', start, at) % 2 and text.find('"', at, end) >= 0:
        return True
    low = text.rfind("„", start, at)
    curly = text.rfind("“", start, at)
    if low >= 0:
        curly, closed = low, max(curly, text.rfind("”", start, at))
    else:
        closed = text.rfind("”", start, at)
    if curly > closed:
        return True
    first, last = ("«", "»") if text.find("«", start, at) <= text.find("»", start, at) else ("»", "«")
    if text.find(first, start, at) < 0:
        first, last = last, first
    return text.rfind(first, start, at) > text.rfind(last, start, at)
