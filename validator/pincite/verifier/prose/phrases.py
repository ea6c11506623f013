"""The listed words and phrases of one language, looked up by the run of letters that they begin with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.verifier.prose.folded import Folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

POINTS = re.compile("[\u05b0-\u05bb\u05c7]")
_BETWEEN = re.compile(r"\.?[\s,\-]+")
"""Between the words of a phrase."""
_PARTS = re.compile(r"[\s\-]+")
_REST = re.compile(r"\w*")
_HEAD = re.compile(r"\w+")
_SEPARATOR = "\0"
_JOINT_WEIGHT = 11
_END_WEIGHTS = {"open": 0, "rest": 3, "whole": 6}
"""How much longer than its letters a phrase counts: a second word outdoes all letters, a whole word the beginning of one."""
_KEPT = 20_000
"""Runs of which the phrases are kept; those of a large library's whole vocabulary are not."""
_LONG = 40
"""Letters of a run from which on it is no word that is met again."""


class Phrase(NamedTuple):
    """One listed word or phrase, folded; ``ends`` is where it ends: ``whole`` words, ``open`` or with their ``rest``.

    ``head`` is the run of letters it begins with. Of phrases at one place the one with the least ``rank`` counts: the
    longest. A ``tail`` has any letters before it.
    """

    rank: tuple[int, int]
    kind: str
    head: str
    parts: tuple[str, ...]
    ends: str
    tail: bool

    @property
    def second(self) -> str:
        """The run of letters that the second word begins with, or nothing."""
        found = _HEAD.match(self.parts[1]) if len(self.parts) > 1 else None
        return found.group() if found else ""

    def ends_in_head(self, *, signs: bool) -> bool:
        """Return whether all of the phrase stands in the run of letters, or the sign, that it begins with."""
        return (
            len(self.parts) == 1
            and len(self.head) == len(self.parts[0])
            and (not signs or len(self.head) == 1)
        )

    def end_in(self, text: str, place: int) -> int | None:
        """Return where the phrase that begins at *place* ends in folded text, or None if it does not stand there."""
        first = True
        for part in self.parts:
            if not first:
                joint = _BETWEEN.match(text, place)
                if joint is None:
                    return None
                place = joint.end()
            if not text.startswith(part, place):
                return None
            place += len(part)
            first = False
        if self.ends == "open":
            return place
        rest = _REST.match(text, place)
        end = rest.end() if rest else place
        return end if self.ends == "rest" or end == place else None


class Readings(NamedTuple):
    """What may stand in a run of letters, as it is to be tried: how many of its letters come before, and the phrases.

    ``far`` says that some of it goes on behind the run. Where all of it does and with another word, ``seconds`` are
    what that begins with, one of them at least.
    """

    far: bool
    seconds: tuple[str, ...]
    options: tuple[tuple[int, tuple[Phrase, ...]], ...]


def fold(word: str) -> str:
    """Return a listed word in the form in which it stands in folded text."""
    return Folded(word, Span(0, len(word))).text


def folded_words(words: Iterable[str]) -> list[str]:
    """Return listed words folded; together, which takes a fraction of the time."""
    joined = _SEPARATOR.join(words)
    return fold(joined).split(_SEPARATOR) if joined else []


def phrases_of(listed: Sequence[tuple[str, str]], *, signs: bool) -> list[Phrase]:
    """Return the phrases of words and their kinds; *signs* says that the script has no blanks between words."""
    found = []
    folded = folded_words(word for word, _ in listed)
    for number, ((word, kind), form) in enumerate(zip(listed, folded, strict=True)):
        starred = word.endswith("*")
        is_open = signs or word[-1] in "*'"
        ends = "rest" if starred and not signs else "open" if is_open else "whole"
        head = _HEAD.match(form)
        parts = tuple(_PARTS.split(form))
        weight = sum(map(len, parts)) + _JOINT_WEIGHT * (len(parts) - 1) + _END_WEIGHTS[ends]
        found.append(
            Phrase((-weight, number), kind, head.group() if head else "", parts, ends, word[0] == "*")
        )
    return found


def _readings(
    options: list[tuple[int, tuple[Phrase, ...]]], *, reads_on: bool, signs: bool
) -> Readings | None:
    """Return the readings of a run, or None where there are none; *reads_on* says that it may begin a number."""
    if not options and not reads_on:
        return None
    phrases = [phrase for _, there in options for phrase in there]
    far = reads_on or any(not one.ends_in_head(signs=signs) for one in phrases)
    going_on = not reads_on and all(one.parts[0] == one.head and one.second for one in phrases)
    seconds = tuple({one.second for one in phrases}) if going_on and not signs else ()
    return Readings(far, seconds, tuple(options))


class ReadingsOfRuns(dict[str, "Readings | None"]):
    """What may stand in each run of letters; worked out when the run is first met.

    *signs* is for a script without blanks: each sign is a run of its own.
    """

    def __init__(
        self, phrases: Iterable[Phrase], prefixes: Iterable[str], numbers: Iterable[str], *, signs: bool
    ) -> None:
        """Sort *phrases* by how they begin; *prefixes* are letters that may be written to the first word.

        *numbers* are the signs that may begin a number, which is not read as a phrase; figures need not be among them.
        """
        super().__init__()
        self._signs = signs
        self._numbers = frozenset(numbers)
        self._prefixes = sorted(prefixes, key=len)
        self._heads: dict[str, list[Phrase]] = {}
        self._stems: list[Phrase] = []
        self._tails: list[Phrase] = []
        for phrase in sorted(phrases):
            if phrase.tail:
                self._tails.append(phrase)
            elif phrase.parts == (phrase.head,) and phrase.ends != "whole" and not signs:
                self._stems.append(phrase)
            else:
                self._heads.setdefault(phrase.head[0] if signs else phrase.head, []).append(phrase)

        self._beginnings = (*self._prefixes, *(phrase.head for phrase in self._stems))
        self._endings = tuple(phrase.head for phrase in self._tails)

    def signs(self) -> str:
        """Return the signs that something may begin with, where each is a run of its own; without figures."""
        return "".join(self._numbers.union(self._heads))

    def __missing__(self, run: str) -> Readings | None:
        """Return the readings of *run*, a run of letters or an apostrophe that no letter comes before."""
        if not self._may_be(run):
            return self._kept(run, None)
        found = [(0, phrases)] if (phrases := self._beginning(run)) else []
        found += [
            (len(prefix), phrases)
            for prefix in self._prefixes
            if run.startswith(prefix) and (phrases := self._beginning(run[len(prefix) :]))
        ]
        letters = run.strip("'")
        found += [(len(letters) - len(one.head), (one,)) for one in self._tails if letters.endswith(one.head)]
        readings = _readings(found, reads_on=run[0].isdecimal() or run in self._numbers, signs=self._signs)
        return self._kept(run, readings)

    def _may_be(self, run: str) -> bool:
        """Return whether there may be readings of *run*: of most words there are none."""
        return (
            run in self._heads
            or run in self._numbers
            or run[0].isdecimal()
            or run.startswith(self._beginnings)
            or run.strip("'").endswith(self._endings)
        )

    def _kept(self, run: str, readings: Readings | None) -> Readings | None:
        if len(run) < _LONG:
            if len(self) >= _KEPT:
                self.clear()
            self[run] = readings
        return readings

    def _beginning(self, run: str) -> tuple[Phrase, ...]:
        """Return the phrases that begin with *run*, or with the first of its letters."""
        stems = [phrase for phrase in self._stems if run.startswith(phrase.head)]
        whole = self._heads.get(run, [])
        return tuple(sorted(whole + stems) if stems else whole)
