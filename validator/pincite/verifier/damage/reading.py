"""What it costs to read one word as another: the dearer, the less likely a scanner's reading does it."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from pincite.verifier.damage.confusions import bare, confusions

if TYPE_CHECKING:
    from pincite.verifier.damage.wear import Wear

NEVER = math.inf
_HOLE = re.compile("[\ufffd\u2423\u25a0-\u25af\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
"""Signs that stand where a letter could not be read."""
_HOLE_LETTERS = 3
_FREE_HOLE = 2.0
_SINGLE_STEPS = ((1, 1), (1, 0), (0, 1))
_STEPS = (*_SINGLE_STEPS, (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (2, 0), (3, 0))
_HOLE_STEPS = (*_SINGLE_STEPS, (2, 1), (3, 1))
_HELD = "f"
"""The letter that begins what fonts hold as one glyph."""
_ASTRAY = 4
"""Letters by which one side may be ahead of the other."""
_LEARNT_FROM = 4
"""Occurrences of a swap in the text itself before it counts as a habit of this scan."""

# What share of all misreadings is of a kind, as a cost beside that of a letter being misread at all.
_KNOWN = 1.7
_MARKS = 1.2
_SPECK = 1.6
_SPACE = 1.4
_SIGN = 2.6
_LOST = 2.0
_OTHER = 5.0
_INVENTED = 5.6
_LEAST = 2.0


class Reading:
    """The misreadings of one scan: ``rate`` of its letters are misread, some by the habits learnt in *learnt*."""

    def __init__(self, rate: float, learnt: Wear) -> None:
        self._base = -math.log(rate)
        self._habits = _habits(learnt)

    def cost(self, printed: str, read: str) -> float:
        """Return the cost, a negative logarithm of a chance, of reading *printed* (folded) as *read*.

        A digit that is another digit, is lost or is invented costs infinitely much.
        """
        start = 0
        while start < min(len(printed), len(read)) and printed[start] == read[start]:
            start += 1
        end = 0
        while end < min(len(printed), len(read)) - start and printed[-1 - end] == read[-1 - end]:
            end += 1
        # letters that are taken together may share one with what is alike
        first = printed[start : len(printed) - end]
        second = read[start : len(read) - end]
        return self._cost(first, second)

    def _cost(self, printed: str, read: str) -> float:
        rows = [[NEVER] * (len(read) + 1) for _ in range(len(printed) + 1)]
        rows[0][0] = 0.0
        for i, row in enumerate(rows):
            for j in range(max(0, i - _ASTRAY), min(len(read), i + _ASTRAY) + 1):
                so_far = row[j]
                if so_far == NEVER:
                    continue
                if printed[i : i + 1] == read[j : j + 1] != "":
                    rows[i + 1][j + 1] = min(rows[i + 1][j + 1], so_far)
                for m, n in self._steps(printed[i : i + 1], read[j : j + 1]):
                    if i + m <= len(printed) and j + n <= len(read):
                        cost = so_far + self._step(printed[i : i + m], read[j : j + n])
                        rows[i + m][j + n] = min(rows[i + m][j + n], cost)
        return rows[-1][-1]

    def _steps(self, printed: str, read: str) -> tuple[tuple[int, int], ...]:
        """Return how many letters of either side may be taken together where these two are next."""
        if _HOLE.match(read):
            return _HOLE_STEPS
        return _STEPS if (printed, read) in confusions().begun or printed in _HELD else _SINGLE_STEPS

    def _step(self, printed: str, read: str) -> float:
        if printed == read:
            return 0.0
        table = confusions()
        if (printed, read) in table.pairs:
            return self._base + min(_KNOWN, self._habits.get((printed, read), _KNOWN))
        if len(read) == 1 and _HOLE.match(read):
            return _FREE_HOLE if 0 < len(printed) <= _HOLE_LETTERS else self._base
        if not read or not printed:
            return self._lost(printed) if printed else self._invented(read)
        return self._swapped(printed, read)

    def _lost(self, printed: str) -> float:
        if printed in confusions().holes:
            return self._base + _LOST
        if len(printed) > 1 or printed.isdigit():
            return NEVER
        if printed == " ":
            return self._base + _SPACE
        if not printed.isalpha():
            return self._base + _SPECK
        return self._base + self._habits.get((printed, ""), _LOST)

    def _invented(self, read: str) -> float:
        if len(read) > 1 or read.isdigit():
            return NEVER
        if read == " ":
            return self._base + _SPACE
        if not read.isalpha():
            return self._base + _SPECK
        return self._base + self._habits.get(("", read), _INVENTED)

    def _swapped(self, printed: str, read: str) -> float:
        if len(printed) > 1 or len(read) > 1 or " " in (printed, read) or printed.isdigit() or read.isdigit():
            return NEVER
        if bare(printed) == bare(read):
            return self._base + _MARKS
        if not read.isalpha():
            return self._base + _SIGN
        if not printed.isalpha():
            return self._base + _INVENTED
        return self._base + self._habits.get((printed, read), _OTHER)


def _habits(learnt: Wear) -> dict[tuple[str, str], float]:
    """Return by swap what it costs beside the cost of any misreading, for those that the text shows often."""
    total = sum(learnt.swaps.values())
    places = sum(learnt.letters.values())
    habits: dict[tuple[str, str], float] = {}
    for (printed, read), number in learnt.swaps.items():
        if number >= _LEARNT_FROM:
            at = learnt.letters.get(printed, 0) if printed else places
            # how much more often than any misreading at any letter
            habits[printed, read] = max(-math.log(number / max(at, 1) / (total / max(places, 1))), -1.0)
    return habits
