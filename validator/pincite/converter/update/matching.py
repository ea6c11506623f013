"""Which object of one document is which of another: by where it stands, what it says, or who cites it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from pincite.model.anchoring import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence
    from typing import TypeAlias

    from pincite.model.json_value import JsonObject

    Key: TypeAlias = Callable[[JsonObject], Hashable]

KINDS = ("sources", "quotations", "claims", "images")
"""The lists of a document whose objects have ids."""


def objects(document: JsonObject, kind: str) -> list[JsonObject]:
    """Return the objects of one kind, in order."""
    return cast("list[JsonObject]", document.get(kind) or [])


def citations(document: JsonObject) -> Iterator[JsonObject]:
    """Yield the citations of quotations and claims."""
    for kind in ("quotations", "claims"):
        for owner in objects(document, kind):
            yield from objects(owner, "citations")


def same_text(one: JsonObject, other: JsonObject) -> dict[str, str]:
    """Return the ids of *one*'s objects to those of *other*'s, for two documents of the same text."""
    found: dict[str, str] = {}
    for kind in ("quotations", "claims"):
        found.update(_paired(objects(one, kind), objects(other, kind), (_anchor, _text)))
    keys = (_content, _cited_as(one, other), _id)
    found.update(_paired(objects(one, "sources"), objects(other, "sources"), keys))
    found.update(_paired(objects(one, "images"), objects(other, "images"), (_anchor, _file, _id)))
    return found


def changed_text(one: JsonObject, other: JsonObject) -> dict[str, str]:
    """Return the ids of *one*'s objects to those of *other*'s, for two conversions of a text that was changed."""
    found: dict[str, str] = {}
    for kind in ("quotations", "claims"):
        found.update(_paired(objects(one, kind), objects(other, kind), (_both, _text, _raws, _opening)))
    keys = (_content, _cited_as(one, other), _id)
    found.update(_paired(objects(one, "sources"), objects(other, "sources"), keys))
    shown = (_shown_by(one, other), _shown_with(one, other), _file, _label)
    found.update(_paired(objects(one, "images"), objects(other, "images"), shown))
    return found


def _paired(ones: list[JsonObject], others: list[JsonObject], keys: Sequence[Key]) -> dict[str, str]:
    """Return ids to ids: objects with an equal key are the same, the first with the first and so on."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key in keys:
        waiting: dict[Hashable, list[str]] = {}
        for other in others:
            if str(other["id"]) not in taken and (value := key(other)) is not None:
                waiting.setdefault(value, []).append(str(other["id"]))
        for listed in waiting.values():
            listed.reverse()
        for one in ones:
            if str(one["id"]) not in found and (meant := waiting.get(key(one))):
                found[str(one["id"])] = meant.pop()
                taken.add(found[str(one["id"])])
    return found


def _id(item: JsonObject) -> Hashable:
    return str(item["id"])


def _anchor(item: JsonObject) -> Hashable:
    anchor = cast("JsonObject", item.get("anchor") or {})
    start, end = anchor.get("start"), anchor.get("end")
    return None if start is None or end is None else (str(start), str(end))


def _text(item: JsonObject) -> Hashable:
    return fold(str(item.get("text", ""))) or None


def _both(item: JsonObject) -> Hashable:
    """Return words and citations together: equal words may be cited from two sources."""
    raws = _raws(item)
    return None if raws is None else (_text(item), raws)


def _opening(item: JsonObject) -> Hashable:
    """Return the first words of a claim without citations, which a word or two may have been changed in behind."""
    words = str(_text(item) or "").split()
    return None if _raws(item) or len(words) < 2 * _OPENING else (str(item.get("role")), *words[:_OPENING])


_OPENING = 4
"""Words by whose beginning a claim is known again."""


def _raws(item: JsonObject) -> Hashable:
    return tuple(str(one["raw"]) for one in objects(item, "citations") if "raw" in one) or None


def _file(item: JsonObject) -> Hashable:
    return next((str(item[name]) for name in ("sha256", "path", "url") if name in item), None)


def _label(item: JsonObject) -> Hashable:
    """Return what the article calls an image; without a name of its own, one is like any other."""
    return (str(item["label"]), str(item.get("role", ""))) if "label" in item else None


def _content(item: JsonObject) -> Hashable:
    """Return all that a source says of itself."""
    told = {name: value for name, value in item.items() if name not in {"id", "container"}}
    return json.dumps(told, sort_keys=True)


def _cited_as(*documents: JsonObject) -> Key:
    """Return a key: the first citation that leads to a source, and how many containers further out."""
    known: dict[int, Hashable] = {}
    for document in documents:
        by_id = {str(source["id"]): source for source in objects(document, "sources")}
        for citation in citations(document):
            source, depth = by_id.get(str(citation.get("source", ""))), 0
            while source is not None and "raw" in citation and depth <= len(by_id):
                known.setdefault(id(source), (str(citation["raw"]), depth))
                container = cast("JsonObject", source.get("container") or {})
                source, depth = by_id.get(str(container.get("source", ""))), depth + 1
    return lambda item: known.get(id(item))


def _shown_by(*documents: JsonObject) -> Key:
    """Return a key: the citation that names an image first, and as which of its images."""
    known: dict[int, Hashable] = {}
    for document in documents:
        by_id = {str(image["id"]): image for image in objects(document, "images")}
        for citation in citations(document):
            for at, name in enumerate(cast("list[str]", citation.get("images") or [])):
                if name in by_id and "raw" in citation:
                    known.setdefault(id(by_id[name]), (str(citation["raw"]), at))
    return lambda item: known.get(id(item))


def _shown_with(*documents: JsonObject) -> Key:
    """Return a key: the words whose citations name an image, and as which of their images."""
    known: dict[int, Hashable] = {}
    for document in documents:
        by_id = {str(image["id"]): image for image in objects(document, "images")}
        for owner in [*objects(document, "quotations"), *objects(document, "claims")]:
            listed = [
                name
                for citation in objects(owner, "citations")
                for name in cast("list[str]", citation.get("images") or [])
            ]
            for at, name in enumerate(listed):
                if name in by_id:
                    known.setdefault(id(by_id[name]), (fold(str(owner["text"])), at))
    return lambda item: known.get(id(item))
