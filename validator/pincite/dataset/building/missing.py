"""Documents that were chosen and cannot be taken: what is made of them would be another choice, and nobody would see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.package.manifest import NoDatasetError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.dataset.assembling.documents import Piece
    from pincite.dataset.building.site import Site


def need_taken(pieces: Sequence[Piece], only: bytes, site: Site) -> None:
    """Raise NoDatasetError unless all lines of a file that are to be taken are documents that go in, and there are no others.

    *only* has a byte for each line, and 0 for those that are passed over. Nothing is left for another run then.
    """
    taken = sum(piece.result.documents for piece in pieces)
    wanted = len(only) - only.count(0)
    lines = sum(sum(piece.result.lines) for piece in pieces)
    if taken == wanted and lines == len(only):
        return
    path = pieces[0].shard.parts[0].path if pieces else "the dataset"
    if lines == len(only):
        told = f"{path}: of {wanted} documents that were chosen {taken} can be taken{_why(pieces)}"
    else:
        told = f"{path} has {lines} lines, and the table of articles {len(only)} rows"
    site.forget()
    raise NoDatasetError(f"{told}; the dataset is damaged")


def _why(pieces: Sequence[Piece]) -> str:
    for piece in pieces:
        for one in piece.findings():
            if one.finding["severity"] == "error":
                return f" ({one.finding['code']} {one.finding['message']})"
    return ""
