"""Quotations of which one word is changed: what must never pass for a misreading."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

NEGATIONS = frozenset(
    "not no never nor nothing cannot nicht nie kein keine keinen ne pas jamais point plus no nunca ni не ни нет никогда לא אין אל 不 沒 無".split()  # noqa: SIM905 - one a line would fill a screen
)

SHORT = 2
"""Letters of words that are neighbours of too many."""


class Words:
    """The words of a sound text, for changes: all of them, names, and which are a letter apart."""

    def __init__(self, text: str) -> None:
        found = re.findall(r"[^\W\d_]+", text)
        self.spaced = bool(re.search(r"\w \w", text[:400]))
        if not self.spaced:
            found = [one for run in found for one in run]
        self.running = found
        counts = Counter(found)
        self.names = [
            word for word in counts if word[:1].isupper() and word.lower() not in counts and len(word) > SHORT
        ]
        self.counts = counts
        self._near: dict[str, list[str]] = defaultdict(list)
        for word in counts:
            for key in _keys(word):
                self._near[key].append(word)

    def neighbours(self, word: str) -> list[str]:
        """Return words of the text that differ from a word by a letter (or by two, one lost and one other)."""
        return sorted(
            {other for key in _keys(word) for other in self._near[key] if other.lower() != word.lower()}
        )


def _keys(word: str) -> list[str]:
    return [word, *(word[:index] + "_" + word[index + 1 :] for index in range(len(word)))] + [
        word[:index] + word[index + 1 :] for index in range(len(word)) if len(word) > SHORT
    ]


def _parts(quotation: str, words: Words) -> list[str]:
    return re.findall(r"[^\W\d_]+|[\W\d_]+", quotation) if words.spaced else list(quotation)


def _at(parts: list[str], random: Random, fits: Callable[[str], bool]) -> int | None:
    places = [index for index, part in enumerate(parts) if part[:1].isalpha() and fits(part)]
    return random.choice(places) if places else None


def _replaced(
    quotation: str, words: Words, random: Random, fits: Callable[[str], bool], other: Callable[[str], str]
) -> str | None:
    parts = _parts(quotation, words)
    place = _at(parts, random, fits)
    if place is None:
        return None
    parts[place] = other(parts[place])
    return " ".join("".join(parts).split())


def other_word(quotation: str, words: Words, random: Random) -> str | None:
    """Put another running word of the text for one."""
    return _replaced(quotation, words, random, lambda _: True, lambda _: random.choice(words.running))


def near_word(quotation: str, words: Words, random: Random) -> str | None:
    """Put a word of the text that looks like it for one, a frequent one rather than a rare one."""

    def near(word: str) -> str:
        others = words.neighbours(word)
        return random.choices(others, [words.counts[other] ** 0.5 for other in others])[0]

    return _replaced(quotation, words, random, lambda word: bool(words.neighbours(word)), near)


def other_name(quotation: str, words: Words, random: Random) -> str | None:
    """Put another name for one."""
    names = frozenset(words.names)
    return _replaced(
        quotation, words, random, lambda word: word in names, lambda _: random.choice(words.names)
    )


def other_number(quotation: str, words: Words, random: Random) -> str | None:
    """Change a digit."""
    places = [match.start() for match in re.finditer(r"\d", quotation)]
    if not places or not words.spaced:
        return None
    place = random.choice(places)
    digit = random.choice([one for one in "0123456789" if one != quotation[place]])
    return quotation[:place] + digit + quotation[place + 1 :]


def no_negation(quotation: str, words: Words, random: Random) -> str | None:
    """Leave out a negation."""
    return _replaced(quotation, words, random, lambda word: word.lower() in NEGATIONS, lambda _: "")


def added_negation(quotation: str, words: Words, random: Random) -> str | None:
    """Put a negation of the text before a word."""
    known = sorted(words.counts.keys() & NEGATIONS)
    space = " " if words.spaced else ""
    return _replaced(
        quotation, words, random, lambda _: True, lambda word: random.choice(known) + space + word
    )


def no_word(quotation: str, words: Words, random: Random) -> str | None:
    """Leave out a word."""
    return _replaced(quotation, words, random, lambda _: True, lambda _: "")


CHANGES: dict[str, Callable[[str, Words, Random], str | None]] = {
    "other word": other_word,
    "near word": near_word,
    "name": other_name,
    "number": other_number,
    "negation dropped": no_negation,
    "negation added": added_negation,
    "word dropped": no_word,
}
