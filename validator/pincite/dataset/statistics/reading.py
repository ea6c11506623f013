"""Tables of a dataset are read in pieces, and only the columns that are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from pincite.dataset.package.layout import table_file
from pincite.dataset.package.manifest import NoDatasetError
from pincite.dataset.tables import BY_NAME
from pincite.dataset.tables.arrow import schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_ROWS = 20_000
"""Rows that are in memory at a time, at most."""


def own_file(folder: Path, name: str | Path) -> Path:
    """Return the path of a file of a dataset; raises NoDatasetError for links, which lead elsewhere, and what is no file."""
    path = folder / name
    while path != folder:
        if path.is_symlink():
            raise NoDatasetError(f"{path} is a link; a dataset has none")
        path = path.parent
    if not (folder / name).is_file():
        raise NoDatasetError(f"there is no file {folder / name}")
    return folder / name


def batches(folder: Path, table: str, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a table with some of its columns; raises NoDatasetError for what is no such table."""
    path = own_file(folder, table_file(BY_NAME[table], "parquet"))
    try:
        with pq.ParquetFile(path) as file:
            _demand(file, path, table, columns)
            for group in range(file.num_row_groups):
                # a group at a time: its texts are few enough to be held
                yield from file.iter_batches(
                    _ROWS, row_groups=[group], columns=list(columns), use_threads=False
                )
    except (OSError, pa.ArrowException) as error:
        raise _fault(path, error) from None


def filled(folder: Path, table: str, column: str) -> int:
    """Return how many rows have a value in a column, which is not read where the file itself counts them."""
    path = own_file(folder, table_file(BY_NAME[table], "parquet"))
    try:
        with pq.ParquetFile(path) as file:
            _demand(file, path, table, [column])
            place = file.schema_arrow.get_field_index(column)
            known = [_filled_in(file, group, place) for group in range(file.num_row_groups)]
    except (OSError, pa.ArrowException) as error:
        raise _fault(path, error) from None
    counted = [one for one in known if one is not None]
    if len(counted) == len(known):
        return sum(counted)
    return sum(len(batch) - batch.column(0).null_count for batch in batches(folder, table, [column]))


def _filled_in(file: pq.ParquetFile, group: int, place: int) -> int | None:
    """Return how many rows of a group have a value in a column of texts; None where the file does not say so."""
    chunk = file.metadata.row_group(group).column(place)  # every column of a table is one column in the file
    missing = chunk.statistics.null_count if chunk.statistics is not None else None
    return None if missing is None else file.metadata.row_group(group).num_rows - missing


def _demand(file: pq.ParquetFile, path: Path, table: str, columns: Sequence[str]) -> None:
    there, wanted = file.schema_arrow, schema_of(BY_NAME[table])
    for name in columns:
        at = there.get_field_index(name)
        if at < 0 or not there.field(at).type.equals(wanted.field(name).type):
            raise NoDatasetError(
                f"{path} is not the table {table}: it has no column {name} of {wanted.field(name).type}"
            )


def _fault(path: Path, error: Exception) -> NoDatasetError:
    return NoDatasetError(f"{path} cannot be read as Parquet: {str(error).partition(chr(10))[0]}")
