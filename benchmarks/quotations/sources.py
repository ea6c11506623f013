"""The sources that quotations are held against: the books as they are, and what printers and scanners make of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.quotations.annals import with_figures
from benchmarks.quotations.pages import page_set, with_footnote_marks
from benchmarks.scans.noise import ALIKE, damage
from benchmarks.words import Dice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.printing import Printed
    from benchmarks.quotations.books import Book

PLAIN, FIGURES, PAGES, PAGES_UNFED, NOTES, DAMAGED_2, DAMAGED_3 = (
    "plain", "figures", "pages", "pages-unfed", "notes", "damaged-2", "damaged-3",
)  # fmt: skip
DAMAGED = (DAMAGED_2, DAMAGED_3)


@dataclass(frozen=True)
class Source:
    """A text that quotations are held against, made from a book.

    ``printed`` says where each of the book's characters stands in it.
    """

    kind: str
    book: Book
    printed: Printed | None = None

    @property
    def name(self) -> str:
        """Return the name of its file."""
        return f"{self.book.name}.{self.kind}.txt"

    @property
    def text(self) -> str:
        """Return what is written in it."""
        return self.printed.text if self.printed else self.book.text

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a piece of the book stands in the source."""
        return self.printed.place(start, end) if self.printed else (start, end)

    def piece(self, start: int, end: int) -> str:
        """Return what the source has for a piece of the book."""
        start, end = self.place(start, end)
        return self.text[start:end]


_PRINTED: dict[str, Callable[[Book, Dice], Printed]] = {
    PAGES: lambda book, dice: page_set(book, dice, fed=True),
    PAGES_UNFED: lambda book, dice: page_set(book, dice, fed=False),
    NOTES: with_footnote_marks,
    DAMAGED_2: lambda book, dice: damage(book.text, ALIKE, 0.02, dice),
    DAMAGED_3: lambda book, dice: damage(book.text, ALIKE, 0.03, dice),
}


def sources(books: Sequence[Book], seed: str) -> list[Source]:
    """Return every source of every book, in a stable order."""
    found = []
    for book in books:
        found += [
            Source(PLAIN, book),
            Source(FIGURES, with_figures(book, Dice(f"{seed}/{book.name}/figures"))),
        ]
        for kind, make in _PRINTED.items():
            found.append(Source(kind, book, make(book, Dice(f"{seed}/{book.name}/{kind}"))))
    return found
