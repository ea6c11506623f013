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
_OTHER = 0.8
"""More that is asked of signs that are no known look-alikes, of which the one shown must be strange to the text."""
_MET = 80
"""Occurrences that are looked at."""
_TIMES = 10
"""How many times more frequent the quoted sign is."""
_STRANGE = 3
_OWN = 0.3
"""Occurrences that a sign strange to a text may have there, where the quoted one could not stand: so many, or a share."""
_NUMBERS = frozenset("〇零一二三四五六七八九十百千萬万億亿兩两廿卅")
_WEIGHTY = _NUMBERS | frozenset("不無无未沒没非莫勿別别否")
"""Signs that are rather another number or no negation than a misreading."""
_MORE = 1.0
"""More that is asked of these."""
_BY_ITSELF = 0.35
"""How much it weighs that a sign is usual, whatever its company."""
_ALONE = 3.0
"""More that is asked of a sign of which no company is known."""
_DOUBT = 0.3
"""Occurrences that are granted to what was never met."""
_SAMPLE = 1_000_000
"""Code points in which signs and pairs of them are counted."""
_CHANGED = 0.34
"""Signs that may be misread, of those of a stretch; of a short one, three."""
_FEW = 3
_UNLIKE = 0.2
"""The same for those that are no look-alikes; of a short one, one."""
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
        self._text = "".join(text[:_SAMPLE].split())
        self._rate = rate
        self._base = -math.log(rate)
        self._learnt = learnt
        self._counts: dict[str, int] = {}
        self._strangers: dict[tuple[str, str], bool] = {}

    def explains(self, quoted: str, printed: str, before: str, after: str) -> bool:
        """Say whether *printed*, which stands between *before* and *after*, is *quoted* with single signs misread."""
        ours, theirs = _bare(quoted), _bare(printed)
        if len(ours) != len(theirs):
            return False
        changed = [index for index, (one, other) in enumerate(zip(ours, theirs, strict=True)) if one != other]
        unlike = sum(not _alike(ours[index], theirs[index]) for index in changed)
        if len(changed) > max(_FEW, _CHANGED * len(ours)) or unlike > max(1, _UNLIKE * len(ours)):
            return False
        left, right = _bare(before)[-1:], _bare(after)[:1]
        around = [*([left] if left else [""]), *ours, *([right] if right else [""])]
        return all(self._misread(around, index + 1, theirs[index]) for index in changed)

    def _misread(self, around: Sequence[str], place: int, printed: str) -> bool:
        quoted = around[place]
        left, right = around[place - 1], around[place + 1]
        if not self._may_be_read(quoted, printed):
            return False
        habit = self._habit(quoted, printed)
        cost = _RARITY * self._base + (0.0 if _alike(quoted, printed) else _OTHER)
        if quoted in _WEIGHTY:
            cost += _MORE
        if not left and not right:
            cost += _ALONE
        gain = self._gain(quoted, printed, habit) * (_BY_ITSELF if left or right else 1.0)
        if left:
            gain += self._gain(left + quoted, left + printed, habit)
        if right:
            gain += self._gain(quoted + right, printed + right, habit)
        return gain > cost

    def _may_be_read(self, quoted: str, printed: str) -> bool:
        """Say whether a sign may at all have been read as another: a look-alike, or one that the text does not have."""
        if quoted.isdigit() or printed.isdigit() or (quoted in _NUMBERS and printed in _NUMBERS):
            return False
        if (quoted, printed) in confusions().exchanged:
            return False
        if _alike(quoted, printed):
            return True
        return quoted not in _WEIGHTY and self._strange(quoted, printed)

    def _habit(self, quoted: str, printed: str) -> float:
        """Return the share of a sign's occurrences that this text may show as another one."""
        shown = self._learnt.swaps.get((quoted, printed), 0) / max(self._learnt.letters.get(quoted, 0), 1)
        if self._strange(quoted, printed):
            shown = max(shown, self._count(printed) / max(self._count(quoted), 1))
        return max(self._rate, shown)

    def _strange(self, quoted: str, printed: str) -> bool:
        """Say whether nearly all that stands of a sign in this text stands where the quoted one does too."""
        key = (quoted, printed)
        known = self._strangers.get(key)
        if known is None:
            number = self._count(printed)
            most = max(_STRANGE, _OWN * min(number, _MET))
            known = number <= _STRANGE or _TIMES * number <= self._count(quoted)
            known = self._strangers[key] = known and self._without_fit(quoted, printed) <= most
        return known

    def _without_fit(self, quoted: str, printed: str) -> int:
        """Return how many of a sign's first occurrences have a neighbour that the quoted one never has."""
        text, number, at = self._text, 0, -1
        for _ in range(_MET):
            at = text.find(printed, at + 1)
            if at < 0:
                break
            left, right = text[at - 1 : at], text[at + 1 : at + 2]
            number += not (self._count(left + quoted) and self._count(quoted + right))
        return number

    def _gain(self, quoted: str, printed: str, habit: float) -> float:
        """Return how much likelier the quoted signs are in the text than the printed ones.

        Neither the place at hand counts nor what misreading makes of the quoted signs elsewhere.
        """
        return math.log((self._count(quoted) + _DOUBT) / (self._shown(quoted, printed, habit) + _DOUBT))

    def _shown(self, quoted: str, printed: str, habit: float) -> float:
        return max(0.0, self._count(printed) - 1 - 2 * habit * self._count(quoted))

    def _count(self, signs: str) -> int:
        known = self._counts.get(signs)
        if known is None:
            known = self._counts[signs] = self._text.count(signs)
        return known


def _alike(one: str, other: str) -> bool:
    return (one, other) in confusions().ideographs


def _bare(stretch: str) -> str:
    return "".join(one for one in stretch if one.isalnum())
