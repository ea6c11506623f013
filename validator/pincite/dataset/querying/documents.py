"""The documents of a dataset as a table for DuckDB, read anew for each query."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pyarrow as pa

from pincite.dataset.package.manifest import NoDatasetError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.opened.dataset import Dataset

NAME = "documents"
"""The name of the table."""
DESCRIPTION = "The documents as JSON: document->>'$.article.title'."
COLUMNS = (("id", "The document's id."), ("document", "The document, as canonical JSON."))
"""Its columns, both texts, with a sentence on each."""
_SCHEMA = pa.schema([pa.field(name, pa.string()) for name, _ in COLUMNS])
_BYTES = 4 << 20
"""Bytes of a batch, unless one document has more."""
_LONE = re.compile("[\ud800-\udfff]")


class DocumentTable:
    """A stream of Arrow batches that begins anew whenever it is asked for, as DuckDB does once for each scan.

    ``fault`` is what ended the last one: DuckDB itself tells it with the way through this program.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self.fault: Exception | None = None

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the stream (Arrow PyCapsule interface)."""
        reader = pa.RecordBatchReader.from_batches(_SCHEMA, self._noted())
        return reader.__arrow_c_stream__(requested_schema)  # type: ignore[no-untyped-call]  # so in the stubs

    def _noted(self) -> Iterator[pa.RecordBatch]:
        self.fault = None
        try:
            yield from self._batches()
        except (NoDatasetError, OSError) as error:
            self.fault = error
            raise

    def _batches(self) -> Iterator[pa.RecordBatch]:
        ids: list[str] = []
        texts: list[str] = []
        held = 0
        for line, data in zip(self._dataset.raw_documents(), self._dataset.documents(), strict=True):
            ids.append(_whole(str(data.get("id", ""))))
            texts.append(_line(line, data))
            held += len(line)
            if held >= _BYTES:
                yield _batch(ids, texts)
                ids, texts, held = [], [], 0
        if ids:
            yield _batch(ids, texts)


def _batch(ids: list[str], texts: list[str]) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays(
        [pa.array(ids, pa.string()), pa.array(texts, pa.string())], schema=_SCHEMA
    )


def _line(line: bytes, data: object) -> str:
    """Return a document's line; half of a surrogate pair, at which DuckDB would refuse it, is told by U+FFFD."""
    if b"\\ud" not in line and b"\\uD" not in line:
        return line.decode("utf-8", "replace").rstrip("\n")
    return _whole(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _whole(text: str) -> str:
    return _LONE.sub("\N{REPLACEMENT CHARACTER}", text)
