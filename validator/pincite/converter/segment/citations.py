"""All printed citations of an article: each style finds its own, and the first that finds one has it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, cast

from pincite.converter.segment.evidence import ENOUGH
from pincite.converter.styles import PLACEMENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Link, Manuscript
    from pincite.converter.segment.found import FoundCitation
    from pincite.converter.styles import Style

    Finder = Callable[[Manuscript, Style, Lexicon], Iterator[FoundCitation]]

_SURE = 1
"""Points above a style's bar from which on a single citation shows that the article uses the style."""


@dataclass(frozen=True)
class StyleInUse:
    """How sure it is that an article prints citations in a style: how many, and the points that speak for them."""

    name: str
    citations: int
    points: int


def citations_in(manuscript: Manuscript, styles: Sequence[Style], lexicon: Lexicon) -> list[FoundCitation]:
    """Return the citations of an article, in the order of their places.

    A style that only one doubtful citation speaks for is not in use, unless it is the only style asked for.
    """
    by_style: dict[str, list[FoundCitation]] = {}
    for style in sorted(styles, key=lambda one: PLACEMENTS.index(one.placement)):
        found = [
            one
            for one in _finder(style.placement)(manuscript, style, lexicon)
            if manuscript.paragraphs[one.paragraph].kind != "navigation"  # what readers comment, for one
        ]
        if _is_used(style, found) or len(styles) == 1:
            by_style[style.name] = found
    kept: list[FoundCitation] = []
    taken: list[tuple[int, int]] = []
    for found in by_style.values():
        fresh = [one for one in found if not _overlaps(one.place, taken)]
        kept.extend(fresh)
        taken = sorted({*taken, *(one.place for one in fresh), *((one.start, one.end) for one in fresh)})
    linked = (_linked(one, manuscript.links) for one in kept)
    return sorted(linked, key=lambda one: (one.place, one.start))


def styles_in_use(citations: Iterable[FoundCitation]) -> list[StyleInUse]:
    """Return the styles of an article's citations with the evidence for each, the most frequent first."""
    points: dict[str, list[int]] = defaultdict(list)
    for citation in citations:
        points[citation.style].append(citation.points)
    counted = [StyleInUse(name, len(listed), sum(listed)) for name, listed in points.items()]
    return sorted(counted, key=lambda one: (-one.citations, one.name))


def _is_used(style: Style, found: list[FoundCitation]) -> bool:
    """Return whether the citations found show that an article uses a style: a doubtful one alone does not."""
    doubtful = style.points > ENOUGH and all(one.points < style.points + _SURE for one in found)
    return len(found) > 1 or not doubtful


def _finder(placement: str) -> Finder:
    return cast("Finder", import_module(f"pincite.converter.segment.layouts.{placement}").find)


def _overlaps(place: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Return whether a stretch shares a character with one of the *taken* ones, which are sorted and apart."""
    at = bisect_right(taken, place)
    before = at > 0 and taken[at - 1][1] > place[0]
    return before or (at < len(taken) and taken[at][0] < place[1])


def _linked(citation: FoundCitation, links: tuple[Link, ...]) -> FoundCitation:
    """Return a citation with the address that the only link in it leads to."""
    if citation.target is not None or not links:
        return citation
    first = bisect_right(links, citation.start - 1, key=lambda link: link.start)
    inside: list[str] = []
    for link in links[first:]:
        if link.start >= citation.end:
            break
        if link.end <= citation.end:
            inside.append(link.target)
    return replace(citation, target=inside[0]) if len(inside) == 1 else citation
