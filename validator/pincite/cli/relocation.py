"""Paths in a document that moves to another folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pincite.model.format import DocumentData
    from pincite.model.json_value import Json, JsonObject

_HOLDERS = (("article", "text"), ("article", "original"), ("sources", "copies"), ("images",))
"""Members that lead to objects with a ``path``."""


def relocated(document: DocumentData, old: Path, new: Path) -> DocumentData:
    """Return a document of the folder *old* with its relative paths as they are from the folder *new*."""
    way = os.path.relpath(old.resolve(), new.resolve()).replace(os.sep, "/")
    if way == ".":
        return document
    data = cast("JsonObject", document)
    named = data.get("catalogues")
    if isinstance(named, list):
        data = {**data, "catalogues": [_from(way, path) for path in named]}
    for steps in _HOLDERS:
        data = cast("JsonObject", _moved(data, steps, way))
    return cast("DocumentData", data)


def _moved(value: Json, steps: tuple[str, ...], way: str) -> Json:
    if isinstance(value, list):
        return [_moved(one, steps, way) for one in value]
    if not isinstance(value, dict):
        return value
    if steps:
        inner = value.get(steps[0])
        return value if inner is None else {**value, steps[0]: _moved(inner, steps[1:], way)}
    return {**value, "path": _from(way, value["path"])} if "path" in value else value


def _from(way: str, path: Json) -> Json:
    return os.path.normpath(f"{way}/{path}").replace(os.sep, "/") if isinstance(path, str) else path


def paths_in(document: DocumentData) -> Iterator[str]:
    """Yield the paths of all files that a document names."""
    yield from document.get("catalogues", [])
    for steps in _HOLDERS:
        yield from _paths(cast("JsonObject", document), steps)


def _paths(value: Json, steps: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _paths(one, steps)
    elif isinstance(value, dict) and steps:
        yield from _paths(value.get(steps[0]), steps[1:])
    elif isinstance(value, dict) and isinstance(value.get("path"), str):
        yield str(value["path"])
