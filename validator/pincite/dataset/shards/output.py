"""The files of a shard's result while they are written."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from pincite.dataset.entering.canonical import canonical
from pincite.dataset.json_lines import write_line
from pincite.dataset.shards import files
from pincite.dataset.shards.counting import SourceCounts
from pincite.dataset.shards.files import Origin, Picture, Told
from pincite.dataset.sorting.runs import write_run
from pincite.dataset.sources.near import near_keys
from pincite.dataset.tables import BY_NAME, ROWS
from pincite.dataset.tables.arrow import batch_of, schema_of
from pincite.dataset.tables.bounds import need_fitting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from typing_extensions import Self

    from pincite.dataset.entering.entry import Entry
    from pincite.dataset.tables.columns import Row
    from pincite.model.json_value import JsonObject

BATCH_BYTES = 8 * 1024 * 1024
"""Bytes of documents whose rows are held in memory together."""


class Output:
    """Takes in documents one by one; what is sorted is held until the end, all else is written as it comes."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        self._documents = (self._folder / files.DOCUMENTS).open("wb")
        self._inputs = (self._folder / files.INPUTS).open("wb")
        self._findings = (self._folder / files.FINDINGS).open("wb")
        self._pictures = (self._folder / files.PICTURES).open("wb")
        self._writers = {
            name: pa.ipc.new_file(
                str(self._folder / files.rows_file(name)),
                schema_of(BY_NAME[name]),
                options=pa.ipc.IpcWriteOptions(compression="lz4"),
            )
            for name in ROWS
        }
        self._rows: dict[str, list[Row]] = {name: [] for name in ROWS}
        self._held = 0
        self._ids: list[str] = []
        self._sources = SourceCounts()
        self._near: set[str] = set()
        self.documents = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for stream in (self._documents, self._inputs, self._findings, self._pictures):
            stream.close()
        for writer in self._writers.values():
            writer.close()

    def add(self, entry: Entry, part: int, line: int, place: int, pictures: Mapping[str, str]) -> None:
        """Take in a document that stands at a line of a part, in the shard at a *place* (from 0), with the pictures to copy.

        These are the paths that the document names, by those in the dataset. Raises BeyondColumnError for a document with a
        number that no table can hold, of which nothing goes in.
        """
        added = {name: list(rows(entry)) for name, rows in ROWS.items()}
        need_fitting(added)
        text = canonical(entry.data)
        self._documents.write(text + b"\n")
        digest = sha256(text).hexdigest()
        write_line(self._inputs, Origin(entry.iri, digest, part, line, place))
        self._ids.append(entry.iri)
        self.documents += 1
        for name, rows in added.items():
            self._rows[name] += rows
        for source, key, description in self._sources.add(entry):
            self._near.update(f"{near}\t{key.id}\t{description}" for near in near_keys(source))
        for path, original in sorted(pictures.items()):
            write_line(self._pictures, Picture(path, original, part))
        self._held += len(text)
        if self._held >= BATCH_BYTES:
            self._write_rows()

    def tell(self, finding: JsonObject, part: int) -> None:
        """Take in what was found in a part."""
        write_line(self._findings, Told(part, finding))

    def finish(self) -> None:
        """Write what was held."""
        self._write_rows()
        write_run(self._folder / files.IDS, self._ids)
        write_run(self._folder / files.SOURCES, self._sources.lines())
        write_run(self._folder / files.NEAR, self._near)

    def _write_rows(self) -> None:
        for name, rows in self._rows.items():
            if rows:
                self._writers[name].write_batch(batch_of(BY_NAME[name], rows))
                rows.clear()
        self._held = 0
