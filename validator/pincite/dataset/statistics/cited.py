"""Which sources are cited most.

Sources are counted some at a time, by ranges of their keys, which are digests and so spread evenly: memory holds the counts
of one range, however many sources there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from pincite.dataset.statistics.reading import batches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

TOP = 20
"""Sources that are named."""
AT_A_TIME = 250_000
"""Sources that are counted in one reading of the citations."""
_NAMED = 3
"""Authors of a source that are named, at most."""
_DIGITS = 8
_PIECES = 250_000
"""Rows of counts that wait to be summed up."""


class Cited(NamedTuple):
    """A source, how often it is cited, and how many articles' documents describe it."""

    id: str
    citations: int
    articles: int
    type: str | None
    title: str | None
    authors: tuple[str, ...]
    date: str | None

    def in_a_line(self) -> str:
        """Return its authors, its title or else its type, and its date."""
        return in_a_line(self.authors, self.title, self.type, self.date)


def in_a_line(authors: Sequence[str], title: str | None, type_: str | None, date: str | None) -> str:
    """Return the authors of a source, its title or else its type, and its date."""
    names = "; ".join(authors[:_NAMED]) + ("; and others" if len(authors) > _NAMED else "")
    what = title or (type_ or "source").replace("_", " ")
    return ", ".join(one for one in (names, what, date) if one)


class Citations(NamedTuple):
    """The sources that are cited most, the first of them most often, and how many are cited at all."""

    most: tuple[Cited, ...]
    sources: int


def citations_of(folder: Path, sources: int, at_a_time: int = AT_A_TIME) -> Citations:
    """Return what is cited, where there are about so many *sources*; raises NoDatasetError."""
    best: list[tuple[int, str]] = []
    cited = 0
    for low, high in _ranges(1 + sources // at_a_time):
        counts = _counts(folder, low, high)
        cited += counts.num_rows
        best = sorted([*best, *_first(counts)])[:TOP]
    return Citations(_from_table(folder, {key: -times for times, key in best}), cited)


def _first(counts: pa.Table) -> Iterator[tuple[int, str]]:
    """Yield the sources that are cited most, as what sorts them: how often, below nought, and the key."""
    order = [("count", "descending"), ("source", "ascending")]
    first = counts.take(pc.select_k_unstable(counts, k=TOP, sort_keys=order))  # type: ignore[call-overload]  # takes tables, too
    for one in first.to_pylist():
        yield -int(one["count"]), str(one["source"])


def _ranges(number: int) -> Iterator[tuple[str, str | None]]:
    """Yield where each range of keys starts, and the next one."""
    starts = ["", *(f"s-{one * 16**_DIGITS // number:0{_DIGITS}x}" for one in range(1, number))]
    yield from zip(starts, [*starts[1:], None], strict=True)


def _counts(folder: Path, low: str, high: str | None) -> pa.Table:
    """Return the sources in a range that are cited, with how often."""
    waiting: list[pa.RecordBatch] = []
    rows = 0
    known = pa.table({"source": pa.array([], pa.string()), "count": pa.array([], pa.int64())})
    for batch in batches(folder, "citations", ["source"]):
        column = batch.column(0).drop_null()
        if low:
            column = column.filter(pc.greater_equal(column, pa.scalar(low)))
        if high is not None:
            column = column.filter(pc.less(column, pa.scalar(high)))
        counts = pc.value_counts(column)
        waiting.append(
            pa.RecordBatch.from_arrays([counts.field("values"), counts.field("counts")], ["source", "count"])
        )
        rows += len(counts)
        if rows > _PIECES:
            known, waiting, rows = _summed(known, waiting), [], 0
    return _summed(known, waiting)


def _summed(known: pa.Table, waiting: list[pa.RecordBatch]) -> pa.Table:
    both = pa.concat_tables([known, pa.Table.from_batches(waiting, known.schema)])
    summed = both.group_by("source", use_threads=False).aggregate([("count", "sum")])
    return summed.select(["source", "count_sum"]).rename_columns(["source", "count"])


def _from_table(folder: Path, counts: dict[str, int]) -> tuple[Cited, ...]:
    """Return sources with what the table says of them, in the order of their counts."""
    if not counts:
        return ()
    wanted = pa.array(list(counts), pa.string())
    found: dict[str, Cited] = {}
    columns = ["id", "articles", "type", "title", "authors", "date"]
    for batch in batches(folder, "sources", columns):
        for one in batch.filter(pc.is_in(batch.column(0), value_set=wanted)).to_pylist():
            found[one["id"]] = Cited(
                one["id"],
                counts[one["id"]],
                one["articles"] or 0,
                one["type"],
                one["title"],
                tuple(one["authors"] or ()),
                one["date"],
            )
    return tuple(found.get(key, Cited(key, count, 0, None, None, (), None)) for key, count in counts.items())
