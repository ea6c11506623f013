"""Queries on a dataset: one statement that reads, and its answer row by row.

A dataset may come from anybody, and so may a query. DuckDB itself opens no file here: the tables are handed to it as Arrow
reads them, its access to files, the network and extensions is off from the beginning, and its settings cannot be changed.
What it cannot hold in memory goes into a new folder for temporary files, which is removed at the end.
"""

from __future__ import annotations

import os
import shutil
from tempfile import mkdtemp
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import duckdb
import pyarrow as pa
import pyarrow.dataset
from pyarrow.fs import LocalFileSystem

from pincite.dataset.package.manifest import NoDatasetError
from pincite.dataset.querying.documents import NAME, DocumentTable
from pincite.dataset.querying.errors import QueryError, one_line
from pincite.dataset.querying.threads import Interruptible
from pincite.dataset.querying.times import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import TracebackType

    from typing_extensions import Self

    from pincite.dataset.opened.dataset import Dataset

_Result = TypeVar("_Result")
THREADS = 4
"""Threads that work on a query, at most."""
_CHUNK = 2_000
"""Rows that are fetched at a time."""
_READING = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN, duckdb.StatementType.MULTI})
"""Statements that read; MULTI is what PIVOT comes to, which asks for its columns first."""


class Header(NamedTuple):
    """A column of an answer: its name, which others may have, too, and its type in DuckDB's words."""

    name: str
    type: str


class Asking:
    """A dataset that can be asked; to be closed, as a context manager or by ``close``.

    Raises QueryError for what cannot be answered, and NoDatasetError for tables and documents that cannot be read.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._documents = DocumentTable(dataset)
        self._folder = mkdtemp(prefix="pincite-query-")
        try:
            # DuckDB would take an interrupt while it looks at a table for a fault of the table
            self._connection = Interruptible(_nothing).call(
                lambda: _connected(dataset, self._documents, self._folder)
            )
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        self._calls = Interruptible(self._connection.interrupt)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_stuck(self) -> bool:
        """Return whether a query was interrupted and goes on all the same, in a thread that ends with the process."""
        return self._calls.is_stuck

    def close(self) -> None:
        """End the connection, and remove its temporary files."""
        if not self.is_stuck:
            self._connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def ask(self, sql: str) -> Answer:
        """Return the answer to one query, whose times are texts; it is read to its end, or given up, before the next is asked."""
        relation = self._relation(sql) if self._check(sql) != duckdb.StatementType.EXPLAIN else None
        selected = in_words(relation.types) if relation is not None else None
        if relation is None or selected is None:
            self._call(lambda: self._connection.execute(sql), sql)
            return Answer(_headers(self._connection.description), self._rows(sql, relation))
        query = relation.project(selected).sql_query()
        self._call(lambda: self._connection.execute(query), sql, is_other=True)
        return Answer(_headers(relation.description), self._rows(sql, relation))

    def _relation(self, sql: str) -> duckdb.DuckDBPyRelation | None:
        """Return what a query comes to, of which nothing is worked out yet; None for a faulty one, which is told when it is asked."""
        try:
            return self._calls.call(lambda: self._connection.sql(sql))
        except duckdb.Error:  # it does not say where the fault is
            return None

    def arrow(self, sql: str) -> tuple[pa.Schema, Iterator[pa.RecordBatch]]:
        """Return the answer to one query as Arrow: the types of its columns, and batches of rows."""
        self._check(sql)

        def begun() -> pa.RecordBatchReader:
            return pa.RecordBatchReader.from_stream(self._connection.sql(sql))

        reader = self._call(begun, sql)
        return reader.schema, self._batches(reader, sql)

    def _check(self, sql: str) -> duckdb.StatementType:
        """Return what kind of a statement a text is; raises QueryError unless it is one that reads."""
        if any("\ud800" <= one <= "\udfff" for one in sql):
            raise QueryError("a query is text; half of a surrogate pair is none")
        statements = self._call(lambda: self._connection.extract_statements(sql), sql)
        if len(statements) != 1:
            raise QueryError("there is no query" if not statements else "one query at a time, please")
        kind = statements[0].type
        if kind not in _READING:
            raise QueryError(
                f"a dataset is only read: by SELECT, FROM, PIVOT, DESCRIBE, SUMMARIZE or EXPLAIN, not by {kind.name}"
            )
        return kind

    def _rows(self, sql: str, of: object = None) -> Iterator[tuple[object, ...]]:
        """Yield the rows of the answer; what it is *of* stays until then, since what PIVOT makes goes with it."""
        while found := self._call(lambda: self._connection.fetchmany(_CHUNK), sql):
            yield from found
        del of

    def _batches(self, reader: pa.RecordBatchReader, sql: str) -> Iterator[pa.RecordBatch]:
        while (batch := self._call(lambda: next(reader, None), sql)) is not None:
            yield batch

    def _call(self, what: Callable[[], _Result], sql: str, *, is_other: bool = False) -> _Result:
        """Return what a call returns that has to do with a query, or with an *other* one, in which all stands elsewhere."""
        try:
            return self._calls.call(what)
        except (duckdb.Error, pa.ArrowException, OSError, ValueError, OverflowError) as error:
            if isinstance(self._documents.fault, NoDatasetError):
                raise self._documents.fault from None
            said = str(error).partition("\n\nLINE ")[0] if is_other else str(error)
            raise QueryError(one_line(said, sql)) from None


def _headers(description: Iterable[Sequence[object]] | None) -> tuple[Header, ...]:
    return tuple(Header(str(one[0]), str(one[1])) for one in description or ())


def _nothing() -> None:
    """Interrupt nothing: what goes on is over in a moment."""


def _connected(dataset: Dataset, documents: DocumentTable, folder: str) -> duckdb.DuckDBPyConnection:
    """Return a connection that knows the tables of a dataset, and reaches nothing else."""
    connection = duckdb.connect(":memory:", config=_settings(folder))
    connection.execute("SET enable_external_access = false")  # the folder must be known before
    for table in dataset.tables:
        connection.register(table, _rows_of(dataset, table))
    connection.register(NAME, documents)
    connection.execute("SET lock_configuration = true")
    return connection


def _rows_of(dataset: Dataset, table: str) -> pyarrow.dataset.Dataset:
    """Return the rows of a table, of which DuckDB asks for the columns and rows that a query needs."""
    path = dataset.table_path(table).absolute()
    # the file system is told: a path without one may be taken for an address
    return pyarrow.dataset.dataset(str(path), format="parquet", filesystem=LocalFileSystem())


class Answer(NamedTuple):
    """What a query comes to: its columns, and its rows as Python's values, which are read once."""

    columns: tuple[Header, ...]
    rows: Iterator[tuple[object, ...]]


def _settings(folder: str) -> dict[str, str | bool | int | float | list[str]]:
    return {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "allow_community_extensions": "false",
        "python_enable_replacements": "false",  # names of Python's variables are no tables
        "temp_directory": folder,
        "threads": str(min(THREADS, os.cpu_count() or 1)),
    }
