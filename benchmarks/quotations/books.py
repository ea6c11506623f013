"""The books that quotations are taken from: reading them, their language, and which pieces stand in them once."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from benchmarks.quotations.languages import CHINESE, HEBREW_WORD, LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.quotations.languages import Language

_HELD_OUT = 0.04
_WORD = re.compile(rf"{HEBREW_WORD}|[{CHINESE}]|[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_SENTENCE_END = re.compile(r"[.!?…。！？׃][\"'”’»」』)]*\s*$|\n\s*$")
_FRENCH = frozenset("le la les et des que dans une pour qui".split())  # noqa: SIM905 - reads as it is


@dataclass(frozen=True)
class Book:
    """A text without damage: its file's name, its language, and the piece at its end that no source holds."""

    name: str
    language: Language
    text: str
    held_out: str = ""

    @cached_property
    def words(self) -> list[tuple[int, int]]:
        """Return where each word stands; a Chinese character is a word."""
        return word_places(self.text)

    @cached_property
    def letters(self) -> str:
        """Return the letters and digits alone, for asking how often a piece stands in the text."""
        return letters(self.text)

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how often each word stands in the text, as it is written."""
        counted: dict[str, int] = {}
        for start, end in self.words:
            word = self.text[start:end]
            counted[word] = counted.get(word, 0) + 1
        return counted

    @cached_property
    def openings(self) -> list[int]:
        """Return the numbers of the words that a sentence begins with."""
        return [number for number, (start, _) in enumerate(self.words) if self._opens(start)]

    def _opens(self, start: int) -> bool:
        before = self.text[max(0, start - 12) : start].rstrip("\"'“‘«「『(_")
        upper = self.text[start].isupper() or not self.text[start].islower()
        return upper and bool(_SENTENCE_END.search(before))

    def times(self, piece: str) -> int:
        """Return how often a piece's letters stand in the text: 0, 1 or 2 for more."""
        wanted = letters(piece)
        first = self.letters.find(wanted)
        return 0 if first < 0 else 1 if self.letters.find(wanted, first + 1) < 0 else 2


def word_places(text: str) -> list[tuple[int, int]]:
    """Return where each word of a text stands."""
    return [found.span() for found in _WORD.finditer(text)]


def letters(text: str) -> str:
    """Return a text's letters and digits, without case; marks on letters are left out."""
    return re.sub(r"[\W_]+", "", text).casefold()


def read_books(folder: Path) -> list[Book]:
    """Return the books of a folder (``*.txt``) in one of the languages known here, by name.

    The language stands in ``provenance.json`` beside them or is told by the script. The last pages of each book
    are held out, to be quoted as something that does not stand there.
    """
    listed = folder / "provenance.json"
    known: dict[str, dict[str, str]] = json.loads(listed.read_text("utf-8")) if listed.is_file() else {}
    books = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text("utf-8-sig")
        language = LANGUAGES.get(known.get(path.name, {}).get("lang", "") or language_of(text))
        if language is not None:
            cut = text.rfind("\n", 0, int(len(text) * (1 - _HELD_OUT))) + 1
            books.append(Book(path.stem, language, text[:cut], text[cut:]))
    return books


def language_of(text: str) -> str:
    """Tell a text's language by its script, French from English by its small words."""
    sample = text[:20_000]
    if re.search(r"[\u05d0-\u05ea]", sample):
        return "he"
    if re.search(f"[{CHINESE}]", sample):
        return "zh"
    if re.search(r"[а-я]", sample):
        return "ru"
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    return "fr" if sum(word in _FRENCH for word in words) > len(words) / 20 else "en"
