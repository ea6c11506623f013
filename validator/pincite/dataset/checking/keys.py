"""Concern: each key stands once, and what leads to a key leads somewhere, to a row of the right kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

import pyarrow as pa
import pyarrow.compute as pc

from pincite.dataset.checking.buckets import Buckets, digest
from pincite.dataset.checking.folder import fault_of
from pincite.dataset.checking.telling import MOST, shown
from pincite.dataset.package.layout import MANIFEST
from pincite.dataset.rules import (
    dataset_file_missing,
    dataset_key_dangling,
    dataset_key_repeated,
    dataset_path_outside,
)
from pincite.dataset.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from pincite.dataset.checking.buckets import Met
    from pincite.dataset.checking.tables import TableFile
    from pincite.dataset.checking.telling import Teller
    from pincite.dataset.package.manifest import Manifest
    from pincite.dataset.tables.columns import Column, Table
    from pincite.model.finding import Finding

Told = set[tuple[str, int]]
"""Rows of which something is told, by their table's name and their number (from 1)."""
_NUMBERS = {table.name: number for number, table in enumerate(TABLES)}
_OWNER = "article"
"""The column that every table but those of articles and sources has filled in each row."""


class _Leading(NamedTuple):
    """A column whose values lead to other tables, and the number under which they are compared."""

    table: Table
    column: Column
    number: int


_LEADING = tuple(
    _Leading(table, column, len(TABLES) + place)
    for place, (table, column) in enumerate(
        (table, column) for table in TABLES for column in table.columns if column.leads_to
    )
)


def findings(tables: Mapping[str, TableFile], scratch: Path, tell: Teller, told: Told) -> Iterator[Finding]:
    """Yield what is wrong with the keys of tables; the rows are put into *told*.

    Columns that lead to a table which cannot be read are passed over: that is told already. Raises FileFaultError.
    """
    leading = [one for one in _LEADING if {one.table.name, *one.column.leads_to} <= tables.keys()]
    targets = {one.number: [_NUMBERS[name] for name in one.column.leads_to] for one in leading}
    buckets = Buckets(scratch, targets)
    bare = [
        name
        for name, file in tables.items()
        if _take_in(file, [one for one in leading if one.table.name == name], buckets)
    ]
    yield from _told(tables, leading, buckets.met(MOST), tell, told)
    for name in bare:
        yield from _without_owner(tables[name], tell, told)


def _told(
    tables: Mapping[str, TableFile], leading: Sequence[_Leading], met: Met, tell: Teller, told: Told
) -> Iterator[Finding]:
    """Yield a finding for each row whose keys are those that were met; only then are the tables read once more."""
    for name, file in tables.items():
        repeated = met.repeated.get(_NUMBERS[name], set())
        if repeated:
            yield from _repeated(file, repeated, tell, told)
    for one in leading:
        lost = met.dangling.get(one.number, set())
        if lost:
            yield from _dangling(tables[one.table.name], one.column, lost, tell, told)


def _take_in(file: TableFile, leading: Iterable[_Leading], buckets: Buckets) -> bool:
    """Take in the keys of a table, and return whether some row belongs to no article."""
    is_bare = False
    by_column = {one.column.name: one.number for one in leading}
    for batch in file.batches(["id", *by_column]):
        buckets.add(_NUMBERS[file.table.name], batch.column("id").to_pylist())
        for name, number in by_column.items():
            # the rows of one article, and citations of one source, stand together: each key of them once is enough
            column = batch.column(name)
            is_bare = is_bare or (name == _OWNER and column.null_count > 0)
            buckets.add(number, pc.unique(_flat(column)).to_pylist())
    return is_bare


def _flat(array: pa.Array[Any]) -> pa.Array[Any]:
    return cast("pa.ListArray[Any]", array).flatten() if pa.types.is_list(array.type) else array


def _rows(file: TableFile, column: str) -> Iterator[tuple[int, str | list[str | None] | None]]:
    """Yield the number of each row, from 1, and its value in a column."""
    number = 0
    for batch in file.batches([column]):
        for value in batch.column(column).to_pylist():
            number += 1
            yield number, value


def _repeated(file: TableFile, keys: set[bytes], tell: Teller, told: Told) -> Iterator[Finding]:
    first: dict[bytes, int] = {}
    for number, value in _rows(file, "id"):
        key = digest(str(value))
        if key not in keys:
            continue
        if key in first:
            told.add((file.table.name, number))
            message = f"row {number} of {file.path} has the id {shown(value)}, as row {first[key]} has"
            yield tell.finding(dataset_key_repeated.RULE, file.path, message)
        else:
            first[key] = number
            told.add((file.table.name, number))


def _dangling(
    file: TableFile, column: Column, lost: set[bytes], tell: Teller, told: Told
) -> Iterator[Finding]:
    where = " or ".join(column.leads_to)
    for number, value in _rows(file, column.name):
        for one in value if isinstance(value, list) else [value]:
            if one is not None and digest(one) in lost:
                told.add((file.table.name, number))
                message = f"row {number} of {file.path} has the {column.name} {shown(one)}, which is no id in the table {where}"
                yield tell.finding(dataset_key_dangling.RULE, file.path, message)


def _without_owner(file: TableFile, tell: Teller, told: Told) -> Iterator[Finding]:
    for number, value in _rows(file, _OWNER):
        if value is None:
            told.add((file.table.name, number))
            message = f"row {number} of {file.path} has no {_OWNER} to which it belongs"
            yield tell.finding(dataset_key_dangling.RULE, file.path, message)


def path_findings(tables: Mapping[str, TableFile], manifest: Manifest, tell: Teller) -> Iterator[Finding]:
    """Yield what is wrong with the paths of files in the table of images. Raises FileFaultError."""
    file = tables.get("images")
    if file is None:
        return
    listed = {one.path for one in manifest.files}
    for number, path in _rows(file, "path"):
        if not isinstance(path, str) or path in listed:
            continue
        fault = fault_of(path)
        where = f"row {number} of {file.path} has the path {shown(path)}"
        if fault is not None:
            message = f"{where}, which is no path in a dataset: {fault}"
            yield tell.finding(dataset_path_outside.RULE, file.path, message)
        else:
            message = f"{where}, which {MANIFEST} does not list"
            yield tell.finding(dataset_file_missing.RULE, file.path, message)
