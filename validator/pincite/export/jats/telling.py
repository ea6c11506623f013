"""Losses of JATS that no one element shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.citations import citations
from pincite.model.anchoring import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.carried import Carried


def tell(carried: Carried, words: Mapping[str, str]) -> None:
    """Tell what has no element of its own; *words* are those in the text by the pointers of its pieces."""
    data, losses = carried.data, carried.losses
    seen: set[str] = set()
    for number, source in enumerate(data.get("sources", [])):
        if source["id"] in seen:
            losses.tell(f"/sources/{number}")
        seen.add(source["id"])
    for pointer, _, citation in citations(data):
        raw = citation.get("raw")
        if raw and pointer in words and fold(raw) != fold(words[pointer]):
            losses.tell(f"{pointer}/raw")
    quotations = {one["id"] for one in data.get("quotations", [])}
    for number, relation in enumerate(data.get("relations", [])):
        if f"/relations/{number}" not in words or not quotations >= {relation["from"], relation["to"]}:
            losses.tell(f"/relations/{number}")
