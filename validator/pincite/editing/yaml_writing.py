"""Values as YAML: on one line, or as a block with lines of its own."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pincite.editing.yaml_plain import is_plain
from pincite.yaml_style import WIDTH

if TYPE_CHECKING:
    from pincite.model.json_value import Json

_PLAIN_BEFORE = re.compile(r"[^\W\d_](?:[^\s:#]|:(?=\S)|(?<=\S)#| +(?=[^\s#]))*")
"""Text that may stand where text of the same kind stood without quotation marks; ``_OF_BLOCKS``: not inside brackets."""
_OF_BLOCKS = frozenset(",[]{}")
_UNPRINTABLE = re.compile("[\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]")


class YamlScribe:
    """Writes values on one line, as between brackets."""

    def comma(self, colon: str | None) -> str:  # noqa: ARG002 - JSON may be compact
        """Return what parts two members."""
        return ", "

    def key(self, name: str, like: str) -> str:
        """Return a key, in quotation marks where *like*, another key as it is written, has them."""
        return scalar(name, like if like[:1] in {'"', "'"} else "")

    def colon(self, between: str | None) -> str:  # noqa: ARG002 - as above
        """Return what stands between a key and its value."""
        return ": "

    def value(self, value: Json, colon: str = ": ", indent: str | None = None, like: str = "") -> str:  # noqa: ARG002 - as above
        """Return a value on one line; a scalar in the quotation marks of *like*, another as it is written."""
        if isinstance(value, dict):
            return "{" + ", ".join(f"{scalar(name)}: {self.value(one)}" for name, one in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join([self.value(one) for one in value]) + "]"
        return scalar(value, like)


def scalar(value: Json, like: str = "", *, flow: bool = True) -> str:
    """Return a plain value: text without quotation marks where all readers take it for text.

    *like* is the value that it takes the place of, or another one, as it is written: quotation marks are used, or left
    away, as there. *flow*: it stands between brackets, where fewer texts can do without them.
    """
    if not isinstance(value, str):
        return json.dumps(value)
    marks = like[:1]
    if marks == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    plain = is_plain(value, flow=flow) or (is_plain(value, flow=False) and _as_plain_as(like, value))
    if plain and marks != '"':
        return value
    return _UNPRINTABLE.sub(_escape, json.dumps(value, ensure_ascii=False))


def _as_plain_as(like: str, value: str) -> bool:
    """Return whether a text can do without quotation marks where one that is written so can."""
    both = _PLAIN_BEFORE.fullmatch(like) and _PLAIN_BEFORE.fullmatch(value)
    return bool(both) and (_OF_BLOCKS.isdisjoint(value) or not _OF_BLOCKS.isdisjoint(like))


def block_value(value: Json, like: str = "") -> str:
    """Return a value on one line that no brackets stand around, in the manner of ``scalar``."""
    if isinstance(value, (dict, list)):
        return YamlScribe().value(value)
    return scalar(value, like, flow=False)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


class Blocks:
    """Writes members and items as lines of their own; *unit* is by how much inner ones are indented.

    ``indentless``: the items of a list stand as far left as its key.
    """

    def __init__(self, unit: int, *, indentless: bool) -> None:
        self._unit = unit
        self._indentless = indentless
        self._flow = YamlScribe()

    def member(self, name: str, value: Json, column: int, like: str = "") -> list[str]:
        """Return the lines of a member whose key stands *column* code points from the left."""
        pad, key = " " * column, self._flow.key(name, like)
        if self._fits(value, column + len(key)):
            return [f"{pad}{key}: {block_value(value)}"]
        inner = column if isinstance(value, list) and self._indentless else column + self._unit
        return [f"{pad}{key}:", *self.block(value, inner)]

    def item(self, value: Json, column: int, gap: str = " ", *, on_one_line: bool | None = None) -> list[str]:
        """Return the lines of an item whose dash stands at *column*, with *gap* behind it.

        *on_one_line* says whether an object is to stand on one line, None for one that is short.
        """
        pad = " " * column
        is_object = isinstance(value, dict) and bool(value)
        if on_one_line if is_object and on_one_line is not None else self._fits(value, column):
            return [f"{pad}-{gap}{block_value(value)}"]
        inner = column + 1 + len(gap)
        first, *rest = self.block(value, inner)
        return [f"{pad}-{gap}{first[inner:]}", *rest]

    def block(self, value: Json, column: int) -> list[str]:
        """Return the lines of a collection that is not empty, at *column*."""
        if isinstance(value, dict):
            return [line for name, one in value.items() for line in self.member(name, one, column)]
        items = value if isinstance(value, list) else []
        return [line for one in items for line in self.item(one, column)]

    def _fits(self, value: Json, column: int) -> bool:
        """Return whether a value is to stand on one line: short, with no objects in it."""
        if not isinstance(value, (dict, list)) or not value:
            return True
        if isinstance(value, dict):
            deep = any(isinstance(one, dict) or _holds_collections(one) for one in value.values())
        else:
            deep = _holds_collections(value)
        return not deep and column + len(self._flow.value(value)) <= WIDTH


def _holds_collections(value: Json) -> bool:
    return isinstance(value, list) and any(isinstance(one, (dict, list)) for one in value)
