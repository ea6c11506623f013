"""Where a quotation is made: passages of a book as a writer copies them, and small operations on their words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.quotations.books import word_places
from benchmarks.quotations.languages import bare

if TYPE_CHECKING:
    from benchmarks.quotations.books import Book
    from benchmarks.quotations.languages import Language
    from benchmarks.quotations.sources import Source
    from benchmarks.words import Dice

_UNUSUAL = re.compile(r"[\[\]{}_*|〔〕]|\.\.|…|(?:^|\n)\s*[IVXLC]+\.?\s*(?:\n|$)|CHAP|ГЛАВ")
_STOPS = ".,;:!?。，；：！？׃"


class Passage(NamedTuple):
    """A piece of a book and its words as they are copied: one space for each stretch of white space."""

    start: int
    end: int
    raw: str
    text: str


@dataclass(frozen=True)
class Desk:
    """The source a case is made for, and the dice it is made with."""

    source: Source
    dice: Dice

    @property
    def book(self) -> Book:
        """Return the clean text."""
        return self.source.book

    @property
    def language(self) -> Language:
        """Return the book's language."""
        return self.book.language

    def passage(self, *, opening: bool = False, longer: float = 1.0, unusual: bool = False) -> Passage | None:
        """Return a piece of the book that stands in it once, or None where this throw of the dice fails.

        ``opening``: it begins a sentence. ``longer`` multiplies its length. ``unusual``: it may have brackets,
        dots and emphasis in it.
        """
        words = self.book.words
        first = self.dice.pick(self.book.openings) if opening else self.dice.between(0, len(words) - 1)
        if not self.language.spaced and not opening and not self._after_mark(words[first][0]):
            return None
        low, high = (36, 130) if self.language.code == "zh" else (70, 310)
        length = self.dice.between(int(low * longer), int(high * longer))
        last = first
        while last + 1 < len(words) and words[last][1] - words[first][0] < length:
            last += 1
        start, end = words[first][0], words[last][1]
        if self.book.text[end : end + 1] in set(_STOPS) and self.dice.between(1, 2) == 1:
            end += 1
        return self.piece(start, end, unusual=unusual)

    def piece(self, start: int, end: int, *, unusual: bool = False) -> Passage | None:
        """Return the passage from one place to another, or None where it is not fit to be quoted."""
        raw = self.book.text[start:end]
        unfit = "\n\n" in raw and self.source.kind != "figures"
        # a figure without the sign before it is another figure
        unfit = unfit or self.book.text[max(0, start - 1) : start] in {"-", "−"}
        if unfit or (not unusual and _UNUSUAL.search(raw)) or self.book.times(raw) != 1:
            return None
        return Passage(start, end, raw, copied(raw, spaced=self.language.spaced))

    def _after_mark(self, start: int) -> bool:
        return self.book.text[start - 1 : start] in set("，。；：！？「」\n")

    def inner_words(self, text: str, *, least: int = 6) -> list[tuple[int, int]]:
        """Return where the words of a quotation stand, without the first two and the last two; none in short ones."""
        places = word_places(text)
        return places[2:-2] if len(places) >= least else []

    def other_word(self, word: str) -> str | None:
        """Return another word of the book, of about the same length and quite different letters."""
        likely = _common(self.book)
        for _ in range(30):
            other = self.dice.pick(likely)
            alike = len(set(bare(word)) & set(bare(other))) > len(set(bare(word))) * 0.6
            if abs(len(bare(other)) - len(bare(word))) < 3 and not alike:
                return other
        return None

    def is_name(self, word: str) -> bool:
        """Tell whether a word is somebody's name, by its capital or by the language's list."""
        if self.language.names:
            return bare(word) in self.language.names
        return word in _names(self.book)

    def another_name(self, word: str) -> str | None:
        """Return another name of the book."""
        if not self.language.spaced:
            others = list(self.language.names)
        elif self.language.names:
            others = [one for one in self.book.counts if bare(one) in self.language.names]
        else:
            others = list(_names(self.book))
        others = [one for one in others if bare(one) != bare(word)]
        return self.dice.pick(others) if others else None


def copied(raw: str, *, spaced: bool = True) -> str:
    """Return a piece of a book as a careful writer copies it: line ends are spaces, or nothing in Chinese."""
    if not spaced:
        return re.sub(r"\s+", "", raw)
    return re.sub(r"\s+", " ", re.sub(r"(?<=\w)-\n\s*(?=\w)", "-", raw)).strip()


@lru_cache(maxsize=32)
def _common(book: Book) -> tuple[str, ...]:
    return tuple(
        word
        for word, count in book.counts.items()
        if count > 2 and len(bare(word)) > 4 - (book.language.code == "he") and word == word.lower()
    )


@lru_cache(maxsize=32)
def _names(book: Book) -> tuple[str, ...]:
    """Return the words that are written with a capital wherever they stand, within sentences too."""
    opening = {book.words[number][0] for number in book.openings}
    inside: dict[str, int] = {}
    for start, end in book.words:
        word = book.text[start:end]
        if start not in opening and word[0].isupper() and word[1:].islower() and len(word) > 3:
            inside[word] = inside.get(word, 0) + 1
    lowered = {word for word in book.counts if word.islower()}
    return tuple(word for word, count in inside.items() if count > 3 and word.lower() not in lowered)


def replaced(text: str, place: tuple[int, int], word: str) -> str:
    """Return a text with one piece of it replaced, with a capital letter where the piece has one."""
    start, end = place
    if text[start].isupper() and word[:1].islower():
        word = word[0].upper() + word[1:]
    return text[:start] + word + text[end:]
