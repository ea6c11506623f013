"""How near two words are: whether one is the other in another spelling, or may be it with a slip of the keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BETWEEN = re.compile(r"[\s_./-]+")
_SHORT = 4
"""Letters of a word in which only one slip is believed."""
_LONGEST = 100


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
