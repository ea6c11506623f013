"""Whether the differing words of a quotation and of a printed text are the same words misread, or other words.

Two explanations are weighed against each other, by logarithms of chances: that the text had the quotation's words
and was misread (how usual they are in it, and what such a misreading costs), and that it has the words that it shows
(how usual they are, or how much they look like words of that text).
"""

from __future__ import annotations

import math
import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pincite.verifier.damage.company import company_wear
from pincite.verifier.damage.ideographs import IDEOGRAPH, Ideographs, is_dense
from pincite.verifier.damage.numbers import number_kept
from pincite.verifier.damage.reading import NEVER, Reading
from pincite.verifier.damage.stretches import (
    LETTERLIKE,
    LINE_END,
    differs_first,
    differs_last,
    far,
    words_of,
)
from pincite.verifier.damage.vocabulary import WORD, Vocabulary, folded
from pincite.verifier.damage.wear import Wear, wear
from pincite.verifier.extra import process

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLEAN = 0.001
"""Letters misread, of one, below which a text is clean."""
_SCANNED = 0.004
"""What is taken for granted of a scan, however well it seems to be read."""
_UNKNOWN = 0.015
"""What is taken for granted of a scan too short to tell."""
_TELLING = 4_000
"""Letters of common words from which a text tells how well it is read."""

# How much each ground weighs, as a logistic regression over damaged books and near misquotations had it
# (benchmarks/scans/damage.py, its noise for tuning), rounded.
_START = 3.8
_COST = 0.8
_SHOWN = 0.32
"""Of the chance of the words that are shown."""
_USUAL = 0.46
"""Of the logarithm of how often the quoted word stands in the text."""
_LENGTH = 0.28
"""Of each letter: longer words are less likely by themselves."""
_ENDING = 0.75
"""Against a difference in the last letter, where other forms of a word have it."""
_BEGINNING = 0.6
_LISTED = 2.6
"""Against a printed word that is common in the language."""
_LITTLE = 1.5
"""Against everything where the text is too short to tell which words it could have."""
_RIVAL = 7.0
"""How much cheaper it is to have misread another word of the text, for that one to be meant."""

_SEVERAL = 2
"""Differences that together tell that a text is misread."""
_EVIDENT = 0.03
"""Letters misread, of one, where they do."""
_SHORT_TEXT = 100_000
"""Code points from which on a text tells by itself how well it is read."""
_UNSEEN = 0.3
_NEAR = 2
_RIVALS = 6
_LETTERS = 60
_WORDS = 5
_CLOSE = 0.5
_DIGIT = re.compile(r"\d")


class Difference(NamedTuple):
    """Words of a quotation, what the source prints for them, and a sign at least of what it prints on either side."""

    quoted: str
    printed: str
    before: str = ""
    after: str = ""


