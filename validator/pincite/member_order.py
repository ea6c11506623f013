"""The order of members: that in which the schema lists them; what has names of its own keeps the author's order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.schemas import resolved, schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
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


def in_order(value: Json, shape: Shape | None = None) -> Json:
    """Return a value with its members, and theirs, in the order of the schema; without *shape* it is a document."""
    shape = document_shape() if shape is None else shape
    if isinstance(value, dict):
        names: Sequence[str] = shape.ordered((name, name) for name in value)
        return {name: in_order(value[name], shape.of_member(name)) for name in names}
    if isinstance(value, list):
        inner = shape.of_item()
        return [in_order(one, inner) for one in value]
    return value
