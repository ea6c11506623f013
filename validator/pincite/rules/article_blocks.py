"""The blocks of an article with their words, and what the document knows to stand in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.anchoring import offsets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.document import Document
    from pincite.model.format import Anchor, Block


class ArticleBlock(NamedTuple):
    """A block with its place in the document (a JSON Pointer) and the article's words in it."""

    at: str
    block: Block
    text: str


def article_blocks(document: Document) -> list[ArticleBlock]:
    """Return the blocks in the document's order; empty without a text. Offsets beyond the text give no words."""
    text = document.text
    if text is None:
        return []
    return [
        article_block(text, index, block)
        for index, block in enumerate(document.article.get("blocks", ()))
        if block
    ]


def article_block(text: str, index: int, block: Block) -> ArticleBlock:
    """Return the block at *index* of an article with its words."""
    return ArticleBlock(f"/article/blocks/{index}", block, text[int(block["start"]) : int(block["end"])])


class Stretches:
    """Pieces of the article, asked whether one of them touches a given stretch."""

    def __init__(self, anchors: Iterable[Anchor]) -> None:
        places = sorted(place for place in map(offsets, anchors) if place)
        self._starts = [start for start, _ in places]
        self._ends = sorted(end for _, end in places)

    def touch(self, start: int, end: int) -> bool:
        """Return whether a piece overlaps the stretch: one that begins before its end and has not ended before its start."""
        return bisect_left(self._starts, end) > bisect_right(self._ends, start)
