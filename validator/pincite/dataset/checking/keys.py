"""Concern: each key stands once, and what leads to a key leads somewhere, to a row of the right kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

import pyarrow as pa
import pyarrow.compute as pc

from pincite.dataset.checking.buckets import Buckets, digest
from pincite.dataset.checking.telling import MOST, shown
from pincite.dataset.rules import dataset_key_dangling, dataset_key_repeated
from pincite.dataset.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from pincite.dataset.checking.buckets import Met
    from pincite.dataset.checking.state import State
    from pincite.dataset.checking.table_file import TableFile
    from pincite.dataset.tables.columns import Column, Table
    from pincite.model.finding import Finding

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


def findings(state: State) -> Iterator[Finding]:
    """Yield what is wrong with the keys of tables.

    Columns that lead to a table which cannot be read are passed over: that is told already. Raises FileFaultError.
    """
    tables = state.tables
    leading = [one for one in _LEADING if {one.table.name, *one.column.leads_to} <= tables.keys()]
    targets = {one.number: [_NUMBERS[name] for name in one.column.leads_to] for one in leading}
    buckets = Buckets(state.scratch, targets)
    bare = [
        name
        for name, file in tables.items()
        if _take_in(file, [one for one in leading if one.table.name == name], buckets)
    ]
    yield from _told(state, leading, buckets.met(MOST))
    for name in bare:
        yield from _without_owner(state, tables[name])


def _told(state: State, leading: Sequence[_Leading], met: Met) -> Iterator[Finding]:
    """Yield a finding for each row whose keys are those that were met; only then are the tables read once more."""
    for name, file in state.tables.items():
        repeated = met.repeated.get(_NUMBERS[name], set())
        if repeated:
            yield from _repeated(state, file, repeated)
    for one in leading:
        lost = met.dangling.get(one.number, set())
        if lost:
            yield from _dangling(state, state.tables[one.table.name], one.column, lost)


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


def _repeated(state: State, file: TableFile, keys: set[bytes]) -> Iterator[Finding]:
    first: dict[bytes, int] = {}
    for number, value in file.cells("id"):
        key = digest(str(value))
        if key not in keys:
            continue
        if key in first:
            state.told_rows.add((file.table.name, number))
            message = f"row {number} of {file.path} has the id {shown(value)}, as row {first[key]} has"
            yield state.tell.finding(dataset_key_repeated.RULE, file.path, message)
        else:
            first[key] = number
            state.told_rows.add((file.table.name, number))


def _dangling(state: State, file: TableFile, column: Column, lost: set[bytes]) -> Iterator[Finding]:
    where = " or ".join(column.leads_to)
    for number, value in file.cells(column.name):
        for one in value if isinstance(value, list) else [value]:
            if one is not None and digest(one) in lost:
                state.told_rows.add((file.table.name, number))
                message = f"row {number} of {file.path} has the {column.name} {shown(one)}, which is no id in the table {where}"
                yield state.tell.finding(dataset_key_dangling.RULE, file.path, message)


def _without_owner(state: State, file: TableFile) -> Iterator[Finding]:
    for number, value in file.cells(_OWNER):
        if value is None:
            state.told_rows.add((file.table.name, number))
            message = f"row {number} of {file.path} has no {_OWNER} to which it belongs"
            yield state.tell.finding(dataset_key_dangling.RULE, file.path, message)
