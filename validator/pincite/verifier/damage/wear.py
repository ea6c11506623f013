"""How badly a text is misread, and what for what, learnt from itself: rare words that are a letter away from common ones."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SHORTEST = 5
"""Letters of a word whose neighbours are rarely words of their own."""
_COMMON = 6
_TIMES = 12
"""How many times more frequent a word is than its misreadings, at least."""
_COMMON_WORDS = 3_000
_RARE_WORDS = 8_000
_LAST = 2
"""Letters at a word's end that other forms of the same word have otherwise."""
_NATURAL = 0.0012
"""Letters of a clean text, of one, at which a rare word differs from a common one."""
_NATURAL_WITHOUT_VOWELS = 0.004
"""The same for scripts that write no vowels: their words are neighbours more often."""
_VOWELLESS = re.compile("[\u0590-\u06ff]")
_CHANCE = 2.0
"""Standard deviations by which misreadings must exceed what is natural."""
_SEEN = 1.4
"""Misreadings that there are for one that shows."""


class Wear(NamedTuple):
    """What a text shows of its misreadings.

    ``rate``: the share of letters misread, from 0 to 1. ``swaps``: how often a letter (empty: none) was read as
    another (empty: lost). ``letters``: how often each stands in the words looked at.
    """

    rate: float
    swaps: Mapping[tuple[str, str], int]
    letters: Mapping[str, int]


def wear(counts: Counter[str]) -> Wear:
    """Learn from a text's words, folded and counted, how worn it is."""
    common = [
        word
        for word, number in counts.most_common(_COMMON_WORDS)
        if number >= _COMMON and len(word) >= _SHORTEST
    ]
    shortened: dict[str, tuple[str, int]] = {}
    places = 0
    letters: Counter[str] = Counter()
    for word in common:
        places += counts[word] * (len(word) - _LAST - 1)
        for index, short in _shortened(word):
            shortened.setdefault(short, (word, index))
        for letter in word[1:-_LAST]:
            letters[letter] += counts[word]
    swaps: Counter[tuple[str, str]] = Counter()
    # a letter inside differs, so that the same ones stand at the ends: most words need no look inside
    ends = {(word[0] + word[-_LAST:], len(word) + more) for word in common for more in (-1, 0, 1)}
    rare = [
        word
        for word, number in counts.items()
        if number <= _COMMON and len(word) >= _SHORTEST - 1 and (word[0] + word[-_LAST:], len(word)) in ends
    ]
    step = -(-len(rare) // _RARE_WORDS) or 1
    for word in rare[::step]:
        swap = _swap(word, counts, shortened)
        if swap:
            swaps[swap] += counts[word] * step
    misread = sum(swaps.values())
    natural = _NATURAL_WITHOUT_VOWELS if _VOWELLESS.match("".join(common[:1])) else _NATURAL
    expected = natural * places
    if misread <= expected + _CHANCE * math.sqrt(expected + 1):
        return Wear(0.0, {}, letters)
    return Wear(_SEEN * (misread - expected) / (places + misread), swaps, letters)


def _shortened(word: str) -> Iterator[tuple[int, str]]:
    """Yield a word whole, at index -1, and without each of its inner letters."""
    yield -1, word
    for index in range(1, len(word) - _LAST):
        yield index, word[:index] + word[index + 1 :]


def _swap(
    word: str, counts: Mapping[str, int], shortened: Mapping[str, tuple[str, int]]
) -> tuple[str, str] | None:
    """Return what was read as what, if a rare word is a common one misread in one letter inside."""
    for index, short in _shortened(word):
        found = shortened.get(short)
        if found is None:
            continue
        other, place = found
        if other == word or counts[other] < _TIMES * counts[word]:
            continue
        if index in (-1, place) or place == -1:
            return (other[place] if place >= 0 else "", word[index] if index >= 0 else "")
    return None
