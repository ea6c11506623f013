"""All parts of a quotation, in their order, with no more between two than their mark allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.folding.spelling import end_of_letter
from pincite.verifier.matching.limits import limit_before, limit_behind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from pincite.verifier.matching.index import Index
    from pincite.verifier.wording.parts import Wording

    Chain: TypeAlias = tuple[int, ...]
    """Where each part of a wording begins in the line of letters."""

_MOST_PLACES = 4096
"""Places of a quotation's longest part that are looked at."""
_LONG = 40
"""Letters from which on a part stands oftener than a few times only in texts that are nothing but repetition."""
_MOST_TORN = 64
"""Of them those that begin or end within a word, and are kept in case there are no others."""
_MOST_TRIES = 48
_MOST_BRANCHES = 3
_MOST_STEPS = 4000
"""Places that are tried for one quotation: scraps that stand everywhere could be combined without end."""


class Chains:
    """The places of one wording in one line of letters."""

    def __init__(self, wording: Wording, index: Index, text: str) -> None:
        self.wording, self.index, self.text = wording, index, text
        self._line = index.line
        self._steps = 0

    def found(self) -> list[Chain]:
        """Return the chains, in the order of their places; none begins where another one does."""
        parts = self.wording.parts
        anchor = max(range(len(parts)), key=lambda at: len(parts[at].letters))
        chains: dict[int, Chain] = {}
        for place in self._anchors(anchor):
            behind = self._behind(anchor, place)
            before = self._before(anchor, place) if behind is not None else None
            if behind is not None and before is not None:
                chain = (*before, place, *behind)
                chains.setdefault(chain[0], chain)
        return [chains[start] for start in sorted(chains)]

    def _anchors(self, part: int) -> list[int]:
        """Return the places of a part: where it is made of whole words, or some where it is not."""
        whole: list[int] = []
        torn: list[int] = []
        letters = self.wording.parts[part].letters
        for place in self.index.places(letters, _MOST_PLACES if len(letters) < _LONG else _MOST_TORN):
            (torn if self.torn(part, place) else whole).append(place)
        return whole or torn[:_MOST_TORN]

    def is_plain(self, chain: Chain) -> bool:
        """Say whether the words of every part stand at its place as they are, but for white space."""
        return all(
            self._words_at(start, len(part.letters)) == part.words.split()
            for part, start in zip(self.wording.parts, chain, strict=True)
        )

    def _words_at(self, start: int, length: int) -> list[str]:
        end = end_of_letter(self.text, self.index.offset(start + length - 1))
        return self.text[self.index.offset(start) : end].split()

    def _behind(self, part: int, place: int) -> tuple[int, ...] | None:
        """Return the places of the parts behind one, None where one of them is not there."""
        if part + 1 == len(self.wording.parts):
            return ()
        end = place + len(self.wording.parts[part].letters)
        for candidate in self._next(part + 1, end):
            if self._is_spent():
                return None
            rest = self._behind(part + 1, candidate)
            if rest is not None:
                return (candidate, *rest)
        return None

    def _before(self, part: int, place: int) -> tuple[int, ...] | None:
        if part == 0:
            return ()
        for candidate in self._previous(part - 1, place):
            if self._is_spent():
                return None
            rest = self._before(part - 1, candidate)
            if rest is not None:
                return (*rest, candidate)
        return None

    def _is_spent(self) -> bool:
        """Count one more place that is tried, and say whether there have been enough."""
        self._steps += 1
        return self._steps > _MOST_STEPS

    def _next(self, part: int, end: int) -> list[int]:
        """Return where a part may stand behind *end*: whole words first, the nearest first."""
        letters, room = self.wording.parts[part].letters, self.wording.room(part)
        return self._ranked(part, self._forwards(letters, end, end + room + len(letters)))

    def _forwards(self, letters: str, low: int, high: int) -> Iterator[int]:
        at = self._line.find(letters, low, high)
        while at >= 0:
            yield at
            at = self._line.find(letters, at + 1, high)

    def _previous(self, part: int, start: int) -> list[int]:
        letters, room = self.wording.parts[part].letters, self.wording.room(part + 1)
        return self._ranked(part, self._backwards(letters, max(0, start - room - len(letters)), start))

    def _backwards(self, letters: str, low: int, high: int) -> Iterator[int]:
        at = self._line.rfind(letters, low, high)
        while at >= 0:
            yield at
            at = self._line.rfind(letters, low, at + len(letters) - 1)

    def _ranked(self, part: int, places: Iterator[int]) -> list[int]:
        whole: list[int] = []
        torn: list[int] = []
        for number, place in enumerate(places):
            (torn if self.torn(part, place) else whole).append(place)
            if len(whole) == _MOST_BRANCHES or number == _MOST_TRIES:
                break
        return (whole + torn)[:_MOST_BRANCHES]

    def torn(self, part: int, place: int) -> str:
        """Say what a part at some place cuts into: nothing, a word or a number."""
        wording, index = self.wording, self.index
        own = wording.parts[part]
        before, behind = wording.joints[part], wording.joints[part + 1]
        cut = ""
        if not (before and before[-1].glued[1]):
            cut = limit_before(self.text, index.offset(place), own.head)
        if not cut and not (behind and behind[0].glued[0]):
            cut = limit_behind(self.text, index.offset(place + len(own.letters) - 1) + 1)
        return cut
