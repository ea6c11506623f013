"""JSON in its canonical form: members in order, two columns for each level, or all on one line; numbers as they are written."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.member_order import Shape

_UNIT = "  "


class _Number(str):
    """A number as it is written."""

    __slots__ = ()


class _Members:
    """The members of an object, equal keys among them."""

    __slots__ = ("pairs",)

    def __init__(self, pairs: list[tuple[str, _Value]]) -> None:
        self.pairs = pairs


_Value: TypeAlias = "_Members | list[_Value] | _Number | str | bool | None"


def indented(text: str, shape: Shape) -> str:
    """Return a readable JSON text in its canonical form, with a final line end."""
    return f"{_indented(_read(text), shape, '')}\n"


def compact(text: str, shape: Shape) -> str:
    """Return a readable JSON text in its canonical order on one line, without a line end."""
    return _compact(_read(text), shape)


def _read(text: str) -> _Value:
    value: _Value = json.loads(text, object_pairs_hook=_Members, parse_int=_Number, parse_float=_Number)
    return value


def _ordered(members: _Members, shape: Shape) -> tuple[Sequence[tuple[str, _Value]], Shape]:
    if not shape.ranks:
        return members.pairs, shape.of_keyed()
    return shape.ordered((member[0], member) for member in members.pairs), shape


def _indented(value: _Value, shape: Shape, pad: str) -> str:
    inner = pad + _UNIT
    if isinstance(value, _Members):
        members, shape = _ordered(value, shape)
        lines = [
            f"{encode_basestring(name)}: {_indented(one, shape.of_member(name), inner)}"
            for name, one in members
        ]
    elif isinstance(value, list):
        of_item = shape.of_item()
        lines = [_indented(one, of_item, inner) for one in value]
    else:
        return _scalar(value)
    opening, closing = "{}" if isinstance(value, _Members) else "[]"
    if not lines:
        return opening + closing
    parted = f",\n{inner}".join(lines)
    return f"{opening}\n{inner}{parted}\n{pad}{closing}"


def _compact(value: _Value, shape: Shape) -> str:
    if isinstance(value, _Members):
        members, shape = _ordered(value, shape)
        parts = [f"{encode_basestring(name)}:{_compact(one, shape.of_member(name))}" for name, one in members]
        return f"{{{','.join(parts)}}}"
    if isinstance(value, list):
        of_item = shape.of_item()
        return f"[{','.join([_compact(one, of_item) for one in value])}]"
    return _scalar(value)


def _scalar(value: _Number | str | bool | None) -> str:  # noqa: FBT001 - a value, not an option
    if isinstance(value, _Number):
        return value
    return encode_basestring(value) if isinstance(value, str) else json.dumps(value)
