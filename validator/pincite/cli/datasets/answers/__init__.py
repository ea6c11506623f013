"""Answers to queries. A format is one module and one line here; the module has ``pieces``, or ``write`` where it is no text."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.cli.output import CallError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import BinaryIO, TypeAlias

    import pyarrow as pa

    from pincite.cli.datasets.answers.values import Names, Row, Screen

    Pieces: TypeAlias = Callable[[Names, Iterator[Row], Screen], Iterator[str]]
    Write: TypeAlias = Callable[[pa.Schema, Iterator[pa.RecordBatch], int | None, BinaryIO], None]

FOR_PEOPLE = 100
"""Rows that people are shown who did not ask for more."""


class Format(NamedTuple):
    """A format of answers: its module, the endings of files that have it, the most rows without a word, and whether it is text."""

    module: str
    endings: tuple[str, ...] = ()
    rows: int | None = None
    is_text: bool = True

    @property
    def pieces(self) -> Pieces:
        """Return what yields the pieces of an answer's text: whole lines, each with its end."""
        return cast("Pieces", import_module(f"{__name__}.{self.module}").pieces)

    @property
    def write(self) -> Write:
        """Return what writes an answer that is no text."""
        return cast("Write", import_module(f"{__name__}.{self.module}").write)


FORMATS: Mapping[str, Format] = {
    "table": Format("as_table", rows=FOR_PEOPLE),
    "csv": Format("as_csv", (".csv",)),
    "json": Format("as_json", (".json",)),
    "jsonl": Format("as_jsonl", (".jsonl", ".ndjson")),
    "markdown": Format("as_markdown", (".md",), rows=FOR_PEOPLE),
    "parquet": Format("as_parquet", (".parquet",), is_text=False),
}
"""The formats by their names; the first one is that of an answer for which nobody names one."""


def format_of(file: str) -> str:
    """Return the name of the format that a file has by its ending, of no ending and .txt the first; raises CallError for others."""
    ending = Path(file).suffix.lower()
    for name, one in FORMATS.items():
        if ending in one.endings:
            return name
    if ending in {"", ".txt"}:
        return next(iter(FORMATS))
    known = ", ".join(each for one in FORMATS.values() for each in one.endings)
    raise CallError(f"{file}: no answer has a file of this kind, but {known}; or name the --format")
