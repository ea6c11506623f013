"""The types of plain JSON data, and the one way to name a place in it."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import TypeAlias

    Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
    JsonObject: TypeAlias = dict[str, Json]


class Missing:
    """What stands for no value; null is one."""


_MISSING: Final = Missing()


def pointer_to(parent: str, step: str | int) -> str:
    """Return the JSON Pointer (RFC 6901) of a member or item of the value at *parent*."""
    if isinstance(step, int):
        return f"{parent}/{step}"
    return f"{parent}/" + step.replace("~", "~0").replace("/", "~1")


def pointer_steps(pointer: str) -> list[str]:
    """Return the unescaped steps of a JSON Pointer; the empty pointer has none."""
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def pointers_around(pointer: str) -> list[str]:
    """Return the pointers of all that is around the value at *pointer*, the whole first."""
    return list(accumulate(pointer.split("/")[:-1], lambda outer, step: f"{outer}/{step}"))


def pointers_to(pointer: str) -> list[str]:
    """Return the pointers of all that is around the value at *pointer*, the whole first, and its own."""
    return [*pointers_around(pointer), pointer]


def value_at(data: Json, pointer: str) -> Json:
    """Return the value at *pointer*, or None where the pointer leads nowhere."""
    found = found_at(data, pointer)
    return None if isinstance(found, Missing) else found


def found_at(data: Json, pointer: str) -> Json | Missing:
    """Return the value at *pointer*, an instance of ``Missing`` where the pointer leads nowhere."""
    for step in pointer_steps(pointer):
        if isinstance(data, dict) and step in data:
            data = data[step]
        elif isinstance(data, list) and step.isdecimal() and int(step) < len(data):
            data = data[int(step)]
        else:
            return _MISSING
    return data
