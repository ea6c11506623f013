"""How near two words are: whether one is the other in another spelling or in short, or may be it with slips of the keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_BETWEEN = re.compile(r"[\s_./-]+")
_SHORT = 4
"""Letters of a word in which only one slip is believed."""
_LONGEST = 100
_SHORTEST = 3
"""Letters that a short form has at least, as ``lang`` for ``language``."""
_ALIKE = 4
"""First letters that make two words alike, and how many letters longer one of them may be."""
_COMPARED = 2_000
"""Words that one is compared with; of more, those that begin alike."""


def same_spelt_otherwise(word: str, other: str) -> bool:
    """Return whether two words differ in capitals and in what divides their parts only: ``dateText`` and ``date_text``."""
    return _folded(word) == _folded(other)


def slips(word: str, other: str, most: int) -> int:
    """Return how many letters were left out, added, exchanged or swapped with the next one between two words.

    More than *most* are not counted: it is then ``most + 1``.
    """
    if abs(len(word) - len(other)) > most:
        return most + 1
    word, other = _apart(word, other)
    before: list[int] = []
    last = [min(column, most + 1) for column in range(len(other) + 1)]
    for row, letter in enumerate(word, 1):
        here = [most + 1] * (len(other) + 1)
        if row <= most:
            here[0] = row
        # of cells further from the diagonal, each has more slips than are counted
        for column in range(max(1, row - most), min(len(other), row + most) + 1):
            cost = min(
                last[column] + 1, here[column - 1] + 1, last[column - 1] + (letter != other[column - 1])
            )
            if row > 1 and column > 1 and letter == other[column - 2] and word[row - 2] == other[column - 1]:
                cost = min(cost, before[column - 2] + 1)
            here[column] = min(cost, most + 1)
        if min(here) > most:
            return most + 1
        before, last = last, here
    return last[-1]


def meant_alone(word: str, meant: str, candidates: Iterable[str]) -> bool:
    """Return whether *word* is one or two slips away from *meant*, and farther from all other *candidates*.

    Numbers are no slips: a word with other digits means another thing.
    """
    if len(word) > _LONGEST or re.sub(r"[^0-9]", "", word) != re.sub(r"[^0-9]", "", meant):
        return False
    word = word.lower()
    most = 1 if len(meant) <= _SHORT else 2
    nearest = slips(word, meant.lower(), most)
    letters = set(word)
    return nearest <= most and all(
        slips(word, one.lower(), nearest) > nearest
        for one in candidates
        # a slip brings one letter at most and takes one away
        if one != meant and len(letters.symmetric_difference(one.lower())) <= 2 * nearest
    )


def closest(word: str, candidates: Collection[str]) -> str | None:
    """Return the one of *candidates* that *word* is most likely a misspelling of, or None."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a faulty file needs it

    if len(candidates) > _COMPARED:
        candidates = [one for one in candidates if one[:2] == word[:2]][:_COMPARED]
    return next(iter(get_close_matches(word, candidates, n=1, cutoff=0.7)), None)


def closest_word(word: str, candidates: Collection[str]) -> str | None:
    """Return the one of *candidates* that *word* is most likely a misspelling or a short form of, or None; capitals are none."""
    word = word.lower()
    found = closest(word, candidates)
    if found is not None:
        return found
    alike = [one for one in candidates if is_short_for(word, one) or _begins_alike(word, one)]
    return alike[0] if len(alike) == 1 else None


def is_short_for(word: str, known: str) -> bool:
    """Return whether *word*, in small letters, is the beginning of a known one, and not too short to mean anything."""
    return len(word) >= _SHORTEST and known.startswith(word)


def _begins_alike(word: str, known: str) -> bool:
    """Return whether *word* begins like a known one that is about as long (``quotes``)."""
    return word[:_ALIKE] == known[:_ALIKE] and len(word) >= _ALIKE and abs(len(word) - len(known)) <= _ALIKE


def _apart(word: str, other: str) -> tuple[str, str]:
    """Return two words without what both begin and end with: there are no slips in that."""
    shorter = min(len(word), len(other))
    start = end = 0
    while start < shorter and word[start] == other[start]:
        start += 1
    while end < shorter - start and word[-1 - end] == other[-1 - end]:
        end += 1
    return word[start : len(word) - end], other[start : len(other) - end]


def _folded(word: str) -> str:
    return _BETWEEN.sub("", word).lower()
