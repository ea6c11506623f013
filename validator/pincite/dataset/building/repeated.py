"""Documents with one id: of several the first goes in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.shards import files
from pincite.dataset.sorting.runs import fields, grouped, merged
from pincite.dataset.sorting.sorter import Sorter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
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


class RepeatedDocuments:
    """The documents that cannot go in, in their order: on disk, since merging two states of one dataset repeats nearly all.

    ``places`` are their places in the pieces that have some.
    """

    def __init__(self, pieces: Sequence[Piece], scratch: Path) -> None:
        self._found = Sorter(scratch / "repeated")
        self.number = self.lost = 0
        self.places: dict[int, list[int]] = {}
        ids = grouped(merged([piece.folder / files.IDS for piece in pieces], scratch))
        if any(len(found) > 1 for _, found in ids):
            self._find(pieces, scratch)
        for one in self:
            self.number += 1
            self.lost += not one.is_equal
            self.places.setdefault(one.piece, []).append(one.place)

    def __iter__(self) -> Iterator[Repeated]:
        """Yield the documents."""
        for _, told in fields(self._found):
            yield Repeated(*json.loads(told))

    def _find(self, pieces: Sequence[Piece], scratch: Path) -> None:
        documents = Sorter(scratch / "ids")
        for number, piece in enumerate(pieces):
            for one in piece.inputs():
                told = json.dumps([one.sha256, *piece.place(one)])
                documents.add(f"{one.id}\t{number:012d}\t{one.place:012d}\t{told}".encode())
        for iri, found in grouped(documents):
            digest, path, line = json.loads(found[0][2])
            for piece_number, place_number, text in found[1:]:
                own_digest, own_path, own_line = json.loads(text)
                again = Repeated(
                    iri,
                    own_path,
                    own_line,
                    path,
                    line,
                    own_digest == digest,
                    int(piece_number),
                    int(place_number),
                )
                self._found.add(f"{piece_number}{place_number}\t{json.dumps(again)}".encode())
