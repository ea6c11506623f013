"""The judge for signs that are written without spaces: each is weighed with the two beside it."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from pincite.verifier.damage.confusions import confusions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.damage.wear import Wear

IDEOGRAPH = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_RARITY = 0.3
"""How much it weighs that misreadings are rare, against the company that a sign keeps."""
_KNOWN = 0.0
_OTHER = 0.8
_BY_ITSELF = 0.35
"""How much it weighs that a sign is usual, whatever its company."""
_ALONE = 3.0
"""More that is asked of a sign of which no company is known."""
_DOUBT = 0.3
"""Occurrences that are granted to what was never met."""
_SAMPLE = 1_000_000
"""Code points in which signs and pairs of them are counted."""
_CHANGED = 0.34
"""Signs that may be misread, of those of a stretch; of a short one, two."""
_FEW = 2
_DENSE = 0.2
_PIECE = 1_000


def is_dense(text: str) -> bool:
    """Say whether a fifth of a text at least are signs that are written without spaces."""
    step = max(_PIECE, len(text) // 8)
    pieces = "".join(text[start : start + _PIECE] for start in range(0, len(text), step))
    return len(IDEOGRAPH.findall(pieces)) > _DENSE * len(pieces)


class Ideographs:
    """The signs of a text and their company, counted when asked for; *rate* of them are misread, some as *learnt*."""

    def __init__(self, text: str, rate: float, learnt: Wear) -> None:
        self._text = text[:_SAMPLE]
        self._rate = rate
        self._base = -math.log(rate)
        self._learnt = learnt
        self._counts: dict[str, int] = {}

    def explains(self, quoted: str, printed: str, before: str, after: str) -> bool:
        """Say whether *printed*, which stands between *before* and *after*, is *quoted* with single signs misread."""
        ours, theirs = _bare(quoted), _bare(printed)
        if len(ours) != len(theirs):
            return False
        changed = [index for index, (one, other) in enumerate(zip(ours, theirs, strict=True)) if one != other]
        if len(changed) > max(_FEW, _CHANGED * len(ours)):
            return False
        left, right = _bare(before)[-1:], _bare(after)[:1]
        around = [*([left] if left else [""]), *ours, *([right] if right else [""])]
        return all(self._misread(around, index + 1, theirs[index]) for index in changed)

    def _misread(self, around: Sequence[str], place: int, printed: str) -> bool:
        quoted = around[place]
        if quoted.isdigit() or printed.isdigit():
            return False
        left, right = around[place - 1], around[place + 1]
        known = (quoted, printed) in confusions().ideographs
        cost = _RARITY * self._base + (_KNOWN if known else _OTHER)
        if not left and not right:
            cost += _ALONE
        habit = self._habit(quoted, printed)
        gain = self._gain(quoted, printed, habit) * (_BY_ITSELF if left or right else 1.0)
        if left:
            gain += self._gain(left + quoted, left + printed, habit)
        if right:
            gain += self._gain(quoted + right, printed + right, habit)
        return gain > cost

    def _habit(self, quoted: str, printed: str) -> float:
        """Return the share of a sign's occurrences that this text may show as another one."""
        shown = self._learnt.swaps.get((quoted, printed), 0)
        return max(self._rate, shown / max(self._learnt.letters.get(quoted, 0), 1))

    def _gain(self, quoted: str, printed: str, habit: float) -> float:
        """Return how much likelier the quoted signs are in the text than the printed ones.

        Neither the place at hand counts nor what misreading makes of the quoted signs elsewhere.
        """
        meant = self._count(quoted)
        shown = max(0.0, self._count(printed) - 1 - 2 * habit * meant)
        return math.log((meant + _DOUBT) / (shown + _DOUBT))

    def _count(self, signs: str) -> int:
        known = self._counts.get(signs)
        if known is None:
            known = self._counts[signs] = self._text.count(signs)
        return known


def _bare(stretch: str) -> str:
    return "".join(one for one in stretch if one.isalnum())
