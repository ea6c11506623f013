"""Sources that may be one are found among those that share a near key, in memory and time that do not grow with these."""

from __future__ import annotations

from itertools import combinations, groupby
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.dataset.json_lines import value_of
from pincite.dataset.sorting.runs import fields, merged
from pincite.dataset.sources.near import Candidate, ground, may_be_one

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from pincite.dataset.sources.near import Ground
    from pincite.model.format import Source

COMPARED = 100
"""Sources with one near key that are compared with each other; of more, those with the first keys in the dataset."""
TOLD = 20
"""Pairs with one near key that are told."""


class Near(NamedTuple):
    """What was found among sources with one near key: pairs that may be one, and the numbers of those that are not told.

    Of three that may all be one there are two pairs: each source after the first stands with one before it. ``more`` are
    such pairs that were found besides; ``not_compared`` pairs that nobody looked at.
    """

    near_key: str
    pairs: tuple[tuple[Candidate, Candidate], ...]
    more: int
    not_compared: int


def near_sources(runs: Sequence[Path], scratch: Path) -> Iterator[Near]:
    """Yield what may be one among the sources of sorted runs (near key, key and description, divided by tabs)."""
    for near_key, lines in groupby(fields(merged(runs, scratch)), key=lambda one: one[0]):
        found = _among(near_key, lines)
        if found.pairs or found.not_compared:
            yield found


def _among(near_key: str, lines: Iterator[list[str]]) -> Near:
    texts: list[tuple[str, list[str]]] = []
    number = 0
    for key, descriptions in groupby(lines, key=lambda one: one[1]):
        number += 1
        if number <= COMPARED:
            texts.append((key, [text for _, _, text in descriptions]))
    if number == 1:
        return Near(near_key, (), 0, 0)
    held = [Candidate(key, cast("Source", value_of(fullest(found)))) for key, found in texts]
    on = ground(near_key)
    pairs = list(_joining(held, on))
    compared = len(held) * (len(held) - 1) // 2
    return Near(
        near_key,
        tuple(pairs[:TOLD]),
        max(0, len(pairs) - TOLD),
        number * (number - 1) // 2 - compared,
    )


def _joining(held: Sequence[Candidate], on: Ground) -> Iterator[tuple[Candidate, Candidate]]:
    """Yield the pairs that may be one, but for those whose sources hang together by pairs before them."""
    group = {one.key: one.key for one in held}
    for one, other in combinations(held, 2):
        first, second = group[one.key], group[other.key]
        if first != second and may_be_one(one, other, on):
            group.update({key: first for key, own in group.items() if own == second})
            yield one, other


def fullest(texts: Collection[str]) -> str:
    """Return the description with the most members; of several the first in the order of their letters."""
    if len(texts) == 1:
        return next(iter(texts))
    return min(texts, key=lambda text: (-len(cast("Source", value_of(text))), text))
