"""Tables as Arrow has them: the types of columns, and rows as batches of columns."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.dataset.tables.columns import Row, Table, Type

_TYPES: dict[Type, pa.DataType] = {
    "string": pa.string(),
    "json": pa.string(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "strings": pa.list_(pa.field("item", pa.string())),
}


@cache
def schema_of(table: Table) -> pa.Schema:
    """Return the schema of a table; what makes up its key is never empty."""
    return pa.schema(
        [
            pa.field(column.name, _TYPES[column.type], nullable=column.name not in table.key)
            for column in table.columns
        ]
    )


def batch_of(table: Table, rows: Sequence[Row]) -> pa.RecordBatch:
    """Return rows as one batch."""
    schema = schema_of(table)
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
