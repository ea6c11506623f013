"""Numbers that authors write without quotation marks become their digits: ``page: 59`` means "59"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.model.json_value import Json, JsonObject

_SOURCE = ("date", "received", "coverage", "volume", "issue", "number", "edition")
_ARCHIVE = ("box", "folder", "item")


def with_digits(data: JsonObject) -> JsonObject:
    """Return a valid document with every printed number as text.

    What was text stays the same object; only what leads to a changed value is copied.
    """
    changed: JsonObject = {}
    article = _article(data["article"])
    if article is not data["article"]:
        changed["article"] = article
    for name, convert in (
        ("sources", _source),
        ("quotations", _owner),
        ("claims", _owner),
        ("images", _image),
    ):
        before = data.get(name)
        after = _each(before, convert)
        if after is not before:
            changed[name] = after
    return {**data, **changed} if changed else data


def _article(article: Json) -> Json:
    if not isinstance(article, dict):
        return article
    series = article.get("series")
    return _with(_members(article, ("date",)), "series", series, _members(series, ("part",)))


def _source(source: Json) -> Json:
    if not isinstance(source, dict):
        return source
    container, archive = source.get("container"), source.get("archive")
    after = _with(_members(source, _SOURCE), "archive", archive, _members(archive, _ARCHIVE))
    return _with(after, "container", container, _locator(_members(container, ("number",))))


def _owner(owner: Json) -> Json:
    if not isinstance(owner, dict) or "citations" not in owner:
        return owner
    return _with(owner, "citations", owner["citations"], _each(owner["citations"], _locator))


def _image(image: Json) -> Json:
    if not isinstance(image, dict) or "depicts" not in image:
        return image
    return _with(image, "depicts", image["depicts"], _each(image["depicts"], _locator))


def _locator(place: Json) -> Json:
    if not isinstance(place, dict) or "locator" not in place:
        return place
    locator = place["locator"]
    names = tuple(locator) if isinstance(locator, dict) else ()
    return _with(place, "locator", locator, _members(locator, names))


def _members(owner: Json, names: tuple[str, ...]) -> Json:
    if not isinstance(owner, dict):
        return owner
    texts = {
        name: _digits(owner[name]) for name in names if name in owner and not isinstance(owner[name], str)
    }
    return {**owner, **texts} if texts else owner


def _digits(value: Json) -> Json:
    return str(int(value)) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def _each(items: Json, convert: Callable[[Json], Json]) -> Json:
    if not isinstance(items, list):
        return items
    after = [convert(item) for item in items]
    return after if any(new is not old for new, old in zip(after, items, strict=True)) else items


def _with(owner: Json, name: str, before: Json, after: Json) -> Json:
    return {**owner, name: after} if after is not before and isinstance(owner, dict) else owner
