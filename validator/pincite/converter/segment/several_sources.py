"""One parenthesis with several sources becomes several citations, each with its own stretch of the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pincite.converter.citation.several import sources_in
from pincite.converter.segment.citations import linked
from pincite.converter.segment.quotations import Quoted

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Link
    from pincite.converter.segment.found import FoundCitation

_EACH = "as many marks as sources, in the same order"
_ALL = "the mark stands behind all the sources together"


def apart(
    citations: list[FoundCitation], quoted: Quoted, links: tuple[Link, ...], lexicon: Lexicon
) -> tuple[list[FoundCitation], Quoted]:
    """Return the citations with those of several sources cut, and what they stand behind with their new numbers."""
    cut = [_cut(one, links, lexicon) for one in citations]
    numbers: list[tuple[int, ...]] = []
    at = 0
    for parts in cut:
        numbers.append(tuple(range(at, at + len(parts))))
        at += len(parts)

    def renumbered(old: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(new for one in old for new in numbers[one])

    return [one for parts in cut for one in parts], Quoted(
        [
            replace(one, citations=renumbered(one.citations), repeats=renumbered(one.repeats))
            for one in quoted.quotations
        ],
        [replace(one, citations=renumbered(one.citations)) for one in quoted.statements],
    )


def _cut(found: FoundCitation, links: tuple[Link, ...], lexicon: Lexicon) -> list[FoundCitation]:
    """Return the citations in a printed one, without its parentheses where there are several.

    A picture's mark behind them is each one's own only where there are as many marks as sources.
    """
    bracketed = found.raw[:1] in {"(", "["} and found.raw[-1:] in {")", "]"}
    at = int(bracketed)
    spans = sources_in(found.raw[at : len(found.raw) - at], lexicon)
    if len(spans) < 2:  # noqa: PLR2004 - one source
        return [found]
    each = len(found.images) == len(spans)
    return [
        linked(
            replace(
                found,
                target=None,
                start=found.start + at + start,
                end=found.start + at + end,
                raw=found.raw[at + start : at + end],
                images=found.images[number : number + 1] if each else found.images,
                images_reason=(_EACH if each else _ALL) if found.images else None,
            ),
            links,
        )
        for number, (start, end) in enumerate(spans)
    ]
