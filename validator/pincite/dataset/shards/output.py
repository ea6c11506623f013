"""The files of a shard's result while they are written."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from pincite.dataset.compact_json import compact
from pincite.dataset.entering.text_of import canonical
from pincite.dataset.shards.counting import SourceCounts
from pincite.dataset.sources.near import near_keys
from pincite.dataset.tables import BY_NAME, ROWS
from pincite.dataset.tables.arrow import batch_of, schema_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import TracebackType
    from typing import TextIO

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
        self._documents = (self._folder / "documents.jsonl").open("wb")
        self._inputs = self._open("inputs.jsonl")
        self._findings = self._open("findings.jsonl")
        self._pictures = self._open("pictures.jsonl")
        self._writers = {
            name: pa.ipc.new_file(
                str(self._folder / f"{name}.arrow"),
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

        These are the paths that the document names, by those in the dataset.
        """
        text = canonical(entry.data)
        self._documents.write(text + b"\n")
        digest = sha256(text).hexdigest()
        _write(self._inputs, {"id": entry.iri, "sha256": digest, "part": part, "line": line, "place": place})
        self._ids.append(entry.iri)
        self.documents += 1
        for name, rows in ROWS.items():
            self._rows[name] += rows(entry)
        for source, key, description in self._sources.add(entry):
            self._near.update(f"{near}\t{key.id}\t{description}" for near in near_keys(source))
        for path, original in sorted(pictures.items()):
            _write(self._pictures, {"path": path, "from": original, "part": part})
        self._held += len(text)
        if self._held >= BATCH_BYTES:
            self._write_rows()

    def tell(self, finding: JsonObject, part: int) -> None:
        """Take in what was found in a part."""
        _write(self._findings, {"part": part, "finding": finding})

    def finish(self) -> None:
        """Write what was held."""
        self._write_rows()
        self._write_run("ids.run", self._ids)
        self._write_run("sources.run", self._sources.lines())
        self._write_run("near.run", list(self._near))

    def _write_rows(self) -> None:
        for name, rows in self._rows.items():
            if rows:
                self._writers[name].write_batch(batch_of(BY_NAME[name], rows))
                rows.clear()
        self._held = 0

    def _write_run(self, name: str, lines: list[str]) -> None:
        write_run(self._folder / name, lines)

    def _open(self, name: str) -> TextIO:
        return (self._folder / name).open("w", encoding="utf-8", errors="backslashreplace", newline="\n")


def write_run(path: Path, lines: Iterable[str]) -> None:
    """Write lines sorted by their bytes."""
    # bytes and not characters are compared: half of a surrogate pair cannot be written, and is replaced before
    encoded = sorted(f"{line}\n".encode("utf-8", "backslashreplace") for line in lines)
    with path.open("wb") as stream:
        stream.writelines(encoded)


def _write(stream: TextIO, value: JsonObject) -> None:
    stream.write(f"{compact(value)}\n")