class Damage:
    """What misreading has done to a text; nothing is computed before the first question.

    *scanned*: the text was read off pictures, so that some of it is misread; *least* is the share of its letters that
    are at least, where that is known.
    """

    def __init__(self, text: str, *, scanned: bool = False, least: float = 0.0) -> None:
        self._text = text
        self._scanned = scanned
        self._least = least
        self._answers: dict[tuple[str, str, str, str], bool] = {}

    def share(self) -> float:
        """Return an estimate of the share of the text's running words that are misread, from 0 to 1."""
        if self._is_dense:
            return _told(self._company.rate)
        counts = self._vocabulary.counts
        length = sum(len(word) * number for word, number in counts.items()) / max(self._vocabulary.total, 1)
        sound: float = (1.0 - _told(self._wear.rate)) ** length
        return 1.0 - sound

    def explains(self, quoted: str, printed: str, *, before: str = "", after: str = "") -> bool:
        """Say whether misreading alone makes *quoted* (words of a quotation) into *printed* (what the source shows).

        Both are stretches of text as they stand, aligned to each other. No word that is added or dropped is explained
        and no digit that became another; where the text is clean, nothing is. *before* and *after* are what the source
        shows around the stretch, one sign of it at least: without them a Chinese sign is hardly ever explained.
        """
        key = (quoted, printed, before[-1:], after[:1])
        answer = self._answers.get(key)
        if answer is None:
            answer = self._answers[key] = self._explains(*key)
        return answer

    def explains_together(self, differences: Sequence[Difference]) -> bool:
        """Say whether misreading alone explains all differences between one passage and its quotation.

        Several words that are none, each a known confusion away from the quotation's word, tell that a text is misread
        which is too short to tell it otherwise.
        """
        if all(
            self.explains(one.quoted, one.printed, before=one.before, after=one.after) for one in differences
        ):
            return True
        return (
            len(differences) >= _SEVERAL
            and self._rate < _EVIDENT
            and len(self._text) < _SHORT_TEXT
            and sum(self._wear.letters.values()) < _TELLING
            and all(self._worn.is_no_word(one.quoted, one.printed) for one in differences)
            and self._worn.explains_together(differences)
        )

    @cached_property
    def _worn(self) -> Damage:
        """The judge of the same text, once it is known to be misread."""
        return Damage(self._text, scanned=True, least=_EVIDENT)

    def is_no_word(self, quoted: str, printed: str) -> bool:
        """Say whether no word of *printed* that differs from *quoted* is known, but each is one confusion away from it."""
        ours, theirs = (WORD.findall(folded(LINE_END.sub("", words))) for words in (quoted, printed))
        if ours == theirs or len(ours) != len(theirs) or _DIGIT.search(quoted):
            return False
        known = self._reading.cost("m", "rn")
        return all(
            one == other
            or (
                other not in self._vocabulary.common
                and self._vocabulary.counts.get(other, 0) <= 1
                and self._reading.cost(one, other) <= known
            )
            for one, other in zip(ours, theirs, strict=True)
        )

    def _explains(self, quoted: str, printed: str, before: str, after: str) -> bool:
        ours, theirs, shown = words_of(quoted), words_of(printed), words_of(printed, LETTERLIKE)
        if not ours or not theirs:
            return not ours and not theirs
        if IDEOGRAPH.search(quoted):
            return bool(self._sign_rate) and self._ideographs.explains(quoted, printed, before, after)
        if not self._rate:
            return False
        if len(ours) == len(theirs):
            return all(self._word(one, other) for one, other in zip(ours, theirs, strict=True)) or (
                len(shown) == len(ours)
                and not _DIGIT.search(printed)
                and all(self._word(one, other) for one, other in zip(ours, shown, strict=True))
            )
        return len(ours) + len(theirs) <= _WORDS and self._word(" ".join(ours), " ".join(theirs))

    def _word(self, quoted: str, printed: str) -> bool:
        if max(len(quoted), len(printed)) > _LETTERS or not number_kept(quoted, printed):
            return False
        quoted, printed = folded(quoted), folded(printed)
        if WORD.findall(quoted) == WORD.findall(printed):
            return True
        if far(quoted, printed):
            return False
        cost = self._reading.cost(quoted, printed)
        return (
            cost != NEVER
            and self._weight(quoted, printed, cost) > 0
            and not self._word_more(quoted, printed, cost)
            and not self._other_meant(quoted, printed, cost)
        )

    def _weight(self, quoted: str, printed: str, cost: float) -> float:
        """Return how much speaks for a misreading, above 0, or for another word, below 0."""
        vocabulary = self._vocabulary
        usual = min((vocabulary.counts.get(word, 0) for word in WORD.findall(quoted)), default=0)
        expected = vocabulary.counts.get(quoted, 0) * math.exp(-cost)
        shown = 0.0
        listed = False
        for word in WORD.findall(printed):
            # neither the place at hand counts nor what misreading makes of the quoted word elsewhere
            shown += vocabulary.chance(word, max(0.0, vocabulary.counts.get(word, 0) - 1 - 2 * expected))
            listed |= word in vocabulary.common
        return (
            _START
            - _COST * cost
            - _SHOWN * shown
            + _USUAL * math.log(usual + _UNSEEN)
            - _LENGTH * len(quoted)
            - _ENDING * differs_last(quoted, printed)
            - _BEGINNING * differs_first(quoted, printed)
            - _LISTED * listed
            - _LITTLE * vocabulary.small
        )

    def _word_more(self, quoted: str, printed: str, cost: float) -> bool:
        """Say whether a word more on one side explains the difference better than misreading does."""
        ours, theirs = WORD.findall(quoted), WORD.findall(printed)
        if len(ours) == len(theirs):
            return False
        longer, shorter = (ours, theirs) if len(ours) > len(theirs) else (theirs, ours)
        for index in range(len(longer)):
            fewer, others = " ".join(longer[:index] + longer[index + 1 :]), " ".join(shorter)
            pair = (fewer, others) if longer is ours else (others, fewer)
            if self._reading.cost(*pair) + _CLOSE < cost:
                return True
        return False

    def _other_meant(self, quoted: str, printed: str, cost: float) -> bool:
        """Say whether another word of the text, or two that ran together, are misread as *printed* much more easily."""
        from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

        most = cost - _RIVAL
        if most <= self._reading.cost(" ", "") or not most > 0:
            return False
        words = self._vocabulary.repeated
        distance = min(_NEAR, Levenshtein.distance(quoted, printed) - 1)
        rivals = process.extract(
            printed, words, scorer=Levenshtein.distance, score_cutoff=distance, limit=_RIVALS
        )
        if any(
            rival not in (quoted, printed) and self._reading.cost(rival, printed) < most
            for rival, _, _ in rivals
        ):
            return True
        counts = self._vocabulary.counts
        return " " not in quoted and any(
            min(counts.get(printed[:cut], 0), counts.get(printed[cut:], 0)) > 1
            for cut in range(1, len(printed))
        )

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._text)

    @cached_property
    def _wear(self) -> Wear:
        return wear(self._vocabulary.counts)

    @cached_property
    def _rate(self) -> float:
        """The share of letters misread; 0 where the text is clean."""
        return self._granted(self._wear)

    def _granted(self, learnt: Wear) -> float:
        """Return the share of letters misread, as far as a text that is like this one may have it; 0 where it is clean."""
        if self._scanned:
            telling = sum(learnt.letters.values()) >= _TELLING
            return max(learnt.rate, self._least, _SCANNED if telling else _UNKNOWN)
        return _told(learnt.rate)

    @cached_property
    def _is_dense(self) -> bool:
        """Whether the text is written in signs without spaces between them."""
        return is_dense(self._text)

    @cached_property
    def _company(self) -> Wear:
        return company_wear(self._text) if self._is_dense else Wear(0.0, {}, {})

    @cached_property
    def _sign_rate(self) -> float:
        return self._granted(self._company)

    @cached_property
    def _ideographs(self) -> Ideographs:
        return Ideographs(self._text, self._sign_rate, self._company)

    @cached_property
    def _reading(self) -> Reading:
        return Reading(self._rate, self._wear)


def _told(rate: float) -> float:
    return rate if rate >= _CLEAN else 0.0
