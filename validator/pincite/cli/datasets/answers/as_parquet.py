"""An answer as a Parquet file, whose columns have the types that DuckDB gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


def write(schema: pa.Schema, batches: Iterator[pa.RecordBatch], limit: int | None, stream: BinaryIO) -> None:
    """Write batches of rows, no more rows than the *limit*, if there is one."""
    left = limit
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for batch in batches:
            taken = batch if left is None else batch.slice(0, left)
            writer.write_batch(taken)
            if left is not None:
                left -= taken.num_rows
                if left == 0:
                    break
