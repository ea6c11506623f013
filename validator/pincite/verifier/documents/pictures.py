"""Pictures of neighbouring pages: what one of them shows of a quotation, and all of them as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.copies.copy_text import CopyText, Page, WordBox

if TYPE_CHECKING:
    from collections.abc import Sequence

_RUN = 20
"""Letters in a row that two texts hardly have in common by chance."""


def shows_part(quotation: str, text: str) -> bool:
    """Return whether a run of a quotation's letters stands in the text that was read off a picture.

    So a page on which a quotation begins, or one of its parts stands, is told from the picture of another page, even where many
    letters were misread.
    """
    letters, there = _letters(quotation), _letters(text)
    return any(letters[at : at + _RUN] in there for at in range(len(letters) - _RUN + 1))


def joined(pictures: Sequence[CopyText]) -> CopyText:
    """Return the texts of several pictures as one with a page for each, in their order; it is the text of no file."""
    pages: list[Page] = []
    words: list[WordBox] = []
    at = 0
    for number, picture in enumerate(pictures, 1):
        words += (one._replace(start=one.start + at, end=one.end + at, page=number) for one in picture.words)
        end = at + len(picture.text) + 1
        pages.append(Page(at, end, number))
        at = end
    return CopyText(
        "\f".join(picture.text for picture in pictures) + "\n",
        "",
        pictures[0].media_type,
        pictures[0].extractor,
        tuple(pages),
        tuple(words),
        scanned=True,
    )


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
