"""Figures without a mark in the text, whose caption or description stands there."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from pincite.export.layout.repeats import plain
from pincite.export.layout.values import images_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.export.layout.values import LaidBlock
    from pincite.model.format import DocumentData, Image


def placed(
    text: str, blocks: Sequence[LaidBlock], data: DocumentData, apart: Sequence[str]
) -> tuple[list[LaidBlock], list[str]]:
    """Return the blocks, those that stand for an image with its number, and the pointers that are still apart.

    Such a block has the words of the image and nothing else: its caption or description, or a mark on them. A caption
    below the block that has the mark is told by ``repeats``.
    """
    images = data.get("images", [])
    waiting = _Waiting(images, apart)
    found: list[LaidBlock] = []
    for block in blocks:
        words = plain(" ".join(text[one.start : one.end] for one in block.paragraphs))
        one = block
        if block.quotation or not words:
            pass
        elif not any(paragraph.pieces for paragraph in block.paragraphs):
            above = _inside(found[-1]) if found else iter(())
            if any(words == plain(images[number].get("caption", "")) for number in above):
                one = block._replace(repeats="caption")
            else:
                one = block._replace(figure=waiting.take(words))
        elif _is_mark(block):
            number = next(_inside(block))
            one = block._replace(figure=number) if words in _said(images[number]) else block
        found.append(one)
    return found, [at for at in apart if at not in waiting.taken]


class _Waiting:
    """Figures without a place, by the words that may stand for them."""

    def __init__(self, images: Sequence[Image], apart: Sequence[str]) -> None:
        numbers = {f"/images/{number}": number for number, one in enumerate(images)}
        self.taken: set[str] = set()
        self._by_words: dict[str, deque[int]] = {}
        for at in apart:
            if at in numbers and images[numbers[at]].get("role") == "figure":
                for words in _said(images[numbers[at]]):
                    self._by_words.setdefault(words, deque()).append(numbers[at])

    def take(self, words: str) -> int | None:
        """Return the number of the first figure that has these words and no place yet."""
        here = self._by_words.get(words, deque())
        while here and f"/images/{here[0]}" in self.taken:
            here.popleft()
        if not here:
            return None
        self.taken.add(f"/images/{here[0]}")
        return here[0]


def _inside(block: LaidBlock) -> Iterator[int]:
    """Yield the numbers of the images that a block has marks of or stands for."""
    if block.figure is not None:
        yield block.figure
    else:
        for one in block.paragraphs:
            yield from images_in(one.pieces)


def _is_mark(block: LaidBlock) -> bool:
    """Return whether the only piece of a block is the mark of an image."""
    pieces = [piece for one in block.paragraphs for piece in one.pieces]
    return len(pieces) == 1 and pieces[0].at.startswith("/images/") and not pieces[0].inside


def _said(image: Image) -> set[str]:
    return {plain(image.get("caption", "")), plain(image.get("alt", {}).get("text", ""))} - {""}
