"""A dataset as programs see it: what it is, its documents, the rows of its tables, its pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pincite.dataset.opened.lines import Lines
from pincite.dataset.opened.places import own_file
from pincite.dataset.package.layout import DOCUMENTS, IMAGES
from pincite.dataset.package.manifest import NoDatasetError, read_manifest
from pincite.dataset.tables import BY_NAME, TABLES

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd
    import pyarrow as pa

    from pincite.dataset.about import About
    from pincite.dataset.opened.table_files import TableFile
    from pincite.dataset.tables.columns import Value
    from pincite.model.format import DocumentData

ROWS = 10_000
"""Rows of a batch, unless somebody asks for others."""


class Dataset:
    """A dataset in a folder, as ``pincite.dataset.open`` returns it.

    Documents and rows are read as they are asked for, from the start each time, so that memory does not grow with their
    number; ``arrow`` and ``pandas`` alone hold a table whole. Digests are not held against the files: ``pincite dataset
    check`` does that. What is wrong with the files raises NoDatasetError, whatever is asked; what is not in the dataset
    raises KeyError; tables need pyarrow, without which they raise ImportError.
    """

    tables: tuple[str, ...] = tuple(table.name for table in TABLES)
    """The names of the tables: articles, sources, citations, quotations, claims, relations, images, descriptions."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        """The folder."""
        manifest = read_manifest(self.path)
        self.about: About = manifest.about
        """What people say of it: title, licence, creators and so on."""
        self.counts: Mapping[str, int] = manifest.counts
        """How many rows each table has, and how much else there is, as the manifest tells it."""
        self.made_with: Mapping[str, object] = manifest.made_with
        """The options that it was built with."""
        self._listed = frozenset(one.path for one in manifest.files)
        self._tables: dict[str, TableFile] = {}
        self._lines = Lines(own_file(self.path, DOCUMENTS))

    def __repr__(self) -> str:
        """Return the call that opens the same dataset."""
        return f"pincite.dataset.open({str(self.path)!r})"

    def documents(self) -> Iterator[DocumentData]:
        """Yield the documents in their order, each as plain data, with its ``id``."""
        yield from self._lines

    def raw_documents(self) -> Iterator[bytes]:
        """Yield the documents as they stand in ``documents.jsonl``: canonical JSON in UTF-8, each with the line's end."""
        yield from self._lines.raw()

    def document(self, article: str) -> DocumentData:
        """Return the document with an id, without reading the others; raises KeyError where there is none."""
        found = self._lines.at(self._row_of(article))
        if found.get("id") != article:
            raise NoDatasetError(f"{self.path}: {DOCUMENTS} and the table of articles have different orders")
        return found

    def text_of(self, article: str) -> str | None:
        """Return the text of the article with an id, in which all offsets count; None where it is left out.

        Raises KeyError where there is no such article.
        """
        return self._of("articles").cell("text", self._row_of(article))  # type: ignore[return-value]  # as the schema has it

    def rows(self, table: str, columns: Sequence[str] | None = None) -> Iterator[Mapping[str, Value]]:
        """Return the rows of a table in their order, each by the names of its columns: all, or those that are named.

        A value is a ``str``, ``int``, ``bool``, a list of ``str``, or None for nothing. Raises KeyError for a table or column
        that there is not, before a row is asked for.
        """
        batches = self.batches(table, columns)
        return (row for batch in batches for row in batch.to_pylist())

    def batches(
        self, table: str, columns: Sequence[str] | None = None, rows: int = ROWS
    ) -> Iterator[pa.RecordBatch]:
        """Return the rows of a table as batches of Arrow, of at most so many rows each; otherwise as ``rows``."""
        return self._of(table).batches(columns, rows)

    def arrow(self, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        """Return a whole table as Arrow; otherwise as ``rows``."""
        return self._of(table).whole(columns)

    def pandas(self, table: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """Return a whole table for pandas: numbers stay whole where some are missing, lists are lists; otherwise as ``rows``.

        Raises ImportError where there is no pandas.
        """
        found = self.arrow(table, columns)
        try:
            from pincite.dataset.opened.frames import frame_of  # noqa: PLC0415 - imports what nothing else needs
        except ImportError as error:
            raise _missing(error, "pandas", "pip install pandas") from None
        return frame_of(found)

    def image(self, path: str) -> Path:
        """Return the file of a picture, by its path in the table of images or in a document.

        Raises KeyError for a path that the manifest does not list among the pictures.
        """
        if path not in self._listed or not path.startswith(f"{IMAGES}/"):
            raise KeyError(f"{self.path} has no picture {path!r}")
        return own_file(self.path, path)

    def table_path(self, table: str) -> Path:
        """Return the Parquet file of a table, whose columns are those that it should have; raises KeyError."""
        return self._of(table).path

    def _row_of(self, article: str) -> int:
        row = self._of("articles").row_of(article)
        if row is None:
            raise KeyError(f"{self.path} has no article {article!r}")
        return row

    def _of(self, table: str) -> TableFile:
        if table not in BY_NAME:
            raise KeyError(f"there is no table {table!r}: {', '.join(self.tables)}")
        try:
            from pincite.dataset.opened.table_files import TableFile  # noqa: PLC0415 - imports an extra
        except ImportError as error:
            raise _missing(error, "pyarrow", "pip install 'pincite[dataset]'") from None
        if table not in self._tables:
            self._tables[table] = TableFile(self.path, table)
        return self._tables[table]


def _missing(error: ImportError, library: str, what_helps: str) -> ImportError:
    if (error.name or "").partition(".")[0] != library:
        return error
    return ImportError(f"this needs {library}, which is not installed; {what_helps}", name=library)
