"""Editions that print documents in the order of their dates, and where in them documents are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.document import MAX_CHAIN
from pincite.rules.containers import ENCLOSED, SEEN_ELSEWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.format import Source

_DOCUMENTS = frozenset({"letter", "telegram", "memorandum", "report", "speech", "document"})
_EDITIONS = frozenset({"book", "volume", "series"})


def editions_of(document: Document, at_least: int) -> set[str]:
    """Return the ids of the editions in which so many documents stand, those sent with others not counted."""
    counts: dict[str, int] = {}
    for _, source in document.sources:
        if "container" in source and source["type"] in _DOCUMENTS:
            outer = source["container"]["source"]
            counts[outer] = counts.get(outer, 0) + 1
    return {outer for outer, count in counts.items() if count >= at_least}


def placed(document: Document) -> Iterator[tuple[str, dict[str, str], Source]]:
    """Yield the places of sources that citations give, then those that the containers give."""
    for cited in document.citations:
        source = document.source_by_id.get(cited.citation.get("source", ""))
        if source is not None:
            yield f"{cited.at}/locator", cited.citation.get("locator", {}), source
    for at, source in document.sources:
        yield f"{at}/container/locator", source.get("container", {}).get("locator", {}), source


def as_printed(document: Document, source: Source) -> Source:
    """Return the document that stands in the edition itself: for an enclosure the one it was sent with."""
    for _ in range(MAX_CHAIN):
        container = source.get("container")
        outer = document.source_by_id.get(container["source"]) if container else None
        if (
            outer is None
            or outer["type"] not in _DOCUMENTS
            or source["container"].get("relation") not in ENCLOSED
        ):
            break
        source = outer
    return source


def in_order(document: Document, source: Source) -> bool:
    """Return whether the source is a document that an edition prints in the order of dates."""
    container = source["container"]
    outer = document.source_by_id.get(container["source"])
    return (
        outer is not None
        and outer["type"] in _EDITIONS
        and source["type"] in _DOCUMENTS
        and container.get("relation") not in ENCLOSED | SEEN_ELSEWHERE
    )
