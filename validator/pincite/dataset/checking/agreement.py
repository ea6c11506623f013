"""Concern: the tables say what the documents say, row by row and cell by cell.

The documents are entered once more, as when the dataset was built, and give the rows that the tables should have, in the
order in which they should have them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from pincite.dataset.assembling.sources import batches as source_batches
from pincite.dataset.checking.file_errors import FileFaultError
from pincite.dataset.checking.telling import shown
from pincite.dataset.package.layout import DOCUMENTS
from pincite.dataset.rules import dataset_parts_disagree
from pincite.dataset.shards.counting import SourceCounts
from pincite.dataset.sorting.runs import write_run
from pincite.dataset.tables import ROWS
from pincite.dataset.tables.arrow import batch_of, schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pincite.dataset.checking.state import State
    from pincite.dataset.checking.table_file import TableFile
    from pincite.dataset.entering.entry import Entry
    from pincite.dataset.tables.columns import Row
    from pincite.model.finding import Finding

_HELD = 2 * 1024 * 1024
"""Bytes of documents whose rows are held in memory together."""
_MADE_ANEW = {("images", "handling"): frozenset({"hashed", "missing"})}
"""Cells that the documents alone do not decide: of a picture that is not there, whether its file was."""


class Agreement:
    """Takes in documents one after the other, and compares what they give with the tables.

    A table whose rows are no longer those of the documents, one after the other, is told once and not compared further.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._tell = state.tell
        self._cursors = {name: _Cursor(file) for name, file in state.tables.items() if name in ROWS}
        self._sources = state.tables.get("sources")
        self._rows: dict[str, list[Row]] = {name: [] for name in self._cursors}
        self._counts = SourceCounts()
        self._runs: list[Path] = []
        self._held = 0
        self._is_broken = False

    def give_up(self) -> None:
        """Compare nothing more: what the documents give is not known."""
        self._is_broken = True

    def add(self, entry: Entry, size: int) -> Iterator[Finding]:
        """Take in a document of a *size* in bytes, and yield what is found meanwhile."""
        if self._is_broken:
            return
        for name, rows in self._rows.items():
            rows.extend(ROWS[name](entry))
        self._counts.add(entry)
        self._held += size
        if self._held >= _HELD:
            yield from self._compare()

    def finish(self) -> Iterator[Finding]:
        """Yield what is found at the end."""
        if self._is_broken:
            return
        yield from self._compare()
        for cursor in self._cursors.values():
            yield from self._rest(cursor)
        if self._sources is not None:
            cursor = _Cursor(self._sources)
            for batch in source_batches(self._runs, self._state.scratch):
                yield from self._hold(cursor, batch)
            yield from self._rest(cursor)

    def _compare(self) -> Iterator[Finding]:
        for name, rows in self._rows.items():
            if rows:
                cursor = self._cursors[name]
                yield from self._hold(cursor, batch_of(cursor.file.table, rows))
                rows.clear()
        run = self._state.scratch / f"sources-{len(self._runs)}.run"
        write_run(run, self._counts.lines())
        self._runs.append(run)
        self._counts.clear()
        self._held = 0

    def _hold(self, cursor: _Cursor, wanted: pa.RecordBatch) -> Iterator[Finding]:
        """Yield how the next rows of a table differ from those that it should have."""
        if cursor.is_lost:
            return
        before = cursor.row
        try:
            found = cursor.take(wanted.num_rows)
        except FileFaultError as error:
            cursor.is_lost = True
            yield self._tell.finding(error.rule, error.path, error.why)
            return
        if not found.equals(wanted):
            yield from self._differences(cursor, before, found, wanted)

    def _differences(
        self, cursor: _Cursor, before: int, found: pa.RecordBatch, wanted: pa.RecordBatch
    ) -> Iterator[Finding]:
        name, path = cursor.file.table.name, cursor.file.path
        ids, right = found.column("id").to_pylist(), wanted.column("id").to_pylist()
        if len(ids) < len(right) or not _in_step(ids, right):
            cursor.is_lost = True
            at = next((at for at, one in enumerate(right) if at >= len(ids) or ids[at] != one), 0)
            there = (
                f"has no row {before + at + 1}"
                if at >= len(ids)
                else f"has {shown(ids[at])} in row {before + at + 1}"
            )
            message = f"{path} {there}; by {DOCUMENTS} it should be {shown(right[at])}"
            yield self._finding(path, message, "the rows from there on are not compared")
            return
        rows: dict[int, list[str]] = {}
        for column in wanted.schema.names:
            one, other = found.column(column), wanted.column(column)
            if one.equals(other):
                continue
            free = _MADE_ANEW.get((name, column), frozenset())
            for at, (is_there, should) in enumerate(zip(one.to_pylist(), other.to_pylist(), strict=True)):
                if is_there != should and not (free and {is_there, should} <= free):
                    rows.setdefault(at, []).append(
                        f"the {column} {_cell(is_there)}; by {DOCUMENTS} it should be {_cell(should)}"
                    )
        for at in sorted(rows):
            if (name, before + at + 1) not in self._state.told_rows:
                yield self._finding(path, f"row {before + at + 1} of {path} has {rows[at][0]}")

    def _rest(self, cursor: _Cursor) -> Iterator[Finding]:
        if not cursor.is_lost and cursor.row < cursor.file.rows:
            path = cursor.file.path
            message = f"{path} has {cursor.file.rows} rows; by {DOCUMENTS} it should have {cursor.row}"
            yield self._finding(path, message)

    def _finding(self, path: str, message: str, hint: str | None = None) -> Finding:
        return self._tell.finding(dataset_parts_disagree.RULE, path, message, hint)


def _in_step(ids: Sequence[str | None], right: Sequence[str | None]) -> bool:
    """Return whether ids are the right ones but for some that were changed where they stand."""
    return (
        sum(one != other for one, other in zip(ids, right, strict=True)) * 2 <= len(right) or len(right) == 1
    )


def _cell(value: object) -> str:
    return "empty" if value is None else shown(value)


class _Cursor:
    """Where a table has been read to."""

    def __init__(self, file: TableFile) -> None:
        self.file = file
        self.row = 0
        """The rows that were taken so far."""
        self.is_lost = False
        self._batches = file.batches()
        self._held: pa.RecordBatch | None = None

    def take(self, number: int) -> pa.RecordBatch:
        """Return the next rows, fewer at the end. Raises FileFaultError."""
        pieces = []
        left = number
        while left:
            if self._held is None or not self._held.num_rows:
                self._held = next(self._batches, None)
                if self._held is None:
                    break
            piece = self._held.slice(0, left)
            self._held = self._held.slice(piece.num_rows)
            pieces.append(piece)
            left -= piece.num_rows
        self.row += number - left
        schema = schema_of(self.file.table)
        whole = pa.Table.from_batches(pieces, schema).combine_chunks()
        batches = whole.to_batches()
        return batches[0] if batches else batch_of(self.file.table, ())
