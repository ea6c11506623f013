"""All figures of a dataset, each table read once, in pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.opened.table_files import TableFile
from pincite.dataset.statistics.cited import Cited, citations_of
from pincite.dataset.statistics.findings import FindingCount, finding_counts
from pincite.dataset.statistics.measures import CITED, COVERAGE, SPREADS, TALLIES, WITH_TEXT
from pincite.dataset.statistics.reading import batches
from pincite.dataset.statistics.tallies import Spread, Tally, counted_numbers, counted_texts
from pincite.dataset.statistics.times import LONGER
from pincite.dataset.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

    from pincite.dataset.statistics.measures import Coverage, Spreading, Tallied
    from pincite.model.json_value import Json, JsonObject

FORM = "1.0"
"""The version of the figures as JSON."""


class Proportion(NamedTuple):
    """How many of how many, and in words what they are."""

    words: str
    part: int
    whole: int

    def as_json(self) -> JsonObject:
        """Return both as plain data, and the share as a number in four places; null of nothing."""
        share = round(self.part / self.whole, 4) if self.whole else None
        return {"part": self.part, "whole": self.whole, "share": share}


class Statistics(NamedTuple):
    """The figures of a dataset: rows of its tables, and the measures by their names.

    ``texts`` tells of articles' texts how many are there, left out (known by their digests), and not known.
    """

    counts: Mapping[str, int]
    coverage: Mapping[str, Proportion]
    texts: Mapping[str, int]
    tallies: Mapping[str, Tally]
    spreads: Mapping[str, Spread]
    cited: tuple[Cited, ...]
    findings: tuple[FindingCount, ...]

    def as_json(self) -> JsonObject:
        """Return the figures as plain data, always with the same members."""
        cited: list[Json] = [{**one._asdict(), "authors": list(one.authors)} for one in self.cited]
        findings: list[Json] = [
            {"severity": one.severity, "code": one.code, "name": one.name, "count": one.times}
            for one in self.findings
        ]
        return {
            "pincite_statistics": FORM,
            "counts": dict(self.counts),
            "coverage": {name: one.as_json() for name, one in self.coverage.items()},
            "texts": dict(self.texts),
            "tallies": {name: one.as_json() for name, one in self.tallies.items()},
            "spreads": {name: one.as_json() for name, one in self.spreads.items()},
            "most_cited": cited,
            "findings": findings,
        }


def statistics_of(folder: Path) -> Statistics:
    """Return the figures of a dataset; raises NoDatasetError for what cannot be read, and OSError."""
    readings = [_Reading(table.name) for table in TABLES]
    for one in readings:
        one.read(folder)
    counts = {one.table: one.rows for one in readings}
    proportions = {name: found for one in readings for name, found in one.proportions().items()}
    tallies = {name: tally for one in readings for name, tally in one.tallies.items()}
    spreads = {name: spread for one in readings for name, spread in one.spreads.items()}
    citations = citations_of(folder, counts["sources"])
    articles = TableFile(folder, "articles")
    with_text, known = (articles.filled(name) for name in ("text", "text_sha256"))
    coverage = {one.name: proportions[one.name] for one in COVERAGE}
    for (name, words, table), part in ((CITED, citations.sources), (WITH_TEXT, with_text)):
        coverage[name] = Proportion(words, part, counts[table])
    return Statistics(
        counts,
        coverage,
        {"there": with_text, "left out": known - with_text, "not known": counts["articles"] - known},
        {one.name: tallies[one.name] for one in TALLIES},
        {one.name: spreads[one.name] for one in SPREADS},
        citations.most,
        tuple(finding_counts(folder)),
    )


class _Reading:
    """One reading of a table, for all that is counted in it."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.rows = 0
        self._coverage = [one for one in COVERAGE if one.table == table]
        self._tallied = [one for one in TALLIES if one.table == table]
        self._spreading = [one for one in SPREADS if one.table == table]
        self._parts = {one.name: [0, 0] for one in self._coverage}
        self.tallies = {one.name: Tally() for one in self._tallied}
        self.spreads = {one.name: Spread() for one in self._spreading}

    def read(self, folder: Path) -> None:
        """Read the table of the dataset in a folder."""
        columns = {
            "id": None,
            **{name: None for one in self._coverage for name in one.columns},
            **{name: None for one in self._tallied for name in one.columns},
            **{one.column: None for one in self._spreading},
        }
        for batch in batches(folder, self.table, list(columns)):
            self.rows += batch.num_rows
            _count_rows(batch, self._coverage, self._parts)
            _count_values(batch, self._tallied, self.tallies)
            _count_numbers(batch, self._spreading, self.spreads)

    def proportions(self) -> dict[str, Proportion]:
        """Return how many rows have what, of those read so far."""
        return {one.name: Proportion(one.words, *self._parts[one.name]) for one in self._coverage}


def _count_rows(batch: pa.RecordBatch, measures: Sequence[Coverage], into: Mapping[str, list[int]]) -> None:
    for one in measures:
        rows = batch if one.among is None else batch.filter(one.among(batch))
        into[one.name][0] += one.holds(rows).true_count
        into[one.name][1] += rows.num_rows


def _count_values(batch: pa.RecordBatch, measures: Sequence[Tallied], into: Mapping[str, Tally]) -> None:
    for one in measures:
        column = batch.column(one.columns[0]) if one.made is None else one.made(batch)
        for value, times in counted_texts(column):
            meant = one.means(value) if one.means is not None and value is not None else value
            if one.means is not None and meant == LONGER:
                into[one.name].others += times
            else:
                into[one.name].add(meant, times)


def _count_numbers(batch: pa.RecordBatch, measures: Sequence[Spreading], into: Mapping[str, Spread]) -> None:
    for one in measures:
        for number, times in counted_numbers(batch.column(one.column)):
            if number is not None:
                into[one.name].add(number, times)
