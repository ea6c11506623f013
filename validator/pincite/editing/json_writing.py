"""Values as JSON, in the manner of the text that they come into."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.json_value import Json

_FIRST = re.compile(r"\s*[{\[][ \t]*(?:\r\n|\r|\n)([ \t]+)")
_COLON = re.compile(r"[ \t]*:[ \t]*")


class JsonScribe:
    """Writes as a text does: compact or indented, its characters or their escapes."""

    def __init__(self, text: str, eol: str) -> None:
        indent = _FIRST.match(text)
        self._unit = indent[1] if indent else "  "
        self._eol = eol
        self._ascii = text.isascii() and "\\u" in text

    def comma(self, colon: str | None) -> str:
        """Return what parts two members, by what stands around the *colon* of one that is there."""
        return "," if colon == ":" else ", "

    def key(self, name: str, like: str) -> str:  # noqa: ARG002 - YAML has several ways to write one
        """Return a key."""
        return self._dumped(name)

    def colon(self, between: str | None) -> str:
        """Return what stands between a key and its value, as between one that is there and its own."""
        return between if between and _COLON.fullmatch(between) else ": "

    def value(self, value: Json, colon: str, indent: str | None = None, like: str = "") -> str:  # noqa: ARG002 - as above
        """Return a value on one line; with *indent*, that of the line it begins on, what is in it on lines of its own."""
        if not isinstance(value, (dict, list)) or not value:
            return self._dumped(value)
        inner = None if indent is None else indent + self._unit
        if isinstance(value, dict):
            items = [
                f"{self._dumped(name)}{colon}{self.value(one, colon, inner)}" for name, one in value.items()
            ]
            opening, closing = "{}"
        else:
            items = [self.value(one, colon, inner) for one in value]
            opening, closing = "[]"
        if inner is None:
            return opening + self.comma(colon).join(items) + closing
        return f"{opening}{self._eol}{inner}{f',{self._eol}{inner}'.join(items)}{self._eol}{indent}{closing}"

    def _dumped(self, value: Json) -> str:
        return json.dumps(value, ensure_ascii=self._ascii)
