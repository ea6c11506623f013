"""A table's Parquet file that nobody trusts.

A Parquet file may be made so that little of it becomes very much in memory. A dataset's has groups of rows of a limited size,
so that anything larger is refused before it is read; texts that are stored once for many rows are counted before they are
spread out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pincite.dataset.assembling.tables import GROUP_BYTES, GROUP_ROWS
from pincite.dataset.checking.file_errors import TableError
from pincite.dataset.checking.telling import shown
from pincite.dataset.package.layout import table_file
from pincite.dataset.tables.arrow import schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from pincite.dataset.checking.folder import Folder
    from pincite.dataset.tables.columns import Table

BATCH_ROWS = 2_000
"""Rows that are held in memory together."""
_MOST_STORED = 4 * GROUP_BYTES
"""Bytes that a group of rows may say it has, texts and all else; one with a single row may have more."""
_MOST_SPREAD = 4 * GROUP_BYTES
"""Bytes of texts in the rows that are held together, unless it is a single one."""
_FAULTS = (pa.ArrowException, OSError, ValueError, OverflowError)
"""What reading a broken Parquet file raises."""


class TableFile:
    """A Parquet file of a dataset, which may be anything. Raises FileFaultError.

    All others read tables by ``opened.table_files``, which has no limits: a check alone is asked of a dataset that nobody
    trusts, and has to end with a finding whatever memory its tables would take.
    """

    def __init__(self, folder: Folder, table: Table) -> None:
        self.table = table
        self.path = table_file(table, "parquet").as_posix()
        self._folder = folder
        with folder.opened(self.path) as stream:
            try:
                with pq.ParquetFile(stream) as file:
                    self._metadata = file.metadata
                    schema = file.schema_arrow
                    leaves = [file.schema.column(number) for number in range(len(file.schema))]
                    self._texts = [one.path for one in leaves if one.physical_type == "BYTE_ARRAY"]
            except _FAULTS as error:
                raise self._unreadable(error) from None
        self.rows: int = self._metadata.num_rows
        fault = _fault_of_columns(schema, schema_of(table)) or self._fault_of_groups()
        if fault is not None:
            raise TableError(self.path, f"{self.path} {fault}")

    def _unreadable(self, error: Exception) -> TableError:
        why = " ".join(str(error).split())[:200] or type(error).__name__
        return TableError(self.path, f"{self.path} cannot be read as Parquet: {why}")

    def _fault_of_groups(self) -> str | None:
        total = 0
        for number in range(self._metadata.num_row_groups):
            group = self._metadata.row_group(number)
            total += group.num_rows
            if not 0 <= group.num_rows <= GROUP_ROWS:
                return f"a group of it has {group.num_rows} rows; there are at most {GROUP_ROWS}"
            if group.num_rows > 1 and group.total_byte_size > _MOST_STORED:
                return f"a group of it has {group.total_byte_size} bytes; there are at most {_MOST_STORED}"
        return (
            None
            if total == self.rows
            else f"it says that it has {self.rows} rows, and its groups have {total}"
        )

    def batches(self, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """Yield the rows, or of each row some columns, in batches of a limited size."""
        fields = list(schema_of(self.table))
        if columns is not None:
            fields = [one for one in fields if one.name in columns]
        schema = pa.schema(fields)
        if not self.rows:
            return
        with self._folder.opened(self.path) as stream:
            try:
                with pq.ParquetFile(stream, read_dictionary=self._texts) as file:
                    for batch in file.iter_batches(BATCH_ROWS, columns=schema.names, use_threads=False):
                        yield self._spread(batch, schema)
            except _FAULTS as error:
                raise self._unreadable(error) from None

    def cells(self, column: str) -> Iterator[tuple[int, str | list[str | None] | None]]:
        """Yield the number of each row, from 1, and its value in a column of texts."""
        number = 0
        for batch in self.batches([column]):
            for value in batch.column(column).to_pylist():
                number += 1
                yield number, value

    def _spread(self, batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
        """Return a batch with its texts in every row, unless that would be too much."""
        arrays = [batch.column(name) for name in schema.names]
        size = sum(_text_bytes(one) for one in arrays)
        if batch.num_rows > 1 and size > _MOST_SPREAD:
            why = f"{batch.num_rows} rows of {self.path} have {size} bytes of text; there are at most {_MOST_SPREAD}"
            raise TableError(self.path, why)
        whole = [_whole(array, field.type) for array, field in zip(arrays, schema, strict=True)]
        found = pa.RecordBatch.from_arrays(whole, schema=schema)
        found.validate(full=True)
        return found


def _text_bytes(array: pa.Array[Any]) -> int:
    if isinstance(array, pa.ListArray):
        return _text_bytes(array.flatten())
    if not isinstance(array, pa.DictionaryArray):
        return 0
    lengths = pc.binary_length(cast("pa.StringArray", array.dictionary))
    return int(pc.sum(pc.take(lengths, array.indices)).as_py() or 0)


def _whole(array: pa.Array[Any], kind: pa.DataType) -> pa.Array[Any]:
    if isinstance(array, pa.ListArray):
        return pa.array(array.to_pylist(), kind)
    return array.dictionary_decode() if isinstance(array, pa.DictionaryArray) else array


def _fault_of_columns(found: pa.Schema, wanted: pa.Schema) -> str | None:
    """Return how the columns of a file differ from those of its table."""
    lacking = [name for name in wanted.names if name not in found.names]
    more = [name for name in found.names if name not in wanted.names]
    if lacking:
        return f"it has no column {shown(lacking[0])}"
    if more:
        return f"it has a column {shown(more[0])}, which the table has not"
    if found.names != wanted.names:
        return "its columns stand in another order, or twice"
    for one, other in zip(found, wanted, strict=True):
        if one.type != other.type:
            return (
                f"its column {shown(one.name)} is of type {shown(one.type)}; it should be {shown(other.type)}"
            )
        if one.nullable != other.nullable:
            return f"its column {shown(one.name)} may {'' if one.nullable else 'not '}be empty; that should be otherwise"
    return None
