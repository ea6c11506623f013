"""A piece of text as words are looked for in it: no emphasis, line ends, vowel points or letter forms in the way.

Everything that is found leads back to its place in the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate

from pincite.model.finding import Span

_JOINED_LINES = re.compile(r"(?<=[^\W\d_])[-‐\u00ad¬][^\S\n]*\n\s*(?=[^\W\d_])")
_HAS_MARKS = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")
"""A letter and the accents behind it; Hebrew points are dropped one by one and need no letter."""
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ`´′＇"), "'")
_EMPHASIS = frozenset("*_")


class _Forms(dict[str, str]):
    """The folded form of each cluster that was met; those of several code points are not kept, there is no end of them."""

    def __missing__(self, cluster: str) -> str:
        form = _form(cluster)
        if len(cluster) == 1:
            self[cluster] = form
        return form


def _form(cluster: str) -> str:
    if cluster in _EMPHASIS or unicodedata.category(cluster[0]) in {"No", "Cf"}:
        return ""  # superscript figures are marks of notes
    composed = unicodedata.normalize("NFKC", cluster.translate(_APOSTROPHES)).casefold()
    composed = unicodedata.normalize("NFC", composed)
    return "".join(sign for sign in composed if not unicodedata.category(sign).startswith("M"))


_FORMS = _Forms()


class Folded:
    """The part of a text that *span* names, as ``text``, folded; time and memory grow with that part alone."""

    def __init__(self, text: str, span: Span) -> None:
        """Fold the part of *text* from ``span.start`` to ``span.end``."""
        self._whole = text
        self._start = span.start
        piece = text[span.start : span.end]
        clusters = _CLUSTER.findall(piece) if _HAS_MARKS.search(piece) else list(piece)
        self._lengths = list(map(len, clusters)) if len(clusters) != len(piece) else None
        forms = list(map(_FORMS.__getitem__, clusters))
        if "\n" in piece:
            self._join_lines(piece, forms)
        self._forms = forms
        self.text = "".join(forms)
        self._places: list[int] | None = None
        self._offsets: list[int] | None = None

    def _join_lines(self, piece: str, forms: list[str]) -> None:
        """Take away the hyphens at line ends, and the line ends with them."""
        joints = list(_JOINED_LINES.finditer(piece))
        if not joints:
            return
        offsets = list(accumulate(self._lengths, initial=0)) if self._lengths else range(len(piece) + 1)
        for joint in joints:
            first, last = bisect_right(offsets, joint.start()) - 1, bisect_right(offsets, joint.end() - 1) - 1
            # an accent may belong to the hyphen's cluster; nothing is lost with it
            forms[first : last + 1] = [""] * (last + 1 - first)

    def raw(self, start: int, end: int) -> Span:
        """Return the place in the whole text of a folded piece that is not empty, its marks included."""
        if self._places is None or self._offsets is None:
            self._places = list(accumulate(map(len, self._forms), initial=0))
            count = len(self._forms)
            lengths = self._lengths
            self._offsets = list(accumulate(lengths, initial=0)) if lengths else list(range(count + 1))
        first = bisect_right(self._places, start) - 1
        last = bisect_right(self._places, end - 1) - 1
        raw_end = self._start + self._offsets[last + 1]
        limit = self._start + self._offsets[-1]
        while raw_end < limit and unicodedata.category(self._whole[raw_end]).startswith("M"):
            raw_end += 1
        return Span(self._start + self._offsets[first], raw_end)
