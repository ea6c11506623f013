"""The works around a source, flattened into its CSL item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.csl_fields import date_of, name_of, set_archive
from pincite.export.csl_words import CONTAINED, PLAIN, PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.format import Source
    from pincite.model.json_value import JsonObject

_DEEPEST = 9
_INHERITED = (
    "publisher",
    "publisher_place",
    "platform",
    "url",
    "isbn",
    "issn",
    "volume",
    "issue",
    "edition",
)
"""Members of a source that its containers give where it has none of its own."""


def around(source: Source, by_id: Mapping[str, Source]) -> Iterator[Source]:
    """Yield the works around a source from the inside out, each once."""
    seen = {source["id"]}
    inner = source
    while len(seen) <= _DEEPEST:
        outer = by_id.get(inner.get("container", {}).get("source", ""))
        if outer is None or outer["id"] in seen:
            return
        seen.add(outer["id"])
        yield outer
        inner = outer


def set_containers(source: Source, chain: list[Source], found: JsonObject) -> None:
    """Set on an item what the works around its source say."""
    for outer in chain:
        _inherit(outer, found)
    if source["type"] == "document" and chain and chain[0]["type"] in PUBLISHED:
        found["type"] = "chapter"
    _titles(source, chain, found)
    pages = (inner.get("container", {}).get("locator", {}).get("page") for inner in [source, *chain])
    page = next((page for page in pages if page), None)
    if page:
        found["page"] = str(page)
    parent = source.get("container")
    if parent and chain and parent.get("relation") in {"enclosure", "attachment"}:
        words = str(parent.get("relation")).capitalize()
        words += f" {parent['number']}" if "number" in parent else ""
        found["part-title"] = f"{words} in {chain[0].get('title', chain[0]['id'])}"


def _inherit(outer: Source, found: JsonObject) -> None:
    for name in _INHERITED:
        value = outer.get(name)
        if isinstance(value, str) and value:
            found.setdefault(PLAIN[name], value)
    if outer.get("editors"):
        found.setdefault("editor", [name_of(one) for one in outer["editors"]])
    if "date" in outer:
        found.setdefault("issued", date_of(outer["date"]))
    if "archive" not in found:
        set_archive(outer, found)


def _titles(source: Source, chain: list[Source], found: JsonObject) -> None:
    """Set the titles of the work that a source is printed in and of the series around that."""
    series = [outer["title"] for outer in chain if outer["type"] == "series" and "title" in outer]
    if source["type"] == "volume" and "title" not in source and series:
        found["title"] = series[0]
    printed = next((outer for outer in chain if outer["type"] in PUBLISHED), None)
    if printed is not None:
        title = printed.get("title") or (series.pop(0) if series else None)
    else:
        title = chain[0].get("title") if chain and chain[0]["type"] in CONTAINED else None
    if title and title != found.get("title"):
        found["container-title"] = title
    if series:
        found["collection-title"] = series[0]
