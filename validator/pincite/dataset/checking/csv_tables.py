"""Concern: each CSV file has the rows of its Parquet file, made harmless for spreadsheets.

The CSV is written once more and compared as it comes, byte by byte. Only where that fails are its cells read, since another
version of the library may write the same cells in other bytes.
"""

from __future__ import annotations

import csv
import io
from contextlib import ExitStack
from typing import TYPE_CHECKING, cast

import pyarrow as pa

from pincite.dataset.checking.telling import shown
from pincite.dataset.package.layout import table_file
from pincite.dataset.rules import dataset_parts_disagree, dataset_table_malformed
from pincite.dataset.tables.csv_cells import csv_writer, harmless
from pincite.reading.limits import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from pincite.dataset.checking.folder import Folder
    from pincite.dataset.checking.state import State
    from pincite.dataset.checking.table_file import TableFile
    from pincite.dataset.checking.telling import Teller
    from pincite.model.finding import Finding


def findings(state: State) -> Iterator[Finding]:
    """Yield how CSV files differ from the Parquet files beside them. Raises FileFaultError."""
    for file in state.tables.values():
        path = table_file(file.table, "csv").as_posix()
        if path in state.sound and not _is_same(state.folder, path, file):
            again = state.scratch / f"{file.table.name}.csv"
            _write(file, again)
            yield from _differences(state.folder, path, again, state.tell)
            again.unlink()


def _is_same(folder: Folder, path: str, file: TableFile) -> bool:
    with folder.opened(path) as stream:
        compared = _Compared(stream)
        _write(file, compared)
        return compared.is_same and not stream.read(1)


class _Compared(io.RawIOBase):
    """Takes bytes as a file does, and holds them against those of a stream."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.is_same = True

    def writable(self) -> bool:
        """Return that bytes can be written."""
        return True

    def write(self, data: object, /) -> int:
        """Take bytes in."""
        content = bytes(data)  # type: ignore[call-overload]  # whatever pyarrow hands over holds bytes
        if self.is_same:
            self.is_same = self._stream.read(len(content)) == content
        return len(content)


def _write(file: TableFile, target: Path | _Compared) -> None:
    with csv_writer(cast("Path", target), file.table) as writer:
        for batch in file.batches():
            writer.write_table(harmless(pa.Table.from_batches([batch])))
            if isinstance(target, _Compared) and not target.is_same:
                return


def _differences(folder: Folder, path: str, again: Path, tell: Teller) -> Iterator[Finding]:
    """Yield how the cells of a CSV file differ from those that it should have."""
    before = csv.field_size_limit(MAX_BYTES)
    try:
        with ExitStack() as opened:
            there = _reader(opened, folder.opened(path))
            should = _reader(opened, again.open("rb"))
            yield from _held(path, there, should, tell)
    except (csv.Error, ValueError) as error:
        yield tell.finding(dataset_table_malformed.RULE, path, f"{path} is no CSV in UTF-8: {error}")
    finally:
        csv.field_size_limit(before)


def _reader(opened: ExitStack, stream: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    text = opened.enter_context(io.TextIOWrapper(stream, "utf-8", newline=""))
    rows = csv.reader(text, strict=True)
    line = 1
    for row in rows:
        yield line, row
        line = rows.line_num + 1


def _held(
    path: str, there: Iterator[tuple[int, list[str]]], should: Iterator[tuple[int, list[str]]], tell: Teller
) -> Iterator[Finding]:
    _, names = next(should)
    line, header = next(there, (1, []))
    if header != names:
        message = f"{path} has other columns than its table: {shown(','.join(header))}"
        yield tell.finding(
            dataset_table_malformed.RULE, path, message, f"they are: {','.join(names)}", line=line
        )
        return
    number = 0
    for _, wanted in should:
        number += 1
        line, found = next(there, (line, []))
        if found == wanted:
            continue
        if len(found) != len(wanted) or found[0] != wanted[0]:
            has = f"has {shown(found[0])} where {shown(wanted[0])} should be" if found else "ends too early"
            message = f"{path} {has}: row {number} of the Parquet file"
            yield tell.finding(
                dataset_parts_disagree.RULE,
                path,
                message,
                "the rows from there on are not compared",
                line=line,
            )
            return
        for name, one, other in zip(names, found, wanted, strict=True):
            if one != other:
                message = (
                    f"{path} has the {name} {shown(one)}; by the Parquet file it should be {shown(other)}"
                )
                yield tell.finding(dataset_parts_disagree.RULE, path, message, line=line)
    if (more := next(there, None)) is not None:
        message = f"{path} goes on where the Parquet file ends, after {number} rows"
        yield tell.finding(dataset_parts_disagree.RULE, path, message, line=more[0])
