"""The plots of a data card: what is covered, what the sources are and of what time, how many quotations articles have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.describing import svg
from pincite.dataset.describing.figures import number, percent, range_in_words
from pincite.dataset.describing.svg import Axes, Bar
from pincite.reporters.columns import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.statistics.gathering import Statistics
    from pincite.dataset.statistics.tallies import Spread, Tally

FOLDER = "plots"
"""The folder of a dataset with plots."""
_TYPES = 15
"""Types of sources that have a bar of their own."""
_NAME = 60
"""Columns of a name, at most."""
_TIMES = 24
"""Columns that stand side by side."""
_DECADE, _CENTURY = 10, 100


class Plot(NamedTuple):
    """A plot: its file, its heading, what it shows in words, and the SVG."""

    path: str
    heading: str
    words: str
    svg: str


def plots(figures: Statistics) -> Iterator[Plot]:
    """Yield the plots of a dataset, without those that would be empty."""
    coverage = [
        Bar(one.words, one.part * 1000 // one.whole, percent(one.part, one.whole))
        for one in figures.coverage.values()
        if one.whole
    ]
    if coverage:
        heading = "Coverage"
        yield Plot(_path("coverage"), heading, svg.in_words(coverage), svg.rows(heading, coverage, 1000))
    types = list(_types(figures.tallies["sources.type"]))
    if types:
        heading = "Sources by type"
        yield Plot(_path("sources-by-type"), heading, svg.in_words(types), svg.rows(heading, types))
    yield from _by_time(figures)
    quotations = list(_quotations(figures.spreads["articles.quotations"]))
    if quotations:
        heading, axes = "Articles by their number of quotations", Axes("quotations in an article", "articles")
        words = svg.in_words(quotations, axes)
        yield Plot(_path("quotations-per-article"), heading, words, svg.columns(heading, quotations, axes))


def _path(name: str) -> str:
    return f"{FOLDER}/{name}.svg"


def _types(tally: Tally) -> Iterator[Bar]:
    ordered = tally.ordered()
    for name, times in ordered[:_TYPES]:
        yield Bar(cut(name.replace("_", " "), _NAME), times, number(times))
    rest = sum(times for _, times in ordered[_TYPES:]) + tally.others
    if rest:
        yield Bar("other types", rest, number(rest))


def _quotations(spread: Spread) -> Iterator[Bar]:
    """Yield the classes of numbers, of which the first and the last go no farther than the numbers do."""
    smallest, largest = spread.smallest or 0, spread.largest or 0
    for one in spread.bins():
        label = range_in_words(max(one.first, smallest), min(one.last, largest))
        yield Bar(label, one.times, number(one.times))


def _by_time(figures: Statistics) -> Iterator[Plot]:
    years, times = _times(figures)
    if not times:
        return
    heading = f"Sources by {years}"
    shown, of = sum(one.value for one in times), figures.counts["sources"]
    note = f"{number(shown)} of {number(of)} sources; the others have no date within one {years}"
    if sum(figures.tallies[f"sources.{years}"].values.values()) > shown:
        note += ", or one before these"
    axes = Axes(f"{years} of the source's date", "sources", note if shown < of else "")
    yield Plot(
        _path("sources-by-time"), heading, svg.in_words(times, axes), svg.columns(heading, times, axes)
    )


def _times(figures: Statistics) -> tuple[str, list[Bar]]:
    """Return the times of sources without gaps, by decades where these are few, else by centuries, else the latest of these."""
    for word, step in (("decade", _DECADE), ("century", _CENTURY)):
        counts = {int(year): times for year, times in figures.tallies[f"sources.{word}"].values.items()}
        if not counts or (word == "decade" and (max(counts) - min(counts)) // step >= _TIMES):
            continue
        last = max(counts)
        first = max(min(counts), last - (_TIMES - 1) * step)
        years = range(first, last + 1, step)
        return word, [Bar(f"{year}s", counts.get(year, 0), number(counts.get(year, 0))) for year in years]
    return "", []
