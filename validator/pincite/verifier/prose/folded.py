"""A piece of text as words are looked for in it: no emphasis, line ends, vowel points or letter forms in the way.

Everything that is found leads back to its place in the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from pincite.model.finding import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_HYPHEN_ENDS_LINE = re.compile(r"[-‐\u00ad¬][^\S\n]*\n")
_JOINED_LINES = re.compile(r"(?<=[^\W\d_])[-‐\u00ad¬][^\S\n]*\n\s*(?=[^\W\d_])")
_HAS_MARKS = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")
"""A letter and the accents behind it; Hebrew points are dropped one by one and need no letter."""
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ`´′＇"), "'")
_EMPHASIS = frozenset("*_")
_CHANGED_ASCII = re.compile("[*_`]")
"""The ASCII signs that are not folded to their own small letter alone."""


@cache
def _changed() -> re.Pattern[str]:
    """Return the same for all signs, made when it is first asked for; ’ counts as plain."""
    return re.compile(
        r"[^\t\n\r -)+-^a-~«»¡¿§°·À-ÖØ-Þà-öø-ÿŒœ\u0400-\u0481\u05be\u05d0-\u05ea–—’“”„‚‹›\u3001-\u3002\u3008-\u3011\u4e00-\u9fff]"
    )


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


class _Table(dict[int, str]):
    """The same for single code points, as ``str.translate`` asks for them."""

    def __missing__(self, sign: int) -> str:
        self[sign] = form = _FORMS[chr(sign)]
        return form


_FORMS = _Forms()
_TABLE = _Table()


class Folded:
    """The part of a text that *span* names, as ``text``, folded; time and memory grow with that part alone."""

    def __init__(self, text: str, span: Span) -> None:
        """Fold the part of *text* from ``span.start`` to ``span.end``."""
        self._whole = text
        self._start = span.start
        self._piece = piece = text[span.start : span.end]
        self._lengths: list[int] | None = None
        self._forms: list[str] | None = None
        self._places: list[int] | None = None
        self._offsets: Sequence[int] = ()
        plain = (_CHANGED_ASCII if piece.isascii() else _changed()).search(piece) is None
        if ("\n" in piece and _HYPHEN_ENDS_LINE.search(piece)) or (not plain and _HAS_MARKS.search(piece)):
            self._forms = self._by_clusters(piece)
            self.text = "".join(self._forms)
            plain = False
        elif plain:
            self.text = piece.casefold().replace("’", "'")
        else:
            self.text = piece.translate(_TABLE)
        self._plain = plain

    def _by_clusters(self, piece: str) -> list[str]:
        """Return the forms of a piece in which signs belong together: accents, hyphens at line ends."""
        clusters = _CLUSTER.findall(piece) if _HAS_MARKS.search(piece) else list(piece)
        self._lengths = list(map(len, clusters)) if len(clusters) != len(piece) else None
        forms = list(map(_FORMS.__getitem__, clusters))
        self._join_lines(piece, forms)
        return forms

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

    def inner(self, span: Span) -> Span:
        """Return where *span* of the whole text stands in ``text``, or all of ``text`` where that takes longer to tell."""
        start, end = span.start - self._start, span.end - self._start
        if self._plain:
            return Span(start, end)
        first = self._whole[span.start : span.start + 1]
        if self._forms is not None or (first and unicodedata.category(first).startswith("M")):
            return Span(0, len(self.text))
        low = len(self._piece[:start].translate(_TABLE))
        return Span(low, low + len(self._piece[start:end].translate(_TABLE)))

    def raw(self, start: int, end: int) -> Span:
        """Return the place in the whole text of a folded piece that is not empty, its marks included."""
        if self._plain:
            return Span(self._start + start, self._start + end)
        if self._places is None:
            forms = self._forms or list(map(_FORMS.__getitem__, self._piece))
            self._places = list(accumulate(map(len, forms), initial=0))
            lengths = self._lengths
            self._offsets = list(accumulate(lengths, initial=0)) if lengths else range(len(forms) + 1)
        first = bisect_right(self._places, start) - 1
        last = bisect_right(self._places, end - 1) - 1
        raw_end = self._start + self._offsets[last + 1]
        limit = self._start + self._offsets[-1]
        while raw_end < limit and unicodedata.category(self._whole[raw_end]).startswith("M"):
            raw_end += 1
        return Span(self._start + self._offsets[first], raw_end)
