"""The Parquet files of a dataset's tables, read a batch at a time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pincite.dataset.package.manifest import NoDatasetError
from pincite.dataset.tables.arrow import schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pincite.dataset.tables.columns import Table


class Columns:
    """A table's Parquet file, whose columns are those that the table has, and perhaps more of a later version.

    Raises NoDatasetError for a file that is damaged, or has other columns.
    """

    def __init__(self, table: Table, path: Path) -> None:
        self._path = path
        with self._opened() as file:
            self.schema: pa.Schema = file.schema_arrow
        for field in schema_of(table):
            at = self.schema.get_field_index(field.name)
            if at < 0 or not self.schema.field(at).type.equals(field.type):
                raise NoDatasetError(f"{path} has no column {field.name!r} of the type {field.type}")

    def batches(self, columns: Sequence[str] | None, rows: int) -> Iterator[pa.RecordBatch]:
        """Yield all rows, in batches of at most so many; of the *columns* alone, if some are named."""
        with self._opened() as file:
            yield from file.iter_batches(rows, columns=self._named(columns))

    def whole(self, columns: Sequence[str] | None) -> pa.Table:
        """Return all rows at once."""
        with self._opened() as file:
            return file.read(columns=self._named(columns))

    def row_of(self, key: str) -> int | None:
        """Return the number of the row with an id, from 0; None where there is none. Only the ids are read."""
        before = 0
        for batch in self.batches(["id"], 1 << 16):
            at = pc.index(batch.column(0), pa.scalar(key, pa.string())).as_py()
            if at >= 0:
                return before + at
            before += batch.num_rows
        return None

    def cell(self, column: str, row: int) -> object:
        """Return the value of a column in a row; one group of rows of this one column is read."""
        with self._opened() as file:
            for group in range(file.num_row_groups):
                rows = file.metadata.row_group(group).num_rows
                if row < rows:
                    return cast("object", file.read_row_group(group, columns=[column]).column(0)[row].as_py())
                row -= rows
        raise IndexError(row)

    def _named(self, columns: Sequence[str] | None) -> list[str] | None:
        if columns is None:
            return None
        for name in columns:
            if name not in self.schema.names:
                raise KeyError(
                    f"there is no column {name!r} in {self._path.name}: {', '.join(self.schema.names)}"
                )
        return list(columns)

    @contextmanager
    def _opened(self) -> Iterator[pq.ParquetFile]:
        try:
            with pq.ParquetFile(self._path, memory_map=False) as file:
                yield file
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            first = str(error).partition("\n")[0].rstrip(".")
            raise NoDatasetError(f"{self._path} cannot be read as Parquet: {first}") from None
