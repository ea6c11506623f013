"""Where a source is kept, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.format import Archive

HOUSE = ("name", "place")
COLLECTION = ("collection", "collection_id")
INSIDE = ("series", "box", "folder", "item")
"""Members of an archive from the house to the sheet; its address is apart."""

_LABELLED = frozenset({"box", "folder", "item"})


def in_words(archive: Archive, members: Iterable[str]) -> str:
    """Return some members of an archive as one text: "Bell Archive, Lamps, box 2, folder 7"."""
    said = cast("dict[str, str]", archive)
    return ", ".join(
        f"{member} {said[member]}" if member in _LABELLED else said[member]
        for member in members
        if member in said
    )
