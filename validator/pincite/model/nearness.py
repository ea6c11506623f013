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


def slips(word: str, other: str) -> int:
    """Return how many letters were left out, added, exchanged or swapped with the next one between two words."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(word, 1):
        here = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(last[column] + 1, here[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and word[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        before, last = last, here
    return last[-1]


def meant_alone(word: str, meant: str, candidates: Iterable[str]) -> bool:
    """Return whether *word* is one or two slips away from *meant*, and farther from all other *candidates*.

    Numbers are no slips: a word with other digits means another thing.
    """
    if len(word) > _LONGEST or re.sub(r"[^0-9]", "", word) != re.sub(r"[^0-9]", "", meant):
        return False
    word = word.lower()
    nearest = slips(word, meant.lower())
    return nearest <= (1 if len(meant) <= _SHORT else 2) and all(
        slips(word, one.lower()) > nearest
        for one in candidates
        if one != meant and abs(len(one) - len(word)) <= nearest
    )


def _folded(word: str) -> str:
    return _BETWEEN.sub("", word).lower()
