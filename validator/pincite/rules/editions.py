"""Editions that print documents in the order of their dates, and where in them documents are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.sourced import MAX_CHAIN
from pincite.rules.containers import ENCLOSED, SEEN_ELSEWHERE
from pincite.rules.spellings import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.format import Source

_DOCUMENTS = frozenset({"letter", "telegram", "memorandum", "report", "speech", "document"})
_EDITIONS = frozenset({"book", "volume", "series"})


def edition_keys(document: Document, at_least: int = 2) -> dict[str, tuple[str, str]]:
    """Return, by id, what each edition in which so many documents stand is known by.

    Two entries with one title and volume (of which one may spell the publisher otherwise) are one edition.
    Documents that were sent with others are not counted.
    """
    outers = [
        source["container"]["source"]
        for source in _listed(document)
        if source["type"] in _DOCUMENTS and "container" in source
    ]
    if len(outers) < at_least:
        return {}
    counts: dict[tuple[str, str], int] = {}
    keys: dict[str, tuple[str, str]] = {}
    for outer in outers:
        if outer not in keys:
            keys[outer] = _key(document, outer)
        counts[keys[outer]] = counts.get(keys[outer], 0) + 1
    return {outer: key for outer, key in keys.items() if counts[key] >= at_least}


def _listed(document: Document) -> Iterator[Source]:
    """Yield the document's sources, and those of catalogues that it uses."""
    yield from (source for _, source in document.sources)
    yield from document.used_of_catalogues.values()


def _key(document: Document, source_id: str) -> tuple[str, str]:
    chain = document.chain(source_id)
    volume = chain[0].get("volume") if chain else None
    title = next((one["title"] for one in chain if "title" in one), None)
    return (plain(title), volume) if title and volume else (source_id, "")


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
