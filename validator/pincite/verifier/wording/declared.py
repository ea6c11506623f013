"""A quotation's segments as parts and marks (the table of segments in the format's meaning)."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.segments import displayed
from pincite.verifier.wording.parts import Assembly, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.model.format import Segment
    from pincite.verifier.wording.parts import Wording

_MOST_READINGS = 16
"""Combinations of the readings of suspect words that are tried."""
_FOREIGN = frozenset({"source", "edition"})
"""Hands whose marks are printed in the copy, so that they are text there."""


def declared_wordings(segments: Sequence[Segment]) -> Iterator[Wording]:
    """Yield what segments assert: once, and once more for each other reading of suspect words."""
    suspects = [
        (segment.get("text", ""), segment["reading"])
        if segment.get("reading")
        else (segment.get("text", ""),)
        for segment in segments
        if segment["type"] == "suspect"
    ]
    for number, readings in enumerate(product(*suspects)):
        if number == _MOST_READINGS:
            return
        yield _wording(segments, iter(readings))


def _wording(segments: Sequence[Segment], readings: Iterator[str]) -> Wording:
    assembly = Assembly()
    start = 0
    for segment in segments:
        kind, text = segment["type"], segment.get("text", "")
        shown = displayed(segment)
        at = Span(start, start + len(shown))
        start = at.end
        if kind == "omission" and segment.get("by") not in _FOREIGN:
            assembly.mark(Mark("omission", at, shown, declared=True))
        elif kind == "insertion" and segment.get("by") not in _FOREIGN:
            assembly.mark(Mark("insertion", at, text, declared=True))
        elif kind == "replacement":
            assembly.mark(Mark("replacement", at, text, segment.get("original"), declared=True))
        elif kind == "correction":
            assembly.mark(Mark("correction", at, text, segment.get("original"), declared=True))
        elif kind == "sic":
            assembly.mark(Mark("sic", at, shown, declared=True))
        else:
            assembly.text(next(readings, text) if kind == "suspect" else shown, at)
    return assembly.wording()
