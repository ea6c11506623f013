"""Tables are written as Parquet and CSV: the same bytes, in whatever pieces their rows come."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pincite.dataset.tables.arrow import schema_of
from pincite.dataset.tables.csv_cells import csv_writer, harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pincite.dataset.tables.columns import Table

GROUP_ROWS = 50_000
"""Rows of a group in a Parquet file, at most."""
GROUP_BYTES = 32 * 1024 * 1024
"""Bytes of texts in a group, unless a single row has more."""


def write_table(table: Table, batches: Iterable[pa.RecordBatch], parquet: Path, csv: Path) -> int:
    """Write a table in both forms, and return the number of its rows."""
    schema = schema_of(table)
    rows = 0
    with (
        pq.ParquetWriter(parquet, schema, compression="zstd") as writer,
        csv_writer(csv, table) as plain,
    ):
        for group in row_groups(batches, schema):
            writer.write_table(group, row_group_size=max(1, group.num_rows))
            plain.write_table(harmless(group))
            rows += group.num_rows
    return rows


def row_groups(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Iterator[pa.Table]:
    """Yield rows in groups whose ends depend on the rows alone, not on the batches they come in."""
    held: list[pa.Table] = []
    rows = size = 0
    for batch in batches:
        piece = pa.Table.from_batches([batch], schema)
        while piece.num_rows:
            taken, taken_bytes = _fitting(piece, rows, size)
            if taken:
                held.append(piece.slice(0, taken))
                rows, size = rows + taken, size + taken_bytes
                piece = piece.slice(taken)
            if piece.num_rows:
                yield _joined(held, schema)
                held, rows, size = [], 0, 0
    if held:
        yield _joined(held, schema)


def _joined(pieces: list[pa.Table], schema: pa.Schema) -> pa.Table:
    return pa.concat_tables(pieces).combine_chunks() if pieces else schema.empty_table()


def _fitting(piece: pa.Table, rows: int, size: int) -> tuple[int, int]:
    """Return how many rows of a piece go into a group that has *rows* and *size* already, and their bytes."""
    sums = list(accumulate(_sizes(piece)))
    taken = min(GROUP_ROWS - rows, bisect_right(sums, GROUP_BYTES - size))
    if not taken and not rows:
        taken = 1
    return taken, sums[taken - 1] if taken else 0


def _sizes(piece: pa.Table) -> list[int]:
    """Return the bytes of texts in each row."""
    texts = [column for column in piece.columns if pa.types.is_string(column.type)]
    lengths = [pc.fill_null(pc.binary_length(one), 0).to_pylist() for one in texts]
    return [sum(row) for row in zip(*lengths, strict=True)]
