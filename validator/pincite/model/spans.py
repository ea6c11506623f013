"""Which piece of the article's text a place in the document is about."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from pincite.model.anchoring import offsets
from pincite.model.finding import Span
from pincite.model.json_value import pointer_steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from pincite.model.document import Document
    from pincite.model.format import Anchor

_MOST_CITATIONS = 100
"""Citations that are looked at for a place which is about none of them: each finding would look at all."""


def span_at(document: Document, pointer: str, printed: Sequence[str | None] = ()) -> Span | None:
    """Return the shortest known piece of text that the value at *pointer* is about.

    A quotation, claim, relation or image has its anchor; a source has the citations that lead to it. Where an
    anchor is missing or does not hold the words it should, the one place that has them counts. Where one of
    *printed* stands inside a citation, the piece is narrowed to it. None for the article as a whole, and where
    nothing in the document says where in the text it belongs.
    """
    steps = pointer_steps(pointer)
    if any(printed):
        for whole, raw in _candidates(document, steps):
            for wording in printed:
                narrow = _narrowed(document, whole, raw, wording) if raw and wording else None
                if narrow is not None:
                    return narrow
    return next((whole for whole, _ in _candidates(document, steps)), None)


def _narrowed(document: Document, whole: Span, raw: str, wording: str) -> Span | None:
    """Return where *wording* stands in the piece *whole*, whose words are *raw*."""
    if document.anchoring is not None:
        return document.anchoring.inside(whole, wording)
    at = raw.find(wording)
    if at < 0 or whole.end - whole.start != len(raw):
        return None
    return Span(whole.start + at, whole.start + at + len(wording))


def _candidates(document: Document, steps: list[str]) -> Iterator[tuple[Span, str]]:
    """Yield pieces of text with their wording, the nearest first."""
    if len(steps) < 2:  # noqa: PLR2004 - a list and an item in it
        return
    kind, index = steps[0], steps[1]
    if kind == "article":
        if index == "blocks" and len(steps) > 2:  # noqa: PLR2004
            yield from _anchored(document, _item(document.article.get("blocks"), steps[2]))
        return
    if kind == "archives":
        citing = (c for c in document.citations if c.citation.get("archive_code") == index)
        yield from _cited(document, ((c.citation, c.owner) for c in citing))
        return
    item = _item(document.data.get(kind), index)
    if kind in {"quotations", "claims"}:
        yield from _inside(document, item, steps[2:])
    elif kind == "sources":
        citing = (c for c in document.citing.get(item.get("id", ""), ()))
        yield from _cited(document, ((c.citation, c.owner) for c in citing))
    elif kind == "images":
        yield from _anchored(document, item)
        citing = (c for c in document.citations if item.get("id", "") in c.citation.get("images", ()))
        yield from _cited(document, ((c.citation, c.owner) for c in citing))
    else:
        yield from _anchored(document, item)


def _inside(document: Document, owner: Mapping[str, Any], steps: list[str]) -> Iterator[tuple[Span, str]]:
    """Yield the pieces for a place inside a quotation or claim."""
    part = _item(owner.get(steps[0]), steps[1]) if len(steps) > 1 else {}
    if steps[:1] == ["lead_in"]:
        yield from _anchored(document, {"anchor": owner.get("lead_in", {})})
    elif steps[:1] == ["citations"]:
        yield from _cited(document, [(part, owner)])
    elif "anchor" in part:
        yield from _anchored(document, part)
    yield from _anchored(document, owner, owner.get("text"))
    yield from _cited(document, ((citation, owner) for citation in owner.get("citations") or () if citation))


def _cited(
    document: Document, citations: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]
) -> Iterator[tuple[Span, str]]:
    """Yield the citations' own places; for one without, that of the quotation or claim it stands under."""
    for citation, owner in islice(citations, _MOST_CITATIONS):
        anchored = list(_anchored(document, citation, citation.get("raw")))
        yield from anchored or _anchored(document, owner, owner.get("text"))


def _anchored(
    document: Document, item: Mapping[str, Any], own: str | None = None
) -> Iterator[tuple[Span, str]]:
    """Yield the place of *item*, whose words in the article are its anchor's ``exact`` or *own*."""
    anchor: Anchor = item.get("anchor", item)
    place = offsets(anchor)
    given = Span(*place) if place and place[0] < place[1] else None
    exact = anchor.get("exact")
    if document.anchoring is not None:
        for wording in (own, exact) if "raw" in item else (exact, own):
            span = document.anchoring.resolve(anchor, wording).span if wording else None
            if wording and span:
                yield span, wording
                return
        if given and given.end > len(document.anchoring.text):
            return
    if given:
        yield given, own or exact or ""


def _item(items: Any, step: str) -> Mapping[str, Any]:  # noqa: ANN401 - any part of a document
    """Return the object at *step* of a list or mapping, an empty one where there is none."""
    if isinstance(items, list) and step.isdecimal() and int(step) < len(items):
        items = items[int(step)]
    elif isinstance(items, dict):
        items = items.get(step)
    else:
        items = None
    return items if isinstance(items, dict) else {}
