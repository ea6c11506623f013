"""Figures without a mark in the text, whose caption or description stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.layout.repeats import plain
from pincite.export.layout.values import images_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pincite.export.layout.values import LaidBlock
    from pincite.model.format import DocumentData, Image


def placed(
    text: str, blocks: Sequence[LaidBlock], data: DocumentData, apart: Iterable[str]
) -> tuple[list[LaidBlock], list[str]]:
    """Return the blocks, those that stand for an image with its number, and the pointers that are still apart.

    Such a block has the words of the image and nothing else: its caption or description, or a mark on them. A caption
    below the block that has the mark is told by ``repeats``.
    """
    images = data.get("images", [])
    waiting = {
        f"/images/{number}": number for number, one in enumerate(images) if one.get("role") == "figure"
    }
    apart = list(apart)
    by_words: dict[str, list[int]] = {}
    for at in apart:
        if at in waiting:
            for words in _said(images[waiting[at]]):
                by_words.setdefault(words, []).append(waiting[at])
    found: list[LaidBlock] = []
    shown: set[int] = set()
    for block in blocks:
        words = plain(_words(text, block))
        inside = list(_inside(block))
        is_bare = not block.quotation and not any(one.pieces for one in block.paragraphs)
        one = block
        if (
            is_bare
            and found
            and words
            and any(words == plain(images[number].get("caption", "")) for number in _inside(found[-1]))
        ):
            one = block._replace(repeats="caption")
        elif is_bare:
            number = next((number for number in by_words.get(words, ()) if number not in shown), None)
            if number is not None:
                shown.add(number)
                one = block._replace(figure=number)
        elif (
            len(inside) == 1 and words in _said(images[inside[0]]) and not block.quotation and _is_mark(block)
        ):
            one = block._replace(figure=inside[0])
        found.append(one)
    return found, [at for at in apart if waiting.get(at) not in shown]


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


def _words(text: str, block: LaidBlock) -> str:
    return " ".join(text[one.start : one.end] for one in block.paragraphs)
