"""The order of members: that in which the schema lists them; what has names of its own keeps the author's order."""

from __future__ import annotations

from functools import cache
from operator import is_not
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
    """A shape, with what is known of the objects that have it: datasets put millions of them in order, of few kinds."""

    __slots__ = ("_items", "_plans", "is_plain", "shape")

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.is_plain = shape == _NOTHING
        self._plans: dict[tuple[str, ...], _Plan] = {}
        self._items: _Order | None = None

    def plan(self, names: tuple[str, ...]) -> _Plan:
        """Return what to do with an object that has these members, in this order."""
        known = self._plans.get(names)
        if known is None:
            if len(self._plans) >= _REMEMBERED:
                self._plans.clear()
            known = self._plans[names] = self._planned(names)
        return known

    def _planned(self, names: tuple[str, ...]) -> _Plan:
        ordered = tuple(self.shape.ordered((name, name) for name in names))
        inner = [(name, _order_of(self.shape.of_member(name))) for name in ordered]
        return _Plan(
            None if ordered == names else ordered, tuple([one for one in inner if not one[1].is_plain])
        )

    def of_item(self) -> _Order:
        """Return the order within an item's value."""
        if self._items is None:
            self._items = _order_of(self.shape.of_item())
        return self._items


class _Plan(NamedTuple):
    """The order in which members go, None where they stand so; and those whose values have an order, too."""

    ordered: tuple[str, ...] | None
    inner: tuple[tuple[str, _Order], ...]


_REMEMBERED = 1024
"""Kinds of objects of one shape that are remembered: names that authors choose are without number."""
_ORDERS: dict[int, _Order] = {}
"""Orders by the identity of their shapes, of which each part of the schema has one."""


def _order_of(shape: Shape) -> _Order:
    known = _ORDERS.get(id(shape))
    if known is None or known.shape is not shape:
        known = _ORDERS[id(shape)] = _Order(shape)
    return known


def in_order(value: Json, shape: Shape | None = None) -> Json:
    """Return a value with its members, and theirs, in the order of the schema; without *shape* it is a document.

    What is in order already is returned as it is, and not as a copy.
    """
    return _in_order(value, _order_of(document_shape() if shape is None else shape))


def _in_order(value: Json, order: _Order) -> Json:
    if isinstance(value, dict):
        ordered, inner = order.plan(tuple(value))
        changed = None if ordered is None else {name: value[name] for name in ordered}
        for name, of_member in inner:
            member = value[name]
            if isinstance(member, (dict, list)):
                put = _in_order(member, of_member)
                if put is not member:
                    changed = value.copy() if changed is None else changed
                    changed[name] = put
        return value if changed is None else changed
    if isinstance(value, list):
        of_item = order.of_item()
        if of_item.is_plain:
            return value
        items = [_in_order(one, of_item) if isinstance(one, (dict, list)) else one for one in value]
        return items if any(map(is_not, items, value)) else value
    return value
