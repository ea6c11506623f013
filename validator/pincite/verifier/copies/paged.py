"""Texts of pages become one text whose pages cover it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.verifier.copies.copy_text import Page, WordBox
from pincite.verifier.copies.extract import too_large

if TYPE_CHECKING:
    from collections.abc import Sequence


class PageText(NamedTuple):
    """The text of one page, its label, and the words in it with offsets into this text."""

    text: str
    label: str | None = None
    words: Sequence[WordBox] = ()


class Book:
    """Pages put together, one after the other, with a line end between; raises CopyError for too much text."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._parts: list[str] = []
        self._at = 0
        self.pages: list[Page] = []
        self.words: list[WordBox] = []

    def add(self, page: PageText) -> None:
        """Add a page."""
        text = page.text if page.text.endswith("\n") else page.text + "\n"
        if self._at + len(text) > self._most:
            raise characters_exceeded(self._most)
        number = len(self.pages) + 1
        self.pages.append(Page(self._at, self._at + len(text), number, page.label))
        self.words += (
            one._replace(start=one.start + self._at, end=one.end + self._at, page=number)
            for one in page.words
        )
        self._parts.append(text)
        self._at += len(text)

    @property
    def text(self) -> str:
        """Return the text of all pages."""
        return "".join(self._parts)


def characters_exceeded(most: int) -> Exception:
    """Return the error for a copy with more text than is held."""
    return too_large(f"it has more than {most:,} characters of text, the most that are read of a copy")
