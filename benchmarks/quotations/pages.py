"""Books as printers set them: short lines with broken words, ligatures, running heads, page numbers, footnote marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.printing import Printer

if TYPE_CHECKING:
    from benchmarks.printing import Printed
    from benchmarks.quotations.books import Book
    from benchmarks.words import Dice

_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
_PIECE = re.compile(r"\s+|\S+")
_LINES = 34
_WIDTH = {"zh": 32, "he": 90}
_WIDTH_ELSE = 62
_SOFT_HYPHEN = "\u00ad"


class _Setter:
    """Sets a book's text in lines and pages.

    With ``fed`` a form feed stands between two pages and the number in the running head; without, the number stands
    at the foot and nothing but empty lines between the pages.
    """

    def __init__(self, book: Book, dice: Dice, *, fed: bool) -> None:
        self.printer = Printer()
        self.book, self.dice, self.fed = book, dice, fed
        self.width = _WIDTH.get(book.language.code, _WIDTH_ELSE)
        self.used = 0
        self.lines = 0
        self.page = dice.between(5, 200)

    def set(self) -> Printed:
        """Set the whole text."""
        for found in _PIECE.finditer(self.book.text):
            piece = found[0]
            if piece.isspace():
                self._space(piece)
            elif self.book.language.spaced:
                self._word(piece)
            else:
                self._characters(piece)
        return self.printer.printed()

    def _space(self, piece: str) -> None:
        ends = "\n\n" in piece or ("\n" in piece and self.book.language.code not in {"en", "fr"})
        if ends or self.used >= self.width:
            self.printer.keep("")
            self._break()
        else:
            self.printer.keep(" " if self.used else "")
            self.used += 1
        for _ in piece[1:]:
            self.printer.keep("")

    def _word(self, word: str) -> None:
        if self.used and self.used + len(word) > self.width:
            at = self._hyphen(word)
            if at:
                self._letters(word[:at])
                self.printer.add(_SOFT_HYPHEN if self.dice.between(1, 8) == 1 else "-")
            self._break()
            word = word[at:]
        self._letters(word)
        self.used += len(word)

    def _hyphen(self, word: str) -> int:
        """Return how many letters of a word go on the line that is nearly full: 0 for none."""
        room = min(self.width - self.used - 1, len(word) - 3)
        whole = len(word) > 6 and word[:-1].isalpha() and self.book.language.code != "he"
        return room if whole and room > 1 and self.dice.between(1, 4) > 1 else 0

    def _letters(self, letters: str) -> None:
        at = 0
        while at < len(letters):
            joined = next((one for one in _LIGATURES if letters.startswith(one, at)), "")
            if joined and self.dice.between(1, 2) == 1:
                self.printer.keep_joined(_LIGATURES[joined], len(joined))
                at += len(joined)
            else:
                self.printer.keep(letters[at])
                at += 1

    def _characters(self, piece: str) -> None:
        for one in piece:
            if self.used >= self.width and (one.isalpha() or one in "「『"):
                self._break()
            self.printer.keep(one)
            self.used += 1

    def _break(self) -> None:
        self.used = 0
        self.lines += 1
        if self.lines < _LINES:
            self.printer.add("\n")
            return
        self.lines = 0
        self.page += 1
        head = self.book.language.head[self.page % 2]
        if self.fed:
            number = f"{self.page}    {head}" if self.page % 2 == 0 else f"{head}    {self.page}"
            self.printer.add(f"\n\f{number}\n\n")
        else:
            self.printer.add(f"\n\n{self.page - 1}\n\n{head}\n\n")


def page_set(book: Book, dice: Dice, *, fed: bool) -> Printed:
    """Return a book set in pages."""
    return _Setter(book, dice, fed=fed).set()


_MARKS = "¹²³⁴⁵⁶⁷⁸⁹"


def with_footnote_marks(book: Book, dice: Dice) -> Printed:
    """Return a book with a footnote's mark behind every twentieth word or so."""
    printer = Printer()
    ends = {end for _, end in book.words if dice.between(1, 20 if book.language.spaced else 40) == 1}
    number = 0
    for at, one in enumerate(book.text):
        if at in ends and not one.isalpha():
            number = number % 60 + 1
            printer.add(dice.pick((_MARKS[number % 9], f"[{number}]", "*", "†")))
        printer.keep(one)
    return printer.printed()
