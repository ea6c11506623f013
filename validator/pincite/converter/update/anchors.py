"""Places in the old text found again in the new one: by their words, what stands around them, and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.anchoring import Anchoring, fold, offsets

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from pincite.model.finding import Span
    from pincite.model.format import Anchor

    Fate: TypeAlias = Literal["found", "moved", "ambiguous", "vanished"]

_CONTEXT = 32
"""Code points before and behind a place that tell it from others with the same words."""
_MOST = 200
"""Places of the same words among which one is looked for."""


class Reanchoring:
    """Finds places of the old text in the new one; the old text is None where nobody has it any more."""

    def __init__(self, old: str | None, new: str) -> None:
        self._old = None if old is None else Anchoring(old)
        self._new = Anchoring(new)

    def words(self, anchor: Anchor) -> str:
        """Return the words that stood at an anchor, empty where that is not known."""
        given = offsets(anchor)
        stood = self._old.text[slice(*given)] if self._old and given else ""
        return anchor.get("exact") or stood

    def find(self, anchor: Anchor, words: str) -> tuple[Span | None, Fate]:
        """Return where *words*, which stood at *anchor* in the old text, stand in the new one, and what became of them."""
        places = self._new.occurrences(words, _MOST) if words.strip() else []
        if not places:
            return None, "vanished"
        given = offsets(anchor)
        if len(places) > 1:
            place = self._by_context(places, anchor) or self._by_order(places, anchor, words)
        else:
            place = places[0]
        if place is None:
            return None, "ambiguous"
        return place, "found" if given == (place.start, place.end) else "moved"

    def _by_context(self, places: list[Span], anchor: Anchor) -> Span | None:
        """Return the only place that has the same words before it and behind it, or else on one side."""
        given, old = offsets(anchor), self._old.text if self._old else ""
        before, behind = anchor.get("prefix", ""), anchor.get("suffix", "")
        if given and old:
            before = before or old[max(0, given[0] - _CONTEXT) : given[0]]
            behind = behind or old[given[1] : given[1] + _CONTEXT]
        text = self._new.text
        left = {at for at in places if fold(text[max(0, at.start - len(before)) : at.start]) == fold(before)}
        right = {at for at in places if fold(text[at.end : at.end + len(behind)]) == fold(behind)}
        for fitting in (left & right, left if before else set(), right if behind else set()):
            if len(fitting) == 1:
                return next(iter(fitting))
        return None

    def _by_order(self, places: list[Span], anchor: Anchor, words: str) -> Span | None:
        """Return the place that comes as many-th as it did, where there are as many as there were."""
        given = offsets(anchor)
        before = self._old.occurrences(words, _MOST) if self._old else []
        if given is None or len(before) != len(places) or len(places) >= _MOST:
            return None
        return next((new for old, new in zip(before, places, strict=True) if old.start == given[0]), None)
