"""Are the differing words of a quotation and of a printed text the same words misread, or other words?

Two explanations are weighed against each other, by logarithms of chances: that the printed text had the quotation's
words and was misread (how usual they are in it, and what such a misreading costs), and that it has the words that
it shows (how usual they are, or how much they look like words of that text).
"""

from __future__ import annotations

import math
import re
from functools import cached_property

from pincite.verifier.damage.ideographs import IDEOGRAPH, Ideographs
from pincite.verifier.damage.numbers import number_kept
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
_NEAR = 2
_RIVALS = 8
_CLOSE = 0.5


class Damage:
    """What misreading has done to a text; nothing is computed before the first question.

    *scanned*: the text was read off pictures, so that some of it is misread.
    """

    def __init__(self, text: str, *, scanned: bool = False) -> None:
        self._text = text
        self._scanned = scanned
        self._known: dict[tuple[str, str, str, str], bool] = {}

    def share(self) -> float:
        """Return an estimate of the share of the text's running words that are misread, from 0 to 1."""
        return 1 - (1 - self._wear.rate) ** self._mean

    def explains(self, quoted: str, printed: str, *, before: str = "", after: str = "") -> bool:
        """Say whether misreading alone makes *quoted* (words of a quotation) into *printed* (what the source shows).

        Both are stretches of text as they stand, aligned to each other. No word that is added or dropped is explained
        and no digit that became another; where the text is clean, nothing is. *before* and *after* are what the source
        shows around the stretch, one letter of it at least: without them a Chinese sign is hardly ever explained.
        """
        key = (quoted, printed, before[-1:], after[:1])
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._explains(quoted, printed, before, after)
        return known

    def _explains(self, quoted: str, printed: str, before: str, after: str) -> bool:
        ours, theirs = _tokens(quoted), _tokens(printed)
        if not ours or not theirs:
            return not ours and not theirs
        if not self._rate:
            return False
        if IDEOGRAPH.search(quoted):
            return self._ideographs.explains(quoted, printed, before, after)
        if len(ours) == len(theirs):
            return all(self._word(one, other) for one, other in zip(ours, theirs, strict=True))
        if len(ours) + len(theirs) > _WORDS:
            return False
        return self._word(" ".join(ours), " ".join(theirs))

    def _word(self, quoted: str, printed: str) -> bool:
        q, p = folded(quoted), folded(printed)
        if q == p:
            return True
        if max(len(q), len(p)) > _LETTERS or not number_kept(quoted, printed):
            return False
        cost = self._reading.cost(q, p)
        if cost == NEVER or self._other_words(q, p, cost):
            return False
        misread = self._expected(q, cost)
        weight = _WEIGHT * self._chance(q) - cost - self._chance(p, misread)
        return weight > _THRESHOLD and not self._better(q, p, cost)

    def _other_words(self, quoted: str, printed: str, cost: float) -> bool:
        """Say whether a word more on one side explains the difference better than misreading does."""
        ours, theirs = WORD.findall(quoted), WORD.findall(printed)
        if len(ours) == len(theirs):
            return False
        longer = ours if len(ours) > len(theirs) else theirs
        for index in range(len(longer)):
            fewer = " ".join(longer[:index] + longer[index + 1 :])
            if longer is ours:
                without = self._reading.cost(fewer, " ".join(theirs))
            else:
                without = self._reading.cost(" ".join(ours), fewer)
            if without + _CLOSE < cost:
                return True
        return False

    def _better(self, quoted: str, printed: str, cost: float) -> bool:
        """Say whether another word of the text, or two that ran together, were misread as *printed* much more likely."""
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        mine = self._chance(quoted) - cost + _RIVAL
        changed = min(_NEAR, Levenshtein.distance(quoted, printed))
        rivals = process.extract(
            printed,
            self._vocabulary.repeated,
            scorer=Levenshtein.distance,
            score_cutoff=changed,
            limit=_RIVALS,
        )
        for rival, distance, _ in rivals:
            if (
                distance
                and rival != quoted
                and self._chance(rival) - self._reading.cost(rival, printed) > mine
            ):
                return True
        if " " in quoted:
            return False
        space = self._reading.cost(" ", "")
        counts = self._vocabulary.counts
        return any(
            counts.get(printed[:cut], 0) > 1
            and counts.get(printed[cut:], 0) > 1
            and self._chance(f"{printed[:cut]} {printed[cut:]}") - space > mine
            for cut in range(1, len(printed))
        )

    def _expected(self, quoted: str, cost: float) -> float:
        """Return how often the text is expected to show the misreading of a word."""
        return self._vocabulary.counts.get(quoted, 0) * math.exp(-cost)

    def _chance(self, words: str, misread: float = -1.0) -> float:
        """Return the logarithm of the chance of words.

        Of printed ones neither the place at hand counts nor what *misread*, the number of misreadings expected, explains.
        """
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
    def _ideographs(self) -> Ideographs:
        return Ideographs(self._text, self._rate)

    @cached_property
    def _reading(self) -> Reading:
        return Reading(self._rate or _SCANNED, self._wear)


_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def _tokens(stretch: str) -> list[str]:
    """Return the words of a stretch of text without the signs around them; what is signs alone is none."""
    return [word for word in (_EDGES.sub("", token) for token in stretch.split()) if word]
