"""An answer as a Parquet file, whose columns have the types that DuckDB gives them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from pincite.cli.output import CallError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


def write(schema: pa.Schema, batches: Iterator[pa.RecordBatch], limit: int | None, stream: BinaryIO) -> None:
    """Write batches of rows, no more rows than the *limit*, if there is one.

    Raises CallError where Parquet has no form for a column.
    """
    _need_forms(schema)
    left = limit
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for batch in batches:
            taken = batch if left is None else batch.slice(0, left)
            writer.write_batch(taken)
            if left is not None:
                left -= taken.num_rows
                if left == 0:
                    break


def _need_forms(schema: pa.Schema) -> None:
    """Raise CallError for the first column that has no form in Parquet, such as an interval."""
    without = next((one for one in schema if not _has_form(one)), None)
    if without is not None:
        raise CallError(
            f"Parquet has no form for the column {without.name!r} of this answer ({without.type}); "
            "make it a text: CAST(… AS VARCHAR)"
        )


def _has_form(field: pa.Field[pa.DataType]) -> bool:
    try:
        pq.ParquetWriter(io.BytesIO(), pa.schema([field])).close()
    except pa.ArrowException:
        return False
    return True
