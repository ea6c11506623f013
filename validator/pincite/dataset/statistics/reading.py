"""Tables of a dataset are read in pieces, and only the columns that are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.opened.table_files import TableFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pyarrow as pa

_ROWS = 20_000
"""Rows that are in memory at a time, at most."""


def batches(folder: Path, table: str, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a table with some of its columns; raises NoDatasetError for what is no such table."""
    yield from TableFile(folder, table).batches(columns, _ROWS)
