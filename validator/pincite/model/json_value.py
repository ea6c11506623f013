"""The types of plain JSON data, and the one way to name a place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
    JsonObject: TypeAlias = dict[str, Json]


def pointer_to(parent: str, step: str | int) -> str:
    """Return the JSON Pointer (RFC 6901) of a member or item of the value at *parent*."""
    if isinstance(step, int):
        return f"{parent}/{step}"
    return f"{parent}/" + step.replace("~", "~0").replace("/", "~1")


def pointer_steps(pointer: str) -> list[str]:
    """Return the unescaped steps of a JSON Pointer; the empty pointer has none."""
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def value_at(data: Json, pointer: str) -> Json:
    """Return the value at *pointer*, or None where the pointer leads nowhere."""
    for step in pointer_steps(pointer):
        if isinstance(data, dict) and step in data:
            data = data[step]
        elif isinstance(data, list) and step.isdecimal() and int(step) < len(data):
            data = data[int(step)]
        else:
            return None
    return data
