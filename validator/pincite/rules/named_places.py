"""Where the article's text names a source: the piece of a citation that a fault of the source belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.anchoring import offsets
from pincite.model.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Cited, Document
    from pincite.model.format import Source


def named_at(document: Document, source: Source) -> Span | None:
    """Return where a citation first names *source*, by its title or who wrote it, or None.

    A container is named behind what it contains, so that its name counts where it last stands in the citation.
    """
    citing = document.citing.get(source["id"], ())
    if not citing:
        return None
    cited = citing[0]
    whole = cited_at(document, cited)
    raw = _printed(document, cited, whole)
    if whole is None or raw is None:
        return None
    find = raw.find if cited.citation.get("source") == source["id"] else raw.rfind
    for name in _names(document, source):
        at = find(name)
        if at >= 0:
            return Span(whole.start + at, whole.start + at + len(name))
    return None


def cited_at(document: Document, cited: Cited) -> Span | None:
    """Return where a printed citation stands in the article's text, or None where that is not known."""
    anchor, raw = cited.citation.get("anchor", {}), cited.citation.get("raw")
    if document.anchoring is not None:
        return document.anchoring.resolve(anchor, raw).span if raw else None
    place = offsets(anchor)
    return Span(*place) if place and raw and place[1] - place[0] == len(raw) else None


def _printed(document: Document, cited: Cited, whole: Span | None) -> str | None:
    if document.text is None or whole is None:
        return cited.citation.get("raw")
    return document.text[whole.start : whole.end]


def _names(document: Document, source: Source) -> Iterator[str]:
    """Yield the wordings that may name the source, the likeliest first; a volume has the title of its series."""
    for one in document.chain(source["id"]):
        if one.get("title"):
            yield one["title"]
        if one["type"] not in {"volume", "issue"}:
            break
    for person in source.get("authors", ()):
        if person.get("literal"):
            yield person["literal"]
        if person.get("family"):
            yield person["family"]
