"""How wording that does not stand in a text differs from what does: told in a few words, or not at all."""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from pincite.rules.excerpt import ending, excerpt

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.model.anchoring import Anchoring

_QUOTATION_MARKS = "'\"‘’‚‛“”„‟«»‹›`´′″"
_DASHES = "-‐‑‒–—―−"
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LOOSE = str.maketrans(_QUOTATION_MARKS + _DASHES, "'" * len(_QUOTATION_MARKS) + "-" * len(_DASHES))
_FEWEST_WORDS = 3
_ROOM = 25


class NearestWording:
    """Compares wording with a text that does not hold it; what that takes is made once for all wordings."""

    def __init__(self, anchoring: Anchoring) -> None:
        self._anchoring = anchoring

    def difference(self, wording: str) -> str | None:
        """Return what keeps *wording* from standing in the text, or None where nothing close to it does."""
        plain = _plain(wording)
        at = self._loose.find(_loosened(plain))
        if plain and at >= 0:
            return f"the text has it with other {_kinds(plain, self._plain[at : at + len(plain)])}"
        return self._parting(plain)

    @cached_property
    def _plain(self) -> str:
        return _plain(self._anchoring.folded)

    @cached_property
    def _loose(self) -> str:
        return _loosened(self._plain)

    def _parting(self, wording: str) -> str | None:
        """Return where the text and *wording* part, if their beginnings or ends agree for some words."""
        text, words = self._plain, wording.split(" ")
        kept = self._agreeing(lambda count: " ".join(words[:count]), len(words))
        if kept:
            agreed, rest = " ".join(words[:kept]), " ".join(words[kept:])
            at = text.find(agreed) + len(agreed)
            here = text[at : at + 4 * _ROOM]
            told = excerpt(here, _ROOM) if here else "nothing more"
            return f"after {ending(agreed, _ROOM)} the text has {told}, the quotation {excerpt(rest, _ROOM)}"
        kept = self._agreeing(lambda count: " ".join(words[-count:]), len(words))
        if kept:
            agreed, rest = " ".join(words[-kept:]), " ".join(words[:-kept])
            at = text.find(agreed)
            here = text[max(0, at - 4 * _ROOM) : at]
            told = ending(here, _ROOM) if here else "nothing"
            return f"before {excerpt(agreed, _ROOM)} the text has {told}, the quotation {ending(rest, _ROOM)}"
        return None

    def _agreeing(self, piece: Callable[[int], str], words: int) -> int:
        """Return how many words the longest piece that stands exactly once in the text has; 0 for too few."""
        low, high = 0, words
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if piece(middle) in self._plain else (low, middle - 1)
        if low < _FEWEST_WORDS:
            return 0
        first = self._plain.find(piece(low))
        return low if self._plain.find(piece(low), first + 1) < 0 else 0


def _plain(wording: str) -> str:
    """Return *wording* as it is compared: composed letters, one form of omission dots, nothing invisible."""
    composed = unicodedata.normalize("NFC", wording.translate(_INVISIBLE))
    return " ".join(composed.replace(". . .", "…").replace("...", "…").split())


def _loosened(wording: str) -> str:
    """Return *wording* with all quotation marks, all dashes and all letters of both cases alike; lengths stay."""
    lower = wording.lower()
    if len(lower) != len(wording):
        lower = "".join(one.lower() if len(one.lower()) == 1 else one for one in wording)
    return lower.translate(_LOOSE)


def _kinds(wording: str, other: str) -> str:
    """Return the kinds of characters in which two wordings that are alike when loosened differ."""
    pairs = [(mine, its) for mine, its in zip(wording, other, strict=True) if mine != its]
    kinds = [
        name
        for name, differs in (
            ("quotation marks or apostrophes", any(mine in _QUOTATION_MARKS for mine, _ in pairs)),
            ("dashes or hyphens", any(mine in _DASHES for mine, _ in pairs)),
            ("capitals", any(mine.lower() == its.lower() for mine, its in pairs)),
        )
        if differs
    ]
    return " and ".join(kinds) or "omission dots, accents or invisible characters"
