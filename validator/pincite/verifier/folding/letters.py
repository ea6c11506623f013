"""The letters of a text, folded so that typography, accents and capitals do not count, each with its offset.

Folding is NFKD and case folding (Unicode 3.13, default caseless matching) without marks; what is neither letter,
digit, currency sign nor percent sign is left out. Equal letters are where a quotation may stand; whether its words
are the source's words is decided by ``matching.comparison``, which looks at what this folding overlooks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category, decomposition, normalize

from pincite.verifier.extra import np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from pincite.model.finding import Span

_CHUNK = 1 << 20
"""Code points that are folded at once: memory stays bounded whatever the text's length."""
_SPELT_OUT = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"}
"""Ligatures that Unicode takes for letters of their own."""
_SIGNS = frozenset("%‰")
_APOSTROPHES = frozenset("ʹʺʻʼʽ")
_CODE_POINTS = 0x110000


@lru_cache(maxsize=8192)
def folded(character: str) -> str:
    """Return the letters that a character stands for, most often one or none."""
    if character in _APOSTROPHES:
        return ""  # Unicode takes them for letters
    if decomposition(character).startswith("<super>") and character.isdigit():
        return ""  # the mark of a note
    spelt = _SPELT_OUT.get(character) or normalize("NFKD", normalize("NFKD", character).casefold())
    return "".join(one for one in spelt if one in _SIGNS or category(one)[0] in "LN" or category(one) == "Sc")


class _Folds(dict[int, str]):
    """What code points fold to, for ``str.translate``, filled in as they are met."""

    def __missing__(self, code: int) -> str:
        self[code] = letters = folded(chr(code))
        return letters


_FOLDS = _Folds()


def letters_in(text: str) -> str:
    """Return the folded letters of a short text."""
    return text.translate(_FOLDS)


@dataclass(frozen=True)
class Letters:
    """The folded letters of a text in one string, with the offset of each in the text (code points)."""

    line: str
    offsets: NDArray[np.int32]

    def codes(self) -> NDArray[np.uint32]:
        """Return the letters as numbers."""
        return _codes(self.line)


class _Table:
    """What each code point folds to, filled in as code points are met."""

    def __init__(self) -> None:
        self.known = np.zeros(_CODE_POINTS, dtype=bool)
        self.count = np.zeros(_CODE_POINTS, dtype=np.uint8)
        self.first = np.zeros(_CODE_POINTS, dtype=np.uint32)
        self.several: dict[int, NDArray[np.uint32]] = {}

    def learn(self, codes: NDArray[np.uint32]) -> None:
        for code in np.unique(codes[~self.known[codes]]).tolist():
            letters = folded(chr(code))
            self.known[code] = True
            self.count[code] = len(letters)
            if letters:
                self.first[code] = ord(letters[0])
            if len(letters) > 1:
                self.several[code] = np.array([ord(one) for one in letters], dtype=np.uint32)

    def fold(self, codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
        """Return the letters of some code points, and at which of them each stands."""
        self.learn(codes)
        count = self.count[codes]
        at = np.flatnonzero(count)
        if count.max(initial=0) <= 1:
            return self.first[codes[at]], at
        times = count[at]
        letters = np.repeat(self.first[codes[at]], times)
        begins = np.cumsum(times, dtype=np.int64) - times
        for here in np.flatnonzero(times > 1).tolist():
            spelt = self.several[int(codes[at[here]])]
            letters[begins[here] : begins[here] + len(spelt)] = spelt
        return letters, np.repeat(at, times)


_TABLE = _Table()


def letters_of(text: str, blanks: Sequence[Span] = ()) -> Letters:
    """Return the letters of *text*, without those inside *blanks* (ordered, apart from each other)."""
    lines: list[str] = []
    offsets: list[NDArray[np.int32]] = []
    for start in range(0, len(text), _CHUNK):
        letters, at = _TABLE.fold(_codes(text[start : start + _CHUNK]))
        at += start
        if blanks:
            kept = _outside(at, blanks)
            letters, at = letters[kept], at[kept]
        lines.append(letters.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass"))
        offsets.append(at.astype(np.int32))
    return Letters("".join(lines), np.concatenate(offsets) if offsets else np.zeros(0, dtype=np.int32))


def _outside(at: NDArray[np.int64], blanks: Sequence[Span]) -> NDArray[np.bool_]:
    """Say of each offset whether it lies in none of the blanks."""
    starts = np.array([blank.start for blank in blanks], dtype=np.int64)
    ends = np.array([0, *(blank.end for blank in blanks)], dtype=np.int64)
    return at >= ends[np.searchsorted(starts, at, side="right")]


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
