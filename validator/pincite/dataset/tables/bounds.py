"""What a column can hold: its whole numbers have 64 bits, while those of the format have no bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.dataset.tables.columns import Row

_MOST = 2**63 - 1
_NUMBERS = {
    table.name: tuple(place for place, column in enumerate(table.columns) if column.type == "integer")
    for table in TABLES
}
"""Where columns of numbers stand, by the tables' names."""


class BeyondColumnError(Exception):
    """A number is too large for its column; the text says which, and ``value`` is the number."""

    def __init__(self, table: str, column: str, value: float) -> None:
        super().__init__(
            f"a number is too large for the column '{column}' of the table of {table}: a whole number there has 64 bits"
        )
        self.value = value


def need_fitting(rows: Mapping[str, Sequence[Row]]) -> None:
    """Raise BeyondColumnError where a number of some rows, told by their tables' names, is too large for its column."""
    for name, of_table in rows.items():
        for row in of_table:
            for place in _NUMBERS[name]:
                value = row[place]
                # a whole number with a point, 1e300, is one, too
                if isinstance(value, (int, float)) and not -_MOST <= value <= _MOST:
                    column = next(one for one in TABLES if one.name == name).columns[place]
                    raise BeyondColumnError(name, column.name, value)
