"""The figures of a dataset on a terminal of 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.describing.figures import number, percent
from pincite.dataset.statistics.measures import SPREADS, TALLIES
from pincite.reporters.columns import columns, cut, in_lines, wrapped
from pincite.reporters.counted import counted
from pincite.reporters.page_text import WIDTH
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.dataset.package.manifest import Manifest
    from pincite.dataset.statistics.gathering import Statistics
    from pincite.dataset.statistics.tallies import Tally

_LABEL = 30
"""Columns of what a list of values is of."""
_VALUES = 12
_SOURCES = 10
_FINDINGS = 15
_FINDING = 60
"""Columns of a kind of finding, at most."""
_IN_TIME = ("articles.decade", "sources.century", "sources.decade")
"""Tallies that are told in the order of their years."""
_TENTHS = 10_000
"""Tenths of a unit from which on the next one is used."""
_UNITS = ("bytes", "kB", "MB", "GB", "TB", "PB")


def lines(manifest: Manifest, figures: Statistics) -> Iterator[str]:
    """Yield the lines of the screen, none of which is wider than it."""
    about = manifest.about
    name = about.title or about.name or "a dataset without a name"
    yield from wrapped(safe(f"{name}{f', version {about.version}' if about.version else ''}"), WIDTH)
    yield f"{counted(len(manifest.files), 'file')}, {_size(sum(one.bytes for one in manifest.files))}"
    for heading, part in (
        ("rows", _rows(figures)),
        ("coverage", _coverage(figures)),
        ("numbers", _spreads(figures)),
        ("values", _tallies(figures)),
        ("sources cited most", _cited(figures)),
        ("findings", _findings(figures)),
    ):
        found = list(part)
        if found:
            yield ""
            yield heading
            yield from (f"  {line}" for line in found)


def _rows(figures: Statistics) -> Iterator[str]:
    yield from _table([(name, number(rows)) for name, rows in figures.counts.items()])


def _coverage(figures: Statistics) -> Iterator[str]:
    yield from _table(
        [
            (one.words, percent(one.part, one.whole), f"{number(one.part)} of {number(one.whole)}")
            for one in figures.coverage.values()
            if one.whole
        ]
    )


def _spreads(figures: Statistics) -> Iterator[str]:
    known = [(one.words, figures.spreads[one.name]) for one in SPREADS]
    rows = [
        (
            words,
            *(number(one) for one in (spread.smallest, spread.median, spread.largest) if one is not None),
            number(spread.total),
        )
        for words, spread in known
        if spread.smallest is not None
    ]
    if rows:
        yield from _table([("", "smallest", "median", "largest", "sum"), *rows])


def _tallies(figures: Statistics) -> Iterator[str]:
    texts = figures.texts
    if figures.counts["articles"]:
        told = ", ".join(f"{name} {number(times)}" for name, times in texts.items() if times)
        yield f"{'texts of articles':{_LABEL}}{told}"
    for one in TALLIES:
        tally = figures.tallies[one.name]
        if tally.values or tally.others:
            parts = _listed(tally, in_time=one.name in _IN_TIME)
            label = f"{cut(one.words, _LABEL - 2):{_LABEL}}"
            yield from in_lines(parts, WIDTH - 2, label, " " * _LABEL)


def _listed(tally: Tally, *, in_time: bool) -> list[str]:
    """Return values with how often each stands, the most frequent ones; times in their order, all of them."""
    ordered = tally.ordered()
    if in_time:
        parts = [f"{year}s {number(times)}" for year, times in sorted(ordered, key=lambda one: int(one[0]))]
        rest, word = tally.others, "longer or not known"
    else:
        parts = [f"{name.replace('_', ' ')} {number(times)}" for name, times in ordered[:_VALUES]]
        rest, word = sum(times for _, times in ordered[_VALUES:]) + tally.others, "others"
    parts += [f"{word} {number(rest)}"] if rest else []
    parts += [f"not given {number(tally.none)}"] if tally.none else []
    return [safe(one) for one in parts]


def _cited(figures: Statistics) -> Iterator[str]:
    shown = figures.cited[:_SOURCES]
    width = max((len(number(one.citations)) for one in shown), default=0)
    for one in shown:
        line = f"{number(one.citations):>{width}}  {one.in_a_line()}"
        yield cut(safe(line), WIDTH - 2)


def _findings(figures: Statistics) -> Iterator[str]:
    shown = figures.findings[:_FINDINGS]
    rows = [(f"{one.severity:8} {one.code}  {one.name}", number(one.times)) for one in shown]
    yield from _table([(cut(safe(name), _FINDING), times) for name, times in rows])
    rest = len(figures.findings) - len(shown)
    if rest:
        yield f"and {number(rest)} other kinds"


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield rows with their first column to the left and the others to the right."""
    if not rows:
        return
    widths = [max(columns(row[place]) for row in rows) for place in range(len(rows[0]))]
    for first, *others in rows:
        gap = " " * (widths[0] - columns(first))
        figures = "".join(f"  {one:>{width}}" for one, width in zip(others, widths[1:], strict=True))
        yield f"{first}{gap}{figures}"


def _size(size: int) -> str:
    """Return a number of bytes in the unit that suits it: "1.2 MB"."""
    place, tenths = 0, size * 10
    while tenths >= _TENTHS and place < len(_UNITS) - 1:
        place, tenths = place + 1, tenths // 1000
    return f"{tenths // 10}.{tenths % 10} {_UNITS[place]}" if place else counted(size, "byte")
