"""The order of members: that in which the schema lists them; what has names of its own keeps the author's order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.schemas import resolved, schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, TypeVar

    from pincite.model.json_value import Json

    _Member = TypeVar("_Member")

_AS_PRINTED = frozenset({"locator"})
"""Objects whose members stand as the citation has them (page before column); the schema lists them by the alphabet."""


class Shape(NamedTuple):
    """What the schema says of the order within a value: the members' ranks, and the schemas of what is in it."""

    ranks: Mapping[str, int]
    members: Mapping[str, Any]
    others: Mapping[str, Any] | None
    items: Mapping[str, Any] | None

    def of_member(self, name: str) -> Shape:
        """Return the shape of a member's value."""
        return shape_of(self.members.get(name) or self.others)

    def of_item(self) -> Shape:
        """Return the shape of an item's value."""
        return shape_of(self.items)

    def of_keyed(self) -> Shape:
        """Return the shape of a list's items where they stand in an object, by their ids, as in front matter."""
        return (
            self._replace(ranks={}, members={}, others=self.items) if self.items and not self.ranks else self
        )

    def ordered(self, members: Iterable[tuple[str, _Member]]) -> list[_Member]:
        """Return members in the order of the schema.

        One that the schema does not know stays behind the known one that it stands behind; those before any known one
        stay first.
        """
        ranked: list[tuple[int, _Member]] = []
        rank = -1
        for name, member in members:
            rank = self.ranks.get(name, rank)
            ranked.append((rank, member))
        return [member for _, member in sorted(ranked, key=lambda one: one[0])]


_NOTHING = Shape({}, {}, None, None)


def document_shape() -> Shape:
    """Return the shape of a whole document."""
    return shape_of(schema("document"))


def shape_of(part: Mapping[str, Any] | None) -> Shape:
    """Return the shape that a part of the schema gives, an empty one for None."""
    return _NOTHING if part is None else _shape(_Part(part))


class _Part:
    """A part of the schema, which is never changed, as an argument that can be remembered."""

    def __init__(self, part: Mapping[str, Any]) -> None:
        self.part = part

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Part) and self.part is other.part

    def __hash__(self) -> int:
        return id(self.part)


@cache
def _shape(given: _Part) -> Shape:
    whole = schema("document")
    part = resolved(given.part, whole)
    members = part.get("properties", {})
    is_as_printed = any(part is whole["$defs"][name] for name in _AS_PRINTED)
    ranks = {} if is_as_printed else {one: rank for rank, one in enumerate(members)}
    others = part.get("additionalProperties")
    return Shape(ranks, members, others if isinstance(others, dict) else None, part.get("items"))


class _Order:
    """A shape with the orders of what is in it, each looked up once: datasets put millions of values in order."""

    __slots__ = ("_inner", "_items", "_shape", "ranks")

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._inner: dict[str, _Order] = {}
        self._items: _Order | None = None
        self.ranks = shape.ranks

    def of_member(self, name: str) -> _Order:
        """Return the order within a member's value."""
        found = self._inner.get(name)
        if found is None:
            found = _order_of(self._shape.of_member(name))
            if name in self._shape.members:  # names that authors choose are without number
                self._inner[name] = found
        return found

    def sorted(self, names: Iterable[str]) -> list[str]:
        """Return names of members in their order."""
        return self._shape.ordered((name, name) for name in names)

    def of_item(self) -> _Order:
        """Return the order within an item's value."""
        if self._items is None:
            self._items = _order_of(self._shape.of_item())
        return self._items


_ORDERS: dict[int, tuple[Shape, _Order]] = {}
"""Orders by the identity of their shapes, which are made once for each part of the schema."""


def _order_of(shape: Shape) -> _Order:
    known = _ORDERS.get(id(shape))
    if known is None or known[0] is not shape:
        known = _ORDERS[id(shape)] = shape, _Order(shape)
    return known[1]


def in_order(value: Json, shape: Shape | None = None) -> Json:
    """Return a value with its members, and theirs, in the order of the schema; without *shape* it is a document."""
    return _in_order(value, _order_of(document_shape() if shape is None else shape))


def _in_order(value: Json, order: _Order) -> Json:
    if isinstance(value, dict):
        ranks, rank, is_sorted = order.ranks, -1, True
        found: dict[str, Json] = {}
        for name, member in value.items():
            own = ranks.get(name, rank)
            is_sorted = is_sorted and own >= rank
            rank = own
            inner = isinstance(member, (dict, list))
            found[name] = _in_order(member, order.of_member(name)) if inner else member
        return found if is_sorted else {name: found[name] for name in order.sorted(found)}
    if isinstance(value, list):
        of_item = order.of_item()
        return [_in_order(one, of_item) if isinstance(one, (dict, list)) else one for one in value]
    return value
