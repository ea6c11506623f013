"""The Parquet files of a dataset's tables, read a batch at a time: whoever reads a table reads it here.

The check of datasets alone has a reader of its own (``checking.tables``).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pincite.dataset.opened.places import own_file
from pincite.dataset.package.layout import table_file
from pincite.dataset.package.manifest import NoDatasetError
from pincite.dataset.tables import BY_NAME
from pincite.dataset.tables.arrow import schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class TableFile:
    """The Parquet file of a table, by its name, of the dataset in a folder.

    It has the columns that the table has, and perhaps more of a later version. Raises NoDatasetError for a file that is not the
    dataset's own, is damaged, or has other columns.
    """

    def __init__(self, folder: Path, table: str) -> None:
        self.path = own_file(folder, table_file(BY_NAME[table], "parquet").as_posix())
        with self._opened() as file:
            self.schema: pa.Schema = file.schema_arrow
        for field in schema_of(BY_NAME[table]):
            at = self.schema.get_field_index(field.name)
            if at < 0 or not self.schema.field(at).type.equals(field.type):
                raise NoDatasetError(f"{self.path} has no column {field.name!r} of the type {field.type}")

    def batches(self, columns: Sequence[str] | None, rows: int) -> Iterator[pa.RecordBatch]:
        """Return all rows, in batches of at most so many; of the *columns* alone, if some are named, else KeyError at once."""
        return self._read(self._named(columns), rows)

    def _read(self, columns: list[str] | None, rows: int) -> Iterator[pa.RecordBatch]:
        with self._opened() as file:
            for group in range(file.num_row_groups):
                # a group at a time: its texts are few enough to be held
                for batch in file.iter_batches(rows, row_groups=[group], columns=columns, use_threads=False):
                    batch.validate(full=True)  # the bytes of a text may be no UTF-8
                    yield batch

    def whole(self, columns: Sequence[str] | None) -> pa.Table:
        """Return all rows at once."""
        with self._opened() as file:
            found = file.read(columns=self._named(columns))
            found.validate(full=True)
            return found

    def filled(self, column: str) -> int:
        """Return how many rows have a value in a column of texts, which is not read where the file itself counts them."""
        with self._opened() as file:
            place = file.schema_arrow.get_field_index(column)
            known = [_filled_in(file, group, place) for group in range(file.num_row_groups)]
        counted = [one for one in known if one is not None]
        if len(counted) == len(known):
            return sum(counted)
        return sum(len(batch) - batch.column(0).null_count for batch in self.batches([column], 1 << 16))

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
                    f"there is no column {name!r} in {self.path.name}: {', '.join(self.schema.names)}"
                )
        return list(columns)

    @contextmanager
    def _opened(self) -> Iterator[pq.ParquetFile]:
        try:
            with pq.ParquetFile(self.path, memory_map=False) as file:
                yield file
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            raise NoDatasetError(f"{self.path} cannot be read as Parquet: {_why(error)}") from None


def _filled_in(file: pq.ParquetFile, group: int, place: int) -> int | None:
    """Return how many rows of a group have a value in a column of texts; None where the file does not say so."""
    chunk = file.metadata.row_group(group).column(place)  # every column of a table is one column in the file
    missing = chunk.statistics.null_count if chunk.statistics is not None else None
    return None if missing is None else file.metadata.row_group(group).num_rows - missing


def _why(error: Exception) -> str:
    first = str(error).partition("\n")[0].rstrip(".")
    return "a text in it is not UTF-8" if isinstance(error, UnicodeDecodeError) or "UTF8" in first else first
