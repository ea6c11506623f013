"""Components are dealt out to parts, so that each part comes as near to its share as they allow."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.sorting.runs import fields
from pincite.dataset.sorting.sorter import Sorter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction
    from pathlib import Path

    from pincite.dataset.choosing.components import Components


class Share(NamedTuple):
    """A part of a split: its name, and which share of the documents it is to have."""

    part: str
    wanted: Fraction


def dealt(components: Components, draws: Sequence[int], shares: Sequence[Share], scratch: Path) -> bytearray:
    """Return the number of its part for each document; *draws* are the numbers that the documents draw.

    The largest component goes first, and among equals that with the lowest draw of a document of it; each goes to the part
    that lacks most documents. So it depends on the documents, and not on their order. *scratch* is a new folder.
    """
    lowest = array("Q", draws)
    for document in range(len(components)):
        root = components.of(document)
        lowest[root] = min(lowest[root], lowest[document])
    order = Sorter(scratch)
    for root, size in components.all():
        order.add(f"{len(components) - size:016x}{lowest[root]:016x}\t{root}".encode())
    lacks = [share.wanted * len(components) for share in shares]
    parts = bytearray(len(components))
    for head, name in fields(order):
        part = max(range(len(shares)), key=lambda number: lacks[number])
        parts[int(name)] = part
        lacks[part] -= len(components) - int(head[:16], 16)
    for document in range(len(components)):
        parts[document] = parts[components.of(document)]
    return parts
