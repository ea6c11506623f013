"""Which words a text has, how often, and which other words it could have: the measure of a word being a word."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from pincite.verifier.damage.confusions import common_words
from pincite.verifier.damage.spelling import Spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[^\W_]+")
_SAMPLE = 400_000
"""Code points of a text from which its vocabulary is taken: more of them say nothing new."""
_PIECE = 100_000
_LONGEST = 40
"""Letters: what is longer is no word."""
_TRUST = 2_000
"""Words of running text that what is known of the language at large is worth."""
_LISTED = 0.5
"""Share of running words that are among a language's commonest."""
_SPEAKS = 0.15
"""Share of a text's words that a language's commonest words reach where the text is in it."""
_TYPES = 20_000
"""Words from which the look of words is learnt, the most frequent ones."""
_ENOUGH = 800
"""Words met twice that suffice to learn from them alone: those met once may be misread."""
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]")
_UNUSUAL = re.compile(
    "[\xa8\xaa\xad\xaf\xb2-\xb5\xb8-\xba\xbc-\xbe\u0132\u0133\u013f\u0140\u0149\u017f-\u03ff\u0500-\u05cf\u05eb-\uffff]"
)
"""Signs that have another form; most words have none of them."""
_IDEOGRAPHS = "\u2e80"
"""The first sign of those that are written without spaces."""


def folded(text: str) -> str:
    """Return a text as its words are compared: without case, ligatures, soft hyphens, points of Hebrew and Arabic."""
    text = text.casefold()
    if not _UNUSUAL.search(text):
        return text
    text = text.replace("\xad", "").replace("’", "'")
    return unicodedata.normalize("NFKC", _POINTS.sub("", unicodedata.normalize("NFC", text)))


class Vocabulary:
    """The words of a text with their numbers, taken from a sample of it where it is long.

    ``counts`` are occurrences by folded word, ``total`` their sum.
    """

    def __init__(self, text: str) -> None:
        self.counts = _counted(text)
        self.total = sum(self.counts.values())
        self._looks: dict[str, float] = {}

    @cached_property
    def common(self) -> dict[str, int]:
        """The ranks of the commonest words of the text's language, or of its languages."""
        shares = {
            language: sum(self.counts.get(word, 0) for word in ranks) / max(self.total, 1)
            for language, ranks in common_words().items()
        }
        merged: dict[str, int] = {}
        for language, ranks in common_words().items():
            if shares[language] >= max(_SPEAKS, 0.7 * max(shares.values())):
                for word, rank in ranks.items():
                    merged[word] = min(rank, merged.get(word, rank))
        return merged

    @cached_property
    def repeated(self) -> list[str]:
        """The words met at least twice, the most frequent first: candidates for what a misread word was."""
        return [word for word, count in self.counts.most_common() if count > 1]

    @property
    def small(self) -> bool:
        """Whether too few words are met twice to learn from them alone."""
        return len(self.repeated) < _ENOUGH

    def chance(self, word: str, occurrences: float) -> float:
        """Return the natural logarithm of the chance that a running word of the text is *word*.

        *occurrences* is how often it was met, as far as they are to count.
        """
        rank = self.common.get(word)
        expected = _LISTED / (rank + 10) / 5 if rank else (1 - _LISTED) * math.exp(self.look(word))
        return math.log((occurrences + _TRUST * expected) / (self.total + _TRUST))

    def look(self, word: str) -> float:
        """Return the natural logarithm of the chance that a new word of the text is spelt so."""
        known = self._looks.get(word)
        if known is None:
            known = self._looks[word] = self._spelling.chance(word)
        return known

    @cached_property
    def _spelling(self) -> Spelling:
        words = self.repeated[:_TYPES]
        if self.small:
            words = list(dict.fromkeys([*self.counts, *self.common]))[:_TYPES]
        return Spelling(words)


def _counted(text: str) -> Counter[str]:
    raw: Counter[str] = Counter()
    for piece in _pieces(text):
        # what a line's end has cut off is no word, and would pass for one that lost letters
        raw.update(piece.replace("-\n", "").replace("\xad\n", "").casefold().split())
    counts: Counter[str] = Counter()
    for token, number in raw.items():
        whole = folded(token) if _UNUSUAL.search(token) else token
        for word in (whole,) if whole.isalpha() else WORD.findall(whole):
            if len(word) <= _LONGEST and word[0] < _IDEOGRAPHS:
                counts[word] += number
    return counts


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces, or as many pieces of a long one as are enough, evenly spaced."""
    number = -(-min(len(text), _SAMPLE) // _PIECE)
    for index in range(number):
        start = index * len(text) // number
        yield text[start : min(start + _PIECE, (index + 1) * len(text) // number)]
