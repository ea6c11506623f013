"""Segments of a question: whether they have the shape that the schema gives them."""

from __future__ import annotations

import json
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.schemas import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pincite.model.json_value import Json

_OTHER_NAMES = {
    "quote": "text", "quotation": "text", "words": "text", "content": "text",
    "file": "source", "path": "source", "copy": "source", "in": "source",
    "lang": "language", "pages": "page", "kind": "type",
}  # fmt: skip
"""What members are called elsewhere."""
_SHOWN = 40
"""Code points that are shown of a value that is wrong."""


class _Shape(NamedTuple):
    """What a segment may have: each member with the values it may take (None: any text), and what each type needs."""

    members: Mapping[str, tuple[str, ...] | None]
    needed: Mapping[str, tuple[str, ...]]


def fault_of_segments(segments: Json) -> str:
    """Return the first thing that is wrong with a question's segments, naming the member; empty where nothing is."""
    if segments is None:
        return ""
    if not isinstance(segments, list):
        return "'segments' must be a list"
    return next((fault for number, one in enumerate(segments, 1) for fault in _faults(one, number)), "")


def meant(name: str, known: Iterable[str]) -> str:
    """Return the question whether another member was meant, as the rest of a sentence; empty where none is like it."""
    names = list(known)
    other = _OTHER_NAMES.get(name.casefold())
    near = [other] if other in names else get_close_matches(name.casefold(), names, n=1)
    return f", did you mean '{near[0]}'?" if near else ""


def shown_value(value: Json) -> str:
    """Return a value that is wrong in few words: a list or an object may be as deep as its author likes."""
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    whole = json.dumps(value, ensure_ascii=False)
    return whole if len(whole) <= _SHOWN else f"{whole[:_SHOWN]}…"


def _faults(segment: Json, number: int) -> Iterator[str]:
    at, shape = f"segment {number}", _shape()
    if not isinstance(segment, dict):
        yield f"{at} must be an object with 'type', not {shown_value(segment)}"
        return
    if "type" not in segment:
        yield f"{at}: 'type' is missing"
    for name, value in segment.items():
        if name not in shape.members:
            yield f"{at}: nobody reads the member '{name[:_SHOWN]}'{meant(name, shape.members)}"
            continue
        values = shape.members[name]
        if not isinstance(value, str):
            yield f"{at}: '{name}' must be text, not {shown_value(value)}"
        elif values is not None and value not in values:
            yield f"{at}: '{name}' must be one of {', '.join(values)}, not {shown_value(value)}"
    kind = segment.get("type")
    for name in shape.needed.get(kind, ()) if isinstance(kind, str) else ():
        if name not in segment:
            yield f"{at}: '{name}' is missing, which type '{kind}' needs"


@cache
def _shape() -> _Shape:
    """Return the shape as the schema has it."""
    segment = schema("document")["$defs"]["segment"]
    members = {
        name: tuple(about["enum"]) if "enum" in about else None
        for name, about in segment["properties"].items()
    }
    needed: dict[str, tuple[str, ...]] = {}
    for one in segment["allOf"]:
        of = one["if"]["properties"]["type"]
        for kind in of.get("enum") or [of["const"]]:
            needed[kind] = (*needed.get(kind, ()), *one["then"]["required"])
    return _Shape(members, needed)
