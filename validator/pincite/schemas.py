"""The published schemas: shipped with the package, or the repository's own beside its source."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

# os.path and not pathlib: every start comes here, and pathlib would add to it
_HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
_SHIPPED = os.path.join(_HERE, "schema")  # noqa: PTH118
_REPOSITORY = os.path.join(os.path.dirname(os.path.dirname(_HERE)), "schema")  # noqa: PTH118, PTH120
FOLDER = _SHIPPED if os.path.isdir(_SHIPPED) else _REPOSITORY  # noqa: PTH112
"""Where the schemas lie."""
_SUFFIX = ".schema.json"


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the schema *name* (``document``, ``report``, ``document.draft-07``); raises FileNotFoundError."""
    with open(path_of(name), "rb") as stream:  # noqa: PTH123
        loaded: dict[str, Any] = json.loads(stream.read())
    return loaded


def resolved(part: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a part of the schema *whole* says, or what it refers to."""
    while "$ref" in part:
        part = whole["$defs"][part["$ref"].removeprefix("#/$defs/")]
    return part


def path_of(name: str) -> str:
    """Return where the schema *name* lies."""
    return os.path.join(FOLDER, name + _SUFFIX)  # noqa: PTH118


def names() -> list[str]:
    """Return the names of all schemas there are."""
    return sorted(file.removesuffix(_SUFFIX) for file in os.listdir(FOLDER) if file.endswith(_SUFFIX))  # noqa: PTH208


@cache
def context() -> dict[str, Any]:
    """Return the JSON-LD context, which says what the members of an exported document mean; none may be changed in place."""
    with open(os.path.join(FOLDER, "context.jsonld"), "rb") as stream:  # noqa: PTH118, PTH123
        loaded: dict[str, Any] = json.loads(stream.read())["@context"]
    return loaded
