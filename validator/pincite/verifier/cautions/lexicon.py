"""The listed words of one language as they are found in folded text: first letter by first letter, longest first."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.verifier.cautions.folded import Folded
from pincite.verifier.languages import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.verifier.languages import Words

_REACH = 40
"""Folded characters between the halves of a negation: ne ... point."""
_POINTS = re.compile("[\u05b0-\u05bb\u05c7]")
_NO_VOWEL = re.compile("[^\u05b0-\u05bb\u05c7\u05d0-\u05ea]")
"""What is neither a Hebrew letter nor a vowel: accents, dagesh, the dots of shin."""
_LONGEST_NUMBER = 12
"""Chinese number words in a run; longer runs are no numbers, and would be read again from each of their signs."""
_BETWEEN = r"\.?[\s,\-]+"
"""Between the words of a phrase."""
_FIGURES = re.compile(r"\d+(?:[.,:/]?\d+)*(?:\s?%)?(?!\w)|\d+(?:[.,]\d+)*")
_NOTE_MARK = re.compile(r"\[\d{1,4}\]")


class Match(NamedTuple):
    """One listed word in folded text."""

    kind: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return a listed word in the form in which it stands in folded text."""
    return Folded(word, Span(0, len(word))).text


@lru_cache(maxsize=64)
def lexicon(code: str) -> Lexicon:
    """Return the lexicon of one language; its patterns are made when it is first asked for."""
    return Lexicon(words_of(code))


class Lexicon:
    """The patterns of one language.

    Kinds are negation, condition, contrast, number; harmless phrases are found, so that nothing in them is, and kept back.
    """

    def __init__(self, words: Words) -> None:
        """Make the patterns of *words*."""
        self._signs = words.script == "han"
        self._start = re.compile(r"\w" if self._signs else r"(?<!\w)[\w']")
        self._prefixes = sorted(map(fold, words.prefixes), key=len)
        self._first = (
            re.compile(f"(?<!\\w){self._either(words.first_halves)}") if words.first_halves else None
        )
        self._unpointed = re.compile(self._either(words.unpointed)) if words.unpointed else None
        self._vowelled: dict[str, set[str]] = {}
        listed = (
            *_kinds("harmless", words.harmless),
            *_kinds("negation", words.negations),
            *_kinds("condition", words.conditions),
            *_kinds("contrast", words.contrasts),
            *_kinds("second", words.second_halves),
            *(() if words.measures else _kinds("number", words.numbers)),
        )
        by_letter: dict[str, list[tuple[str, str]]] = {}
        endings: list[tuple[str, str]] = []
        for word, kind in listed:
            if _POINTS.search(word):
                self._vowelled.setdefault(fold(word), set()).add(_NO_VOWEL.sub("", word))
                by_letter.setdefault(fold(word)[0], []).append((self._pattern(fold(word)), "pointed"))
            elif word.startswith("*"):
                endings.append((rf"\w*{self._pattern(word[1:])}", kind))
            else:
                by_letter.setdefault(fold(word)[0], []).append((self._pattern(word), kind))
        if words.measures:
            pattern = (
                f"(?:{self._either(words.numbers)}){{1,{_LONGEST_NUMBER}}}(?={self._either(words.measures)})"
            )
            for letter in {fold(word)[0] for word in words.numbers}:
                by_letter.setdefault(letter, []).append((pattern, "number"))
        self._by_letter = {letter: _alternatives(found) for letter, found in by_letter.items()}
        self._endings = _alternatives(endings) if endings else None

    def _either(self, listed: Iterable[str]) -> str:
        return "(?:" + "|".join(self._pattern(word) for word in sorted(listed, key=len, reverse=True)) + ")"

    def _pattern(self, word: str) -> str:
        parts = [re.escape(fold(part)) for part in re.split(r"[\s\-]+", word.rstrip("*"))]
        open_ended = self._signs or word[-1] in "*'"
        ending = r"\w*" if word.endswith("*") and not self._signs else ""
        return _BETWEEN.join(parts) + (ending if open_ended else r"(?!\w)")

    def matches(self, folded: Folded, text: str) -> Iterator[Match]:
        """Yield the listed words in *folded*, a part of *text*, from left to right; none overlaps another."""
        place = 0
        while start := self._start.search(folded.text, place):
            match = self._at(folded, text, start.start())
            place = match.end if match else start.end()
            if match and match.kind != "harmless":
                yield match

    def _at(self, folded: Folded, text: str, place: int) -> Match | None:
        if folded.text[place].isdecimal():
            return _figures(folded.text, place)
        if match := self._word(folded, text, place, place):
            return match
        for prefix in self._prefixes:
            if folded.text.startswith(prefix, place):
                match = self._word(folded, text, place, place + len(prefix))
                if match:
                    return match
        found = self._endings[0].match(folded.text, place) if self._endings else None
        return (
            Match(self._endings[1][found.lastindex], place, found.end())
            if found and self._endings and found.lastindex
            else None
        )

    def _word(self, folded: Folded, text: str, start: int, place: int) -> Match | None:
        """Return the longest listed word at *place*; *start* is before it where a prefix is written to it."""
        alternatives = self._by_letter.get(folded.text[place : place + 1])
        found = alternatives[0].match(folded.text, place) if alternatives else None
        if not alternatives or not found or not found.lastindex:
            return None
        kind = alternatives[1][found.lastindex]
        if kind == "second":
            before = folded.text[max(0, place - _REACH) : place]
            kind = "negation" if self._first and self._first.search(before) else ""
        elif kind == "pointed":
            kind = "negation" if start == place and self._points_agree(folded, text, found) else ""
        return Match(kind, start, found.end()) if kind else None

    def _points_agree(self, folded: Folded, text: str, found: re.Match[str]) -> bool:
        """Return whether a word that another one is spelt like has the listed vowels; if unpointed, what follows decides."""
        span = folded.raw(found.start(), found.end())
        printed = text[span.start : span.end]
        if _POINTS.search(printed):
            return _NO_VOWEL.sub("", printed) in self._vowelled[found.group()]
        return self._unpointed is not None and self._unpointed.match(folded.text, found.start()) is not None


def _kinds(kind: str, words: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((word, kind) for word in words)


def _alternatives(found: list[tuple[str, str]]) -> tuple[re.Pattern[str], list[str]]:
    """Return one pattern with a group for each alternative, longest first, and the kind of each group from 1."""
    found = sorted(found, key=lambda one: len(one[0]), reverse=True)
    return re.compile("|".join(f"({pattern})" for pattern, _ in found)), ["", *(kind for _, kind in found)]


def _figures(text: str, place: int) -> Match | None:
    """Return the number in figures at *place*; a note's mark in square brackets is none."""
    if place and _NOTE_MARK.match(text, place - 1):
        return None
    found = _FIGURES.match(text, place)
    return Match("number", place, found.end()) if found else None
