"""How badly a text without spaces is misread, learnt from itself: signs whose company asks for a look-alike of theirs."""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.verifier.damage.confusions import confusions
from pincite.verifier.damage.wear import Wear

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_SAMPLE = 120_000
"""Code points in which company is counted: more of them say nothing new."""
_PIECES = 4
_LOOKED_AT = 18_000
"""Signs that are looked at, at most."""
_BITS = 16
_SIGNS = 1 << _BITS
_FIRST, _LAST = 0x2E80, 0x9FFF
_OWN = 2
_OWN_OF = 0.15
"""Times that a sign may keep the same company and still be out of place there: so many, and of those of the other."""
_MOST_OWN = 60
_TRUST = 20.0
"""Occurrences that a sign's frequency is worth beside those with its company."""
_CLEAR = 3.0
"""Logarithm of how much better a look-alike must fit."""
_NATURAL = 1.6
"""Signs out of place in a clean text, for each that a sign which is no look-alike would fit better."""
_CHANCE = 3.0
"""Standard deviations by which the signs out of place must exceed what is natural."""
_FEW = 4.0
_MOST = 0.2
_SEEN = 2.2
"""Misread signs that there are for one that shows."""


class _Signs(NamedTuple):
    """Signs of a text without white space as numbers: how often each stands, and in sorted order each pair of neighbours."""

    codes: Numbers
    singles: Numbers
    pairs: Numbers
    times: Numbers

    def together(self, left: Numbers, right: Numbers) -> Numbers:
        """Return how often each of some signs stands before another one."""
        import numpy as np  # noqa: PLC0415 - of an extra

        wanted = (left << _BITS) | right
        at = np.minimum(np.searchsorted(self.pairs, wanted), len(self.pairs) - 1)
        return np.where(self.pairs[at] == wanted, self.times[at], 0)


def company_wear(text: str) -> Wear:
    """Learn from a text's signs and the company they keep how worn it is.

    Signs out of place, each with a look-alike that would not be, are counted, and for comparison those for which
    the sign of the next frequency does as well: in a clean text there are about as many of these as of those.
    """
    signs = _signs(text)
    meant, shown = _known()
    here = (signs.singles[meant] > 0) & (signs.singles[shown] > 0)
    meant, shown = meant[here], shown[here]
    letters = _counted(signs)
    if not len(meant):
        return Wear(0.0, {}, letters)
    found = _misplaced(signs, meant, shown)
    expected = _NATURAL * sum(_misplaced(signs, _following(signs)[meant], shown).values())
    misread = sum(found.values())
    if misread <= expected + _CHANCE * math.sqrt(expected + _FEW):
        return Wear(0.0, {}, letters)
    return Wear(min(_MOST, _SEEN * (misread - expected) / sum(letters.values())), found, letters)


@cache
def _known() -> tuple[Numbers, Numbers]:
    """Return the pairs of look-alikes, sorted by the second: those that may be meant, those that are shown."""
    import numpy as np  # noqa: PLC0415 - of an extra

    pairs = sorted(((ord(shown), ord(meant)) for meant, shown in confusions().ideographs))
    shown, meant = np.array([pair for pair in pairs if max(pair) < _SIGNS], dtype=np.int64).T
    return meant, shown


def _counted(signs: _Signs) -> dict[str, int]:
    import numpy as np  # noqa: PLC0415 - of an extra

    codes = np.flatnonzero(signs.singles[_FIRST : _LAST + 1]) + _FIRST
    return dict(zip(map(chr, codes.tolist()), signs.singles[codes].tolist(), strict=True))


def _signs(text: str) -> _Signs:
    import numpy as np  # noqa: PLC0415 - of an extra

    piece = _SAMPLE // _PIECES
    if len(text) > _SAMPLE:
        starts = (index * (len(text) - piece) // (_PIECES - 1) for index in range(_PIECES))
        text = "".join(text[start : start + piece] for start in starts)
    raw = np.frombuffer("".join(text.split()).encode("utf-32-le", "replace"), dtype="<u4").astype(np.int64)
    codes = raw[raw < _SIGNS]
    pairs, times = np.unique((codes[:-1] << _BITS) | codes[1:], return_counts=True)
    return _Signs(codes, np.bincount(codes, minlength=_SIGNS), pairs, times)


def _following(signs: _Signs) -> Numbers:
    """Return for each sign the one that is next less frequent, for comparison."""
    import numpy as np  # noqa: PLC0415 - of an extra

    ranked = np.argsort(-signs.singles[_FIRST : _LAST + 1], kind="stable") + _FIRST
    following = np.arange(_SIGNS)
    following[ranked[:-1]] = ranked[1:]
    return following


def _misplaced(signs: _Signs, meant: Numbers, shown: Numbers) -> Counter[tuple[str, str]]:
    """Return how often a sign of *shown* (in order) stands where the one of *meant* beside it fits much better."""
    import numpy as np  # noqa: PLC0415 - of an extra

    number, first = np.zeros(_SIGNS, np.int64), np.zeros(_SIGNS, np.int64)
    each, begins, times = np.unique(shown, return_index=True, return_counts=True)
    number[each], first[each] = times, begins
    codes, singles = signs.codes, signs.singles
    at = np.flatnonzero(number[codes[1:-1]]) + 1
    at = at[:: -(-len(at) // _LOOKED_AT) or 1]
    step = max(1.0, float(number[codes[1:-1]].astype(bool).sum()) / max(len(at), 1))
    before, behind = signs.together(codes[at - 1], codes[at]), signs.together(codes[at], codes[at + 1])
    alone = (before <= _MOST_OWN) & (behind <= _MOST_OWN)
    at, before, behind = at[alone], before[alone] - 1, behind[alone] - 1
    # each place once for every sign that may have been meant there
    times = number[codes[at]]
    place = np.repeat(np.arange(len(at)), times)
    within = np.arange(len(place)) - np.repeat(np.cumsum(times) - times, times)
    other = meant[np.repeat(first[codes[at]], times) + within]
    left, sign, right = (codes[at + shift][place] for shift in (-1, 0, 1))
    left_fits = signs.together(left, other)
    kept = np.flatnonzero((left_fits > 0) & (before[place] <= _OWN + left_fits * _OWN_OF))
    place, other, left, sign, right, left_fits = (
        one[kept] for one in (place, other, left, sign, right, left_fits)
    )
    right_fits = signs.together(other, right)
    share = singles / max(len(codes), 1)
    gain = (
        np.log((left_fits + _TRUST * share[other]) * (right_fits + _TRUST * share[right]))
        - np.log(before[place] + _TRUST * np.maximum(singles[sign] - 0.5, 0.5) / len(codes))
        - np.log(behind[place] + _TRUST * share[right])
        + np.log((singles[sign] - 1 + _TRUST) / (singles[other] + _TRUST))
    )
    fits = (right_fits > 0) & (behind[place] <= _OWN + right_fits * _OWN_OF)
    clear = np.flatnonzero(fits & (gain > _CLEAR))
    order = clear[np.argsort(-gain[clear], kind="stable")]
    _, best = np.unique(place[order], return_index=True)
    best = order[best]
    swaps = Counter(zip(map(chr, other[best].tolist()), map(chr, sign[best].tolist()), strict=True))
    return Counter({swap: round(step * times) for swap, times in swaps.items()})
