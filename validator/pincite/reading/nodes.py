"""Where the keys and values of a text stand, one collection at a time: most findings need the way to one value only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Protocol

    from pincite.model.json_value import Json

    class Nodes(Protocol):
        """The places of a text's values, by what it is written in."""

        def root(self) -> NodePlace:
            """Return the place of the whole value."""

        def children(self, node: NodePlace, value: Json) -> dict[str, NodePlace]:
            """Return the places of what is in the collection *value* at *node*, by their steps (RFC 6901)."""


class NodePlace(NamedTuple):
    """The place of a value: code points, half-open; that of its key where it is a member.

    ``number`` is the reader's own name for it.
    """

    start: int
    end: int
    number: int
    key: tuple[int, int] | None = None
