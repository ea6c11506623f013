"""The listed words of one language as they are found in folded text, the longest first where several begin."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.verifier.languages import words_of
from pincite.verifier.prose.phrases import POINTS, ReadingsOfRuns, folded_words, phrases_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.verifier.languages import Words
    from pincite.verifier.prose.folded import Folded
    from pincite.verifier.prose.phrases import Phrase, Readings

_REACH = 40
"""Folded characters between the halves of a negation: ne ... point."""
_NO_VOWEL = re.compile("[^\u05b0-\u05bb\u05c7\u05d0-\u05ea]")
"""What is neither a Hebrew letter nor a vowel: accents, dagesh, the dots of shin."""
_LONGEST_NUMBER = 12
"""Chinese number words in a run; longer runs are no numbers, and would be read again from each of their signs."""
_FIGURES = re.compile(r"\d+(?:[.,:/]?\d+)*(?:\s?%)?(?!\w)|\d+(?:[.,]\d+)*")
_NOTE_MARK = re.compile(r"\[\d{1,4}\]")
_RUN = re.compile(r"\w+")
_REST_OF_RUN = re.compile(r"\w*")
_RUN_OR_CLIPPED = re.compile(r"\w+|(?<!\w)'")
_KINDS = {
    "harmless": "harmless",
    "negation": "negations",
    "condition": "conditions",
    "contrast": "contrasts",
    "second": "second_halves",
    "number": "numbers",
}
"""The kinds of phrases, and where they are listed; of equal phrases the first counts."""


class Match(NamedTuple):
    """One listed word in folded text."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=64)
def lexicon(code: str) -> Lexicon:
    """Return the lexicon of one language, made when it is first asked for."""
    return Lexicon(words_of(code))


