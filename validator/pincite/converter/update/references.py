"""The ids of a document's objects changed, at the objects and wherever they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.converter.update.matching import KINDS, citations, objects

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.json_value import Json, JsonObject

GONE = "\0"
"""What the ids of objects begin with that people took out of a document."""


def renamed(document: JsonObject, names: Mapping[str, str]) -> JsonObject:
    """Return a copy of *document* with its objects called by *names*; what is not in there keeps its name."""
    copy = cast("JsonObject", _copied(document))
    for holder, member in _places(copy):
        holder[member] = _new(holder[member], names)
    return copy


def without_gone(document: JsonObject) -> JsonObject:
    """Return a copy of *document* without the objects that are ``GONE`` and without what names them."""
    copy = cast("JsonObject", _copied(document))
    for kind in KINDS:
        if kind in copy:
            copy[kind] = cast("Json", [one for one in objects(copy, kind) if not _is_gone(one["id"])])
    copy["relations"] = cast(
        "Json",
        [one for one in objects(copy, "relations") if not (_is_gone(one["from"]) or _is_gone(one["to"]))],
    )
    for holder, member in list(_places(copy)):
        value = holder[member]
        if isinstance(value, list):
            holder[member] = [
                one for one in value if not _is_gone(one["id"] if isinstance(one, dict) else one)
            ]
            if not holder[member]:
                del holder[member]
        elif _is_gone(value):
            del holder[member]
    for source in objects(copy, "sources"):
        if source.get("container") is not None and "source" not in cast("JsonObject", source["container"]):
            del source["container"]
    return {name: value for name, value in copy.items() if value != []}


def named(document: JsonObject) -> set[str]:
    """Return the ids that anything in a document names; that an object has one does not count."""
    found: set[str] = set()
    for holder, member in _places(document):
        value = holder[member]
        if member != "id":
            for one in value if isinstance(value, list) else [value]:
                found.add(str(one["id"] if isinstance(one, dict) else one))
    return found


def _is_gone(value: Json) -> bool:
    return isinstance(value, str) and value.startswith(GONE)


def _new(value: Json, names: Mapping[str, str]) -> Json:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [_new(one, names) for one in value]
    if isinstance(value, dict):  # evidence with a place of its own
        return {**value, "id": _new(value["id"], names)}
    return value


def _places(document: JsonObject) -> Iterator[tuple[JsonObject, str]]:
    """Yield every object with a member that holds an id, or several."""
    article = cast("JsonObject", document["article"])
    named: list[tuple[list[JsonObject], tuple[str, ...]]] = [
        (objects(document, "sources"), ("id",)),
        (
            [cast("JsonObject", one.get("container") or {}) for one in objects(document, "sources")],
            ("source",),
        ),
        (objects(document, "quotations"), ("id", "within", "translation_of")),
        (objects(document, "claims"), ("id", "evidence")),
        (objects(document, "relations"), ("from", "to")),
        (objects(document, "images"), ("id",)),
        ([one for image in objects(document, "images") for one in objects(image, "depicts")], ("source",)),
        (list(citations(document)), ("source", "images")),
        (objects(article, "blocks"), ("ref",)),
    ]
    for holders, members in named:
        for holder in holders:
            yield from ((holder, member) for member in members if member in holder)


def _copied(value: Json) -> Json:
    if isinstance(value, dict):
        return {name: _copied(one) for name, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value
