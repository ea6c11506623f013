"""A source's text, prepared once for many questions; each preparation is made when it is first needed."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from pincite.verifier.damage import Damage
from pincite.verifier.folding.furniture import furniture
from pincite.verifier.folding.letters import letters_of
from pincite.verifier.languages import decimal_sign
from pincite.verifier.matching.index import Index
from pincite.verifier.prose import language_of
from pincite.verifier.verdict import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.finding import Span
    from pincite.verifier.copies.copy_text import CopyText, Page


class Source:
    """The text of one copy of a source, its pages, and what is needed to find words in it.

    *text* has LF line ends; all offsets are code points in it. ``scanned``: it was read off pictures, so letters may be
    misread. *language* is a BCP 47 tag, None where it is not known.
    """

    def __init__(
        self, text: str, *, pages: Sequence[Page] = (), scanned: bool = False, language: str | None = None
    ) -> None:
        self.text = text
        self.pages = tuple(pages)
        self.scanned = scanned
        self.language = language

    @classmethod
    def of_copy(cls, copy: CopyText, language: str | None = None) -> Source:
        """Return the source that a copy holds."""
        return cls(copy.text, pages=copy.pages, scanned=copy.scanned, language=language)

    @cached_property
    def running(self) -> Index:
        """Return the letters of the running text, without what pages print between its lines."""
        return Index(letters_of(self.text, self._furniture))

    @cached_property
    def whole(self) -> Index:
        """Return the letters of the whole text, the furniture of its pages included."""
        return Index(letters_of(self.text)) if self._furniture else self.running

    @cached_property
    def _furniture(self) -> list[Span]:
        return furniture(self.text, self._page_starts)

    @cached_property
    def readable(self) -> str:
        """Return the text with blanks for what pages print between its lines: offsets stay what they are."""
        pieces, end = [], 0
        for blank in self._furniture:
            pieces += [self.text[end : blank.start], " " * (blank.end - blank.start)]
            end = blank.end
        return "".join((*pieces, self.text[end:])) if pieces else self.text

    @cached_property
    def damage(self) -> Damage:
        """Return the judge of what misreading has done to the text."""
        return Damage(self.text, scanned=self.scanned)

    @cached_property
    def tongue(self) -> str | None:
        """Return the text's language: the one given, else the one its words tell, or None."""
        return self.language or language_of(self.text)

    @cached_property
    def decimal_sign(self) -> str:
        """Return the sign before the decimals of a number in the text's language."""
        return decimal_sign(self.tongue)

    def place(self, span: Span) -> Place:
        """Return where a passage stands for a reader."""
        line = bisect_right(self._lines, span.start)
        column = span.start - self._lines[line - 1] + 1
        if not self.pages:
            return Place(line, column)
        first, last = self.page_at(span.start), self.page_at(max(span.start, span.end - 1))
        if first is None or last is None:
            return Place(line, column)
        return Place(line, column, first.number, first.label, last.number, last.label)

    def page_at(self, offset: int) -> Page | None:
        """Return the page that a character stands on, None before the first."""
        at = bisect_right(self._page_starts, offset) - 1
        return self.pages[at] if at >= 0 else None

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.start for page in self.pages]

    @cached_property
    def _lines(self) -> list[int]:
        """Return the offset of each line's first character."""
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))][:-1]
