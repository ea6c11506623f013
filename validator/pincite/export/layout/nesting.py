"""Objects on the same text put into one another, without any that cross."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.export.layout.places import OUTER_FIRST, STRONGER_FIRST
from pincite.export.layout.values import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pincite.export.layout.places import Item

DEEPEST = 16
"""How many objects may stand in one another; no article needs half of it, and writers may call themselves for each."""


class Nested(NamedTuple):
    """Pieces in order, and the pointers of the objects that found no place among them."""

    pieces: tuple[Piece, ...]
    apart: tuple[str, ...]


def nested(items: Iterable[Item]) -> Nested:
    """Return the items as pieces within pieces; of two that cross, the stronger stays, and of equals the earlier."""
    ordered = sorted(items, key=lambda one: (one.start, -one.end, OUTER_FIRST.index(one.kind)))
    dropped: set[str] = set()
    around: list[Item] = []
    for item in ordered:
        if item.of in dropped:
            dropped.add(item.at)
            continue
        while around and around[-1].end <= item.start:
            around.pop()
        if not _finds_room(item, around, dropped) or len(around) >= DEEPEST:
            dropped.add(item.at)
        else:
            around.append(item)
    kept = [one for one in ordered if one.at not in dropped and one.of not in dropped]
    lost = [one.at for one in ordered if one.at in dropped and one.of not in dropped]
    return Nested(_tree(kept), tuple(lost))


def _finds_room(item: Item, around: list[Item], dropped: set[str]) -> bool:
    """Return whether an item stays; the weaker ones around it that it crosses go."""
    crossed = [one for one in around if one.end < item.end]
    if any(STRONGER_FIRST.index(item.kind) >= STRONGER_FIRST.index(one.kind) for one in crossed):
        return False
    dropped.update(one.at for one in crossed)
    del around[len(around) - len(crossed) :]
    return True


def _tree(items: Sequence[Item]) -> tuple[Piece, ...]:
    """Return items that do not cross, the outer ones before the inner ones, as pieces."""
    open_: list[tuple[Item | None, list[Piece]]] = [(None, [])]

    def close() -> None:
        item, inside = open_.pop()
        if item is not None:
            open_[-1][1].append(Piece(item.start, item.end, item.at, tuple(inside)))

    for item in items:
        while (top := open_[-1][0]) is not None and top.end <= item.start:
            close()
        open_.append((item, []))
    while len(open_) > 1:
        close()
    return tuple(open_[0][1])
