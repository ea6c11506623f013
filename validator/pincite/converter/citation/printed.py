"""A printed citation, searched for the values that were read in it: whole words, whatever its spaces and dashes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = re.compile(r"\s*[-–—]\s*|\s+")
_ODD = re.compile(r"[-–—]|\s\s|[^\S ]")
"""What makes a text another one in the search."""
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|e|[.ªº])")


class Printed:
    """A printed citation, searched with white space as one blank and any dash as a hyphen without blanks."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._plain, runs = _plain(raw)
        self._starts, self._ends = list(range(len(raw))), list(range(1, len(raw) + 1))
        for start, end in reversed(runs):  # each has become one character
            self._starts[start:end] = [start]
            self._ends[start:end] = [end]

    def places(self, text: str, *, ordinal: bool = False) -> Iterator[tuple[int, int]]:
        """Yield where *text* stands as whole words; an *ordinal* may have its ending ("2nd")."""
        sought, _ = _plain(text.strip())
        at = self._plain.find(sought) if sought else -1
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
