"""How the words of a text are spelt: how likely a new word of it is to look like a given one."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ORDER = 4
"""Letters that are looked at together."""
_SMOOTH = 3.0
"""Occurrences that a shorter context's opinion is worth."""
_EDGE = "\n"
_START = _EDGE * (_ORDER - 1)
_BITS = 16


class Spelling:
    """The spelling of *words* (folded, each once), learnt from runs of up to four letters."""

    def __init__(self, words: Sequence[str]) -> None:
        import numpy as np  # noqa: PLC0415 - of an extra

        self._learnt = frozenset(words)
        text = _START + _START.join(words) + _START
        codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64) & np.uint64(0xFFFF)
        edge = codes == ord(_EDGE)
        ends = np.flatnonzero(~edge[1:] | ~edge[:-1]) + 1
        ends = ends[ends >= _ORDER - 1]
        self._letters = len(np.unique(codes)) + 1
        self._runs: dict[int, int] = {}
        self._stems: dict[int, int] = {}
        last, stem = np.zeros(len(ends), np.uint64), np.zeros(len(ends), np.uint64)
        for size in range(1, _ORDER + 1):
            self._count(self._stems, stem)
            last |= codes[ends - (size - 1)] << np.uint64(_BITS * (size - 1))
            self._count(self._runs, last)
            if size < _ORDER:
                stem |= codes[ends - size] << np.uint64(_BITS * (size - 1))

    @staticmethod
    def _count(into: dict[int, int], keys: object) -> None:
        import numpy as np  # noqa: PLC0415 - of an extra

        found, numbers = np.unique(keys, return_counts=True)  # type: ignore[call-overload]
        into.update(zip(found.tolist(), numbers.tolist(), strict=True))

    def chance(self, word: str) -> float:
        """Return the natural logarithm of the chance that a new word is spelt like *word*."""
        places = list(_places(word))
        # a word is no witness of its own spelling
        runs: Counter[int] = Counter()
        stems: Counter[int] = Counter()
        if word in self._learnt:
            runs.update(run for place in places for run, _ in place)
            stems.update(stem for place in places for _, stem in place)
        chance = 0.0
        for place in places:
            share = 1 / self._letters
            for run, stem in place:
                hits = self._runs.get(run, 0) - runs[run]
                times = self._stems.get(stem, 0) - stems[stem]
                share = (hits + _SMOOTH * share) / (times + _SMOOTH)
            chance += math.log(share)
        return chance


def _places(word: str) -> Iterator[list[tuple[int, int]]]:
    """Yield for each letter of a word and for its end the runs that end there, each with what stands before the last letter."""
    codes = [ord(letter) & 0xFFFF for letter in _START + word + _EDGE]
    for end in range(_ORDER - 1, len(codes)):
        place: list[tuple[int, int]] = []
        run = stem = 0
        for size in range(1, _ORDER + 1):
            run |= codes[end - size + 1] << _BITS * (size - 1)
            place.append((run, stem))
            if size < _ORDER:
                stem |= codes[end - size] << _BITS * (size - 1)
        yield place