class Lexicon:
    """The phrases of one language.

    Kinds are negation, condition, contrast, number; harmless phrases are found, so that nothing in them is, and kept back.
    """

    def __init__(self, words: Words) -> None:
        """Sort the phrases of *words*."""
        self._words = words
        self._signs = words.script == "han"
        self._vowelled: dict[str, set[str]] = {}
        listed: list[tuple[str, str]] = [
            (word, kind)
            for kind, member in _KINDS.items()
            if kind != "number" or not words.measures
            for word in getattr(words, member)
        ]
        for number, (word, _) in enumerate(listed):
            if POINTS.search(word):
                [form] = folded_words([word])
                self._vowelled.setdefault(form, set()).add(_NO_VOWEL.sub("", word))
                listed[number] = word, "pointed"
        phrases = phrases_of(listed, signs=self._signs)
        prefixes = folded_words(words.prefixes)
        # what begins with an apostrophe can stand only where there is one: *n't
        self._clipped = tuple({one.parts[0] for one in phrases if one.tail and one.parts[0] != one.head})
        whole = [one for one in phrases if not one.tail or one.parts[0] == one.head]
        numbers = {form[0] for form in folded_words(words.numbers)} if words.measures else ()
        self._runs = ReadingsOfRuns(whole, prefixes, numbers, signs=self._signs)
        self._all_runs = (
            ReadingsOfRuns(phrases, prefixes, numbers, signs=self._signs) if self._clipped else self._runs
        )

    def matches(self, folded: Folded, text: str, inner: Span) -> Iterator[Match]:
        """Yield the listed words in *folded*, a part of *text*, from left to right; none overlaps another.

        Of those that do not reach into *inner*, a part of the folded text, some may be left out.
        """
        words = folded.text
        place = 0
        for one, readings in self._starts(words, inner):
            start, end = one.span()
            if start < place or (end <= inner.start and not readings.far):
                continue
            if start >= inner.end:
                return
            match = self._at(folded, text, start, readings)
            if match:
                place = match.end
                if match.kind != "harmless":
                    yield match

    def _starts(self, text: str, inner: Span) -> Iterable[tuple[re.Match[str], Readings]]:
        """Return the runs before the end of *inner* in which something listed may stand, with what it may be; in order."""
        pattern, runs = self._signs_met if self._signs else _RUN, self._runs
        if self._clipped and "'" in text and any(one in text for one in self._clipped):
            pattern, runs = _RUN_OR_CLIPPED, self._all_runs
        last = None if self._signs else _REST_OF_RUN.match(text, inner.end)
        limit = last.end() if last else inner.end
        there = pattern.findall(text, 0, limit)
        found = list(map(runs.__getitem__, there))
        if not any(found):
            return ()
        there.append("")  # behind the last one anything may come
        # most of what may begin a phrase is followed by no word of it
        met = [
            (number, readings)
            for number, readings in enumerate(found)
            if readings
            and (
                not readings.seconds
                or not (second := there[number + 1])
                or second.startswith(readings.seconds)
            )
        ]
        if not met:
            return ()
        places = list(pattern.finditer(text, 0, limit))
        return [(places[number], readings) for number, readings in met]

    def _at(self, folded: Folded, text: str, place: int, readings: Readings) -> Match | None:
        if folded.text[place].isdecimal():
            return _figures(folded.text, place)
        if self._signs and (found := self._numbers.match(folded.text, place)):
            return Match("number", place, found.end())
        for letters, phrases in readings.options:
            for phrase in phrases:
                end = phrase.end_in(folded.text, place + letters)
                if end is not None:
                    if kind := self._kind(phrase, folded, text, Span(place, end)):
                        return Match(kind, place, end)
                    break
        return None

    def _kind(self, phrase: Phrase, folded: Folded, text: str, whole: Span) -> str:
        """Return the kind of a phrase that was found, or nothing where what stands around it speaks against it."""
        if phrase.kind == "second":
            # a prefix, if there is one, ends where the word begins; nothing of it can be a first half
            before = folded.text[max(0, whole.start - _REACH) : whole.start]
            return "negation" if self._first_half.search(before) else ""
        if phrase.kind == "pointed":
            return "negation" if self._points_agree(phrase, folded, text, whole) else ""
        return phrase.kind

    def _points_agree(self, phrase: Phrase, folded: Folded, text: str, whole: Span) -> bool:
        """Return whether a word that another one is spelt like has the listed vowels; if unpointed, what follows decides."""
        word = phrase.parts[0]
        if whole.end - whole.start != len(word):  # a letter is written to it
            return False
        span = folded.raw(*whole)
        printed = text[span.start : span.end]
        if POINTS.search(printed):
            return _NO_VOWEL.sub("", printed) in self._vowelled[word]
        return any(one.end_in(folded.text, whole.start) is not None for one in self._unpointed)

    @cached_property
    def _unpointed(self) -> list[Phrase]:
        return phrases_of([(word, "negation") for word in self._words.unpointed], signs=self._signs)

    @cached_property
    def _first_half(self) -> re.Pattern[str]:
        listed = folded_words(self._words.first_halves)
        return re.compile("|".join(rf"(?<!\w){_pattern(word)}" for word in listed) or r"(?!)")

    @cached_property
    def _signs_met(self) -> re.Pattern[str]:
        return re.compile(rf"[\d{re.escape(self._runs.signs())}]")

    @cached_property
    def _numbers(self) -> re.Pattern[str]:
        """Return the pattern for number words before a measure, in a script without blanks."""
        if not self._words.measures:
            return re.compile(r"(?!)")
        numbers, measures = (
            _either(folded_words(one)) for one in (self._words.numbers, self._words.measures)
        )
        return re.compile(f"{numbers}{{1,{_LONGEST_NUMBER}}}(?={measures})")


def _pattern(word: str) -> str:
    return re.escape(word) + ("" if word.endswith("'") else r"(?!\w)")


def _either(words: list[str]) -> str:
    """Return a pattern for one of some words; those of one sign, which are most, are quickest as a class."""
    longer = sorted((word for word in words if len(word) > 1), key=len, reverse=True)
    single = re.escape("".join(word for word in words if len(word) == 1))
    return "(?:" + "|".join([*map(re.escape, longer), *([f"[{single}]"] if single else [])]) + ")"


def _figures(text: str, place: int) -> Match | None:
    """Return the number in figures at *place*; a note's mark in square brackets is none."""
    if place and _NOTE_MARK.match(text, place - 1):
        return None
    found = _FIGURES.match(text, place)
    return Match("number", place, found.end()) if found else None
