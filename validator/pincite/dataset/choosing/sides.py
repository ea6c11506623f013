"""The parts of a split are looked at once they are built: which sources stand in more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.choosing.links import HOLDERS
from pincite.dataset.sorting.runs import grouped
from pincite.dataset.sorting.sorter import Sorter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pincite.dataset.deriving.inputs import Input

_WORK, _CITED, _HOLDER = "work", "cited", "holder"


class Sides(NamedTuple):
    """How many sources stand in more than one part, and how many of these are works, or are cited as such in several."""

    sources: int
    works: int


def both_sides(parts: Sequence[Input], scratch: Path) -> Sides:
    """Return how many sources the parts share; memory grows with the number of sources that hold others. Raises DamagedError."""
    found = Sorter(scratch)
    for number, part in enumerate(parts):
        for key, how in _sources(part):
            found.add(f"{key}\t{number}\t{how}".encode())
    sources = works = 0
    for _, members in grouped(found):
        sources += len({number for number, _ in members}) > 1
        works += len({number for number, how in members if how != _HOLDER}) > 1
    return Sides(sources, works)


def _sources(part: Input) -> Iterator[tuple[str, str]]:
    holders = {str(key) for key, type_ in part.rows("sources", "id", "type") if type_ in HOLDERS}
    cited = {str(key) for (key,) in part.rows("citations", "source") if key in holders}
    for (evidence,) in part.rows("claims", "evidence"):
        cited.update(one for one in (evidence if isinstance(evidence, list) else ()) if one in holders)
    for (key,) in part.rows("sources", "id"):
        yield str(key), _WORK if key not in holders else _CITED if key in cited else _HOLDER
