"""Are the differing words of a quotation and of a printed text the same words misread, or other words?

Two explanations are weighed against each other, by logarithms of chances: that the printed text had the quotation's
words and was misread (how usual they are in it, and what such a misreading costs), and that it has the words that
it shows (how usual they are, or how much they look like words of that text).
"""

from __future__ import annotations

import math
import re
from functools import cached_property

from pincite.verifier.damage.reading import NEVER, Reading
from pincite.verifier.damage.vocabulary import WORD, Vocabulary, folded
from pincite.verifier.damage.wear import Wear, wear

_CLEAN = 0.001
"""Letters misread, of one, below which a text is clean."""
_SCANNED = 0.004
"""What is taken for granted of a scan, however well it seems to be read."""
_WEIGHT = 0.5
"""How much it counts that the quoted words are usual in the text: a writer's own mistakes are usual words, too."""
_THRESHOLD = 0.0
_RIVAL = 4.0
"""How much better another word of the text may explain what is printed."""
_LETTERS = 60
_WORDS = 5
_CHANGED = 0.5
"""Letters that may be misread, of those of the longer side."""


class Damage:
    """What misreading has done to a text; nothing is computed before the first question.

    *scanned*: the text was read off pictures, so that some of it is misread.
    """

    def __init__(self, text: str, *, scanned: bool = False) -> None:
        self._text = text
        self._scanned = scanned
        self._known: dict[tuple[str, str], bool] = {}

    def share(self) -> float:
        """Return an estimate of the share of the text's running words that are misread, from 0 to 1."""
        return 1 - (1 - self._wear.rate) ** self._mean

    def explains(self, quoted: str, printed: str) -> bool:
        """Say whether misreading alone makes *quoted* (words of a quotation) into *printed* (what the source shows).

        Both are stretches of text as they stand, aligned to each other. No word that is added or dropped is explained
        and no digit that became another; where the text is clean, nothing is.
        """
        key = (quoted, printed)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._explains(quoted, printed)
        return known

    def _explains(self, quoted: str, printed: str) -> bool:
        ours, theirs = _tokens(quoted), _tokens(printed)
        if not ours or not theirs:
            return not ours and not theirs
        if not self._rate:
            return False
        if len(ours) == len(theirs):
            return all(self._word(one, other) for one, other in zip(ours, theirs, strict=True))
        if len(ours) + len(theirs) > _WORDS:
            return False
        return self._word(" ".join(ours), " ".join(theirs))

    def score(self, quoted: str, printed: str) -> tuple[float, float, float]:
        q, p = folded(quoted), folded(printed)
        cost = self._reading.cost(q, p)
        return self._chance(q), cost, self._chance(p, self._misread(q, cost))

    def _word(self, quoted: str, printed: str) -> bool:
        q, p = folded(quoted), folded(printed)
        if q == p:
            return True
        if max(len(q), len(p)) > _LETTERS:
            return False
        cost = self._reading.cost(q, p)
        if cost == NEVER:
            return False
        weight = _WEIGHT * self._chance(q) - cost - self._chance(p, self._misread(q, cost))
        return weight > _THRESHOLD

    def _misread(self, printed: str, cost: float) -> float:
        """Return how often a word is expected to be misread at this cost."""
        return self._vocabulary.counts.get(printed, 0) * math.exp(-cost)

    def _chance(self, words: str, misread: float = -1.0) -> float:
        """Return the logarithm of the chance of words; those *shown* stand there once already, or as often as *misread*."""
        chance = 0.0
        for word in WORD.findall(words):
            number = float(self._vocabulary.counts.get(word, 0))
            if misread >= 0:
                number = max(0.0, number - 1 - 2 * misread)
            chance += self._vocabulary.chance(word, number)
        return chance

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._text)

    @cached_property
    def _wear(self) -> Wear:
        return wear(self._vocabulary.counts)

    @cached_property
    def _mean(self) -> float:
        counts = self._vocabulary.counts
        return sum(len(word) * number for word, number in counts.items()) / max(self._vocabulary.total, 1)

    @cached_property
    def _rate(self) -> float:
        """The share of letters misread; 0 where the text is clean."""
        rate = self._wear.rate
        if self._scanned:
            return max(rate, _SCANNED)
        return rate if rate >= _CLEAN else 0.0

    @cached_property
    def _reading(self) -> Reading:
        return Reading(self._rate or _SCANNED, self._wear)


_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def _tokens(stretch: str) -> list[str]:
    """Return the words of a stretch of text without the signs around them; what is signs alone is none."""
    return [word for word in (_EDGES.sub("", token) for token in stretch.split()) if word]
