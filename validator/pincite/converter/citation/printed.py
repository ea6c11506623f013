"""A printed citation, searched for the values that were read in it: whole words, whatever its spaces and dashes."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = re.compile(r"\s*[-–—]\s*|\s+")
_ODD = re.compile(r"[-–—]|\s\s|[^\S ]")
"""What makes a text another one in the search."""
_CUT = re.compile(r"(?<=\w)[-‐\u00ad]\n[ \t]*(?=\w)")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|e|\.?[ªº]|\.|-[^\W\d_]{1,2})")


class Printed:
    """A printed citation, searched with white space as one blank and any dash as a hyphen without blanks."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._forms = [_Form(raw, *_plain(raw))]
        cuts = [found.span() for found in _CUT.finditer(raw)]
        if cuts:  # a word that a line end cuts in two is searched whole, too
            parts = [
                raw[start:end] for start, end in pairwise([0, *(at for cut in cuts for at in cut), len(raw)])
            ]
            whole, runs = _plain("".join(parts[::2]))
            self._forms.append(_Form(raw, whole, runs, cuts))

    def places(self, text: str, *, ordinal: bool = False, begin: int = 0) -> Iterator[tuple[int, int]]:
        """Yield where *text* stands as whole words, from *begin* on; an *ordinal* may have its ending ("2nd")."""
        sought, _ = _plain(text.strip())
        for form in self._forms:
            yield from form.places(sought, ordinal=ordinal, begin=begin)


class _Form:
    """A plain form of a text, with where each of its characters begins and ends in the text itself."""

    def __init__(
        self,
        raw: str,
        plain: str,
        runs: list[tuple[int, int]],
        cuts: list[tuple[int, int]] | None = None,
    ) -> None:
        self._plain = plain
        self._starts, self._ends = list(range(len(raw))), list(range(1, len(raw) + 1))
        for start, end in reversed(cuts or []):
            del self._starts[start:end], self._ends[start:end]
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for start, end in runs:  # each has become one character
            starts += [*self._starts[at:start], self._starts[start]]
            ends += [*self._ends[at:start], self._ends[end - 1]]
            at = end
        self._starts = starts + self._starts[at:]
        self._ends = ends + self._ends[at:]

    def places(self, sought: str, *, ordinal: bool, begin: int) -> Iterator[tuple[int, int]]:
        """Yield where *sought* stands as whole words, in offsets of the text itself."""
        at = self._plain.find(sought, bisect_left(self._starts, begin)) if sought else -1
        while at >= 0:
            end = at + len(sought)
            if ordinal and (ending := _ORDINAL.match(self._plain, end)):
                end = ending.end()
            if _whole(self._plain, at, end):
                yield self._starts[at], self._ends[end - 1]
            at = self._plain.find(sought, at + 1)


def _plain(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return *text* with each run of white space, or of a dash with white space, as one character; and the runs."""
    if _ODD.search(text) is None:
        return text, []
    parts: list[str] = []
    runs: list[tuple[int, int]] = []
    at = 0
    for found in _RUN.finditer(text):
        parts += [text[at : found.start()], " " if found[0].isspace() else "-"]
        runs.append(found.span())
        at = found.end()
    return "".join([*parts, text[at:]]), runs


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether a stretch begins and ends where words do."""
    begins = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return begins and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))
