"""Which sources may be the same though the rule does not say so: they are told, and never merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.sources.identity import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.format import Source

_FEW = 2
"""Words of a title that say too little to look for others with it."""


def near_keys(source: Source) -> Iterator[str]:
    """Yield what sources have in common that may be the same: at present the words of a title up to its colon."""
    title = folded(source.get("title", "").partition(":")[0])
    if len(title.split()) > _FEW:
        yield title
