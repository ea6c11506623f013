"""The rows of a newer dataset under the names that they have in the older, so that both can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.comparing.pairing import NEW, OLD
from pincite.export.identity import item_iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.dataset.comparing.pairing import Pairing, Renamed
    from pincite.dataset.deriving.inputs import Input
    from pincite.dataset.tables.columns import Column, Table, Value


class Naming:
    """The names in an older dataset for what is in a newer one. Raises DamagedError.

    In memory are those alone of sources that nothing but their document tells apart, where that has another id.
    """

    def __init__(self, old: Input, new: Input, pairing: Pairing) -> None:
        self.old = old
        self.new = new
        self._pairing = pairing
        self._sources: dict[str, str] = {}
        if pairing.number:
            here = dict(self._alone(new, NEW))
            for place, key in self._alone(old, OLD):
                if place in here:
                    self._sources[here[place]] = key

    @property
    def is_same(self) -> bool:
        """Return whether all names are the same in both datasets."""
        return not self._pairing.number

    def rows(self, table: Table) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """Yield the keys and the rows of a table of the newer dataset: the keys as they are there, the rows renamed."""
        names = [column.name for column in table.columns]
        if "article" not in names and table.name != "articles":
            for row in self.new.rows(table.name, *names):
                yield str(row[0]), self._renamed(table, row, None)
            return
        article = "id" if table.name == "articles" else "article"
        for row, renamed in self._with_names(self.new, self.new.rows(table.name, article, *names), NEW):
            yield str(row[1]), self._renamed(table, row[1:], renamed)

    def _renamed(self, table: Table, row: tuple[Value, ...], renamed: Renamed | None) -> tuple[Value, ...]:
        if renamed is None and not self._sources:
            return row
        return tuple(
            self._value(value, renamed) if _is_name(column, table) else value
            for column, value in zip(table.columns, row, strict=True)
        )

    def _value(self, value: Value, renamed: Renamed | None) -> Value:
        if isinstance(value, list):
            return [str(self._value(one, renamed)) for one in value]
        if not isinstance(value, str):
            return value
        if renamed is not None and value.startswith(renamed.id):
            local = value[len(renamed.id) :]
            return item_iri(renamed.was, local[1:]) if local else renamed.was
        return self._sources.get(value, value)

    def _alone(self, dataset: Input, side: int) -> Iterator[tuple[tuple[str, str], str]]:
        """Yield the sources of renamed documents that are told apart by these alone: the older id with the source's own, and the key."""
        rows = dataset.rows("descriptions", "article", "id", "source", "rule")
        for (article, name, key, rule), renamed in self._with_names(dataset, rows, side):
            if renamed is not None and rule == "alone":
                yield (renamed.was, str(name)[len(str(article)) + 1 :]), str(key)

    def _with_names(
        self, dataset: Input, rows: Iterable[tuple[Value, ...]], side: int
    ) -> Iterator[tuple[tuple[Value, ...], Renamed | None]]:
        """Yield rows that begin with an article's id, each with the other id of that article, if it has one."""
        if not self._pairing.number:
            yield from ((row, None) for row in rows)
            return
        renames = self._pairing.renamed(side)
        one = next(renames, None)
        for number, row in dataset.numbered(rows):
            while one is not None and one.numbers[side] < number:
                one = next(renames, None)
            yield row, one if one is not None and one.numbers[side] == number else None


def _is_name(column: Column, table: Table) -> bool:
    return bool(column.leads_to) or column.name in table.key
