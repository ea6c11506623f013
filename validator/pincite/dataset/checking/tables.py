"""Concern: each table can be read, has the columns that it should, and no more rows than can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.checking.file_errors import FileFaultError
from pincite.dataset.checking.table_file import TableFile
from pincite.dataset.package.layout import DOCUMENTS, MANIFEST, table_file
from pincite.dataset.rules import dataset_parts_disagree, dataset_table_malformed
from pincite.dataset.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.checking.state import State
    from pincite.model.finding import Finding


def findings(state: State) -> Iterator[Finding]:
    """Yield what is wrong with the Parquet files; those that can be read are among the tables from here on."""
    tell = state.tell
    most = state.listed[DOCUMENTS].bytes if DOCUMENTS in state.listed else 0
    for table in TABLES:
        path = table_file(table, "parquet").as_posix()
        if path not in state.sound:
            continue
        try:
            file = TableFile(state.folder, table)
        except FileFaultError as error:
            yield tell.finding(error.rule, path, error.why)
            continue
        if file.rows > most:
            message = f"{path} says that it has {file.rows} rows, and {DOCUMENTS} has {most} bytes"
            yield tell.finding(dataset_table_malformed.RULE, path, message)
            continue
        counted = state.manifest.counts.get(table.name)
        if counted != file.rows:
            told = "does not count them" if counted is None else f"counts {counted}"
            message = f"{path} has {file.rows} rows; {MANIFEST} {told}"
            yield tell.finding(dataset_parts_disagree.RULE, path, message)
        state.tables[table.name] = file
