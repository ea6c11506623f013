"""How messages repeat names and values of a document."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pincite.model.json_value import pointer_steps
from pincite.structure.outline import kind_of

if TYPE_CHECKING:
    from pincite.model.json_value import Json

_SHOWN = 60
"""Code points of a value that a message repeats."""
_PLAIN = re.compile(r"[A-Za-z][\w ./-]*|[0-9]+")
"""Text that YAML reads as it stands, also inside ``{ … }``."""


def shown(value: Json) -> str:
    """Return a value short enough for a message: text and numbers as they are, anything else described."""
    plain = isinstance(value, (str, int, float)) and not isinstance(value, bool)
    return cut(str(value) if plain else described(value))


def described(value: Json) -> str:
    """Return what kind of value this is; a number or truth value itself."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"the number {cut(str(value))}"
    return {str: "text", list: "a list", dict: "a mapping"}[type(value)]


def as_written(value: str | int) -> str:
    """Return a value as YAML and JSON both write it: quoted where YAML would read something else."""
    text = cut(str(value))
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def flow(value: Json) -> str:
    """Return a value in one line of YAML, in braces and brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {flow(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, str) and not value.isdecimal():
        return as_written(value)
    return json.dumps(value, ensure_ascii=False)


def cut(text: str) -> str:
    """Return *text*, or the beginning of a long one with an ellipsis."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def member_of(pointer: str) -> str:
    """Return what a message calls the value at *pointer*: a member by its name, an item by its kind."""
    steps = pointer_steps(pointer)
    if not steps:
        return "the document"
    return kind_of(pointer) if steps[-1].isdecimal() else steps[-1]
