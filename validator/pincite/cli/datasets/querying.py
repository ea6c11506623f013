"""What ``pincite dataset query`` does."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pincite.cli import INTERRUPTED
from pincite.cli.datasets.answers import FORMATS, format_of
from pincite.cli.datasets.answers.values import Screen
from pincite.cli.datasets.calls import calls, stay_outside
from pincite.cli.output import CallError, in_pieces, on_terminal, show, tell, told
from pincite.reading.fault import UnreadableError
from pincite.reading.opening import STDIN, read_text
from pincite.reporters.columns import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from pincite.dataset import Dataset
    from pincite.dataset.querying.asking import Asking

_LEAST_SAID = 20
"""Columns for what is said of something, however little is left of a line."""


class Call(NamedTuple):
    """What a call of ``pincite dataset query`` asks for."""

    folder: str
    sql: str | None
    format: str | None
    rows: int | None
    output: str | None

    @property
    def way(self) -> str:
        """Return the format of the answer."""
        if self.format is not None:
            return self.format
        return format_of(self.output or "")

    @property
    def limit(self) -> int | None:
        """Return the most rows that are written, None for all."""
        if self.rows is not None:
            return self.rows or None
        return FORMATS[self.way].rows


def told_tables(call: Call) -> None:
    """Tell the tables of a dataset. Raises CallError."""
    from pincite.dataset.querying import documents  # noqa: PLC0415 - imports an extra
    from pincite.dataset.tables import TABLES  # noqa: PLC0415

    with calls():
        counts = _opened(call).counts
    rows: list[tuple[object, ...]] = [
        (table.name, counts.get(table.name), table.description) for table in TABLES
    ]
    rows.append((documents.NAME, counts.get("articles"), documents.DESCRIPTION))
    _tell(call, ("table", "rows", "description"), rows)


def told_schema(call: Call) -> None:
    """Tell the columns of all tables. Raises CallError."""
    from pincite.dataset.querying import documents  # noqa: PLC0415 - imports an extra
    from pincite.dataset.tables import TABLES  # noqa: PLC0415

    with calls():
        _opened(call)
    rows: list[tuple[object, ...]] = [
        (table.name, one.name, _TYPES[one.type], one.description) for table in TABLES for one in table.columns
    ]
    rows += [(documents.NAME, name, "VARCHAR", description) for name, description in documents.COLUMNS]
    _tell(call, ("table", "column", "type", "description"), rows)


def _tell(call: Call, names: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """Tell all of some rows; as a table, with what is said of each in as many lines as it takes."""
    if call.way != "table":
        _write(call._replace(rows=call.rows or 0), names, rows)
        return
    cells = [["" if one is None else str(one) for one in row] for row in (names, *rows)]
    wide = [max(map(len, column)) for column in zip(*cells, strict=True)][:-1]
    lines: list[str] = []
    for row in cells:
        head = "".join(f"{cell:<{width}}  " for cell, width in zip(row, wide, strict=False))
        lines += wrapped(row[-1], max(len(head) + _LEAST_SAID, _width()), head, " " * len(head))
    text = "".join(f"{line.rstrip()}\n" for line in lines)
    if call.output is None:
        show(text)
    else:
        with _file(call) as stream:
            stream.write(text.encode())


_TYPES = {
    "string": "VARCHAR",
    "json": "VARCHAR",
    "integer": "BIGINT",
    "boolean": "BOOLEAN",
    "strings": "VARCHAR[]",
}
"""What DuckDB calls the types of columns."""


def answer(call: Call) -> None:
    """Write the answer to a query. Raises CallError for one that cannot be answered."""
    sql = _query(call.sql or "")
    form = FORMATS[call.way]
    if not form.is_text and call.output is None:
        raise CallError(f"{call.way} is no text; name a file: -o FILE{form.endings[0]}")
    with calls():
        from pincite.dataset.querying.asking import Asking  # noqa: PLC0415 - imports an extra
        from pincite.dataset.querying.errors import QueryError  # noqa: PLC0415

        asking = Asking(_opened(call))
        try:
            with asking:
                _answer(asking, sql, call)
        except QueryError as error:
            raise CallError(str(error)) from None
        except KeyboardInterrupt:
            if asking.is_stuck:  # its thread would crash where the interpreter is taken down around it
                os._exit(INTERRUPTED)
            raise


def _answer(asking: Asking, sql: str, call: Call) -> None:
    form = FORMATS[call.way]
    if not form.is_text:
        schema, batches = asking.arrow(sql)
        _refuse_two_of_a_name(schema.names)
        with _file(call) as stream:
            form.write(schema, batches, call.limit, stream)
        return
    found = asking.ask(sql)
    _write(call, [one.name for one in found.columns], found.rows)


def _write(call: Call, names: Iterable[str], rows: Iterable[tuple[object, ...]]) -> None:
    columns = tuple(names)
    if call.way in {"json", "jsonl"}:
        _refuse_two_of_a_name(columns)
    elif not FORMATS[call.way].is_text:
        raise CallError(
            f"this is told as text: {', '.join(name for name, one in FORMATS.items() if one.is_text)}"
        )
    given = iter(rows)
    shown = given if call.limit is None else islice(given, call.limit)
    screen = Screen(_width(), is_terminal=call.output is None and on_terminal())
    written = FORMATS[call.way].pieces(columns, shown, screen)
    if call.output is None:
        in_pieces(written, show)
    else:
        with _file(call) as stream:
            in_pieces(written, lambda text: stream.write(text.encode("utf-8", "backslashreplace")))
    if call.limit is not None and next(given, None) is not None:
        tell(f"there are more than these {call.limit} rows; --rows 0 for all")


def _width() -> int:
    return shutil.get_terminal_size((80, 24)).columns


@contextmanager
def _file(call: Call) -> Iterator[BinaryIO]:
    from pincite.reading.writing import written_whole  # noqa: PLC0415 - only where a file is written

    path = call.output or ""
    try:
        with written_whole(path) as stream:
            yield stream
    except OSError as error:
        raise CallError(f"cannot write {path}: {told(error)}") from None


def _refuse_two_of_a_name(names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise CallError(f"two columns are called {name!r}; give one of them another name: AS other")
        seen.add(name)


def _query(given: str) -> str:
    if given != STDIN:
        return given
    try:
        return read_text(STDIN).removeprefix("\ufeff")
    except UnreadableError as error:
        raise CallError(f"standard input: {error.fault.message}") from None


def _opened(call: Call) -> Dataset:
    """Return the dataset, into which no answer goes."""
    import pincite.dataset  # noqa: PLC0415 - a command imports what it alone needs

    stay_outside(call.output, call.folder)
    return pincite.dataset.open(call.folder)
