"""Documents with one id: of several the first goes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.assembling.runs import grouped, merged

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pincite.dataset.assembling.documents import Piece


class Repeated(NamedTuple):
    """A document whose id another one has, which stands before it: where both are, and whether they are equal."""

    iri: str
    path: str
    line: int
    first_path: str
    first_line: int
    is_equal: bool
    piece: int
    place: int


def repeated(of: Sequence[Piece], scratch: Path) -> list[Repeated]:
    """Return the documents that cannot go in, in their order."""
    shared = {
        iri
        for iri, found in grouped(merged([piece.folder / "ids.run" for piece in of], scratch))
        if len(found) > 1
    }
    if not shared:
        return []
    first: dict[str, tuple[str, str, int]] = {}
    again = []
    for number, piece in enumerate(of):
        for one in piece.records("inputs.jsonl"):
            iri, part = str(one["id"]), int(str(one["part"]))
            if iri not in shared:
                continue
            path, line = piece.shard.parts[part].path, piece.before[part] + int(str(one["line"]))
            digest, path_1, line_1 = first.setdefault(iri, (str(one["sha256"]), path, line))
            if (path, line) != (path_1, line_1):
                place = int(str(one["place"]))
                again.append(
                    Repeated(iri, path, line, path_1, line_1, digest == one["sha256"], number, place)
                )
    return again
