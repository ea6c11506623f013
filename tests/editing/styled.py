"""One document written as YAML in any style a person may have: drawn, and read back by the reader itself."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from pincite.model.json_value import Json

_PLAIN = re.compile(r"[a-zA-Zé][\w./é ]*[\wé]")
_WORDS = {"null", "true", "false"}
COMMENTS = ["", "", "", "  # a note", " # 'é' {", "   #x: y"]

NAMES = st.sampled_from(["id", "path", "copies", "b c", "é", "0", "a/b", "m~n", "text", "- x", "#"])
WORDS = st.one_of(
    st.sampled_from(
        ["tide", "1.0", "no", "", "a: b", "x #y", "it's", 'say "so"', "é 😀", "two words", "{", "~"]
    ),
    st.sampled_from(["line one\nline two\n", "one\n\ntwo", "one\n\n\n", " led\n", "\n", "tail \nx\n"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
)
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-99, 9999), st.sampled_from([1.5, -2e-9, 1e16]), WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=14,
)
DOCUMENTS = st.dictionaries(NAMES, VALUES, min_size=1, max_size=5)


def escaped(text: str) -> str:
    """Return text between double marks; YAML has no escape for what JSON writes as two halves."""
    return '"' + "".join(one if one > "\uffff" else json.dumps(one)[1:-1] for one in text) + '"'


class Style:
    """Draws one style for each thing it writes."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._unit = draw(st.integers(2, 4))
        self._indentless = draw(st.booleans())
        self._comments = draw(st.booleans())

    def document(self, data: dict[str, Json]) -> str:
        flow = self._draw(st.integers(0, 9)) == 0
        text = self._flow(data, 1) if flow else "\n".join(self._block(data, 0))
        head = self._draw(st.sampled_from(["", "", "# first\n", "---\n", "\n"]))
        tail = self._draw(st.sampled_from(["\n", "\n", "", "\n\n", "\n# last", "\n...\n"]))
        text = head + text + tail
        if self._draw(st.booleans()):
            text = text.replace("\n", "\r\n")
        return self._draw(st.sampled_from(["", "", "\ufeff"])) + text

    def _one_of(self, *choices: str) -> str:
        return self._draw(st.sampled_from(choices))

    def _comment(self) -> str:
        return self._draw(st.sampled_from(COMMENTS)) if self._comments else ""

    def _key(self, name: str) -> str:
        plain = _PLAIN.fullmatch(name) is not None
        return self._one_of(*([name, name] if plain else []), escaped(name))

    def _scalar(self, value: Json, *, flow: bool) -> str:
        if not isinstance(value, str):
            return self._one_of("null", "~") if value is None else json.dumps(value)
        choices = [escaped(value)]
        if _PLAIN.fullmatch(value) and value not in _WORDS and "  " not in value:
            choices.append(value)
        if value.isprintable() and not flow:
            choices.append("'" + value.replace("'", "''") + "'")
        return self._one_of(*choices)

    def _flow(self, value: Json, column: int) -> str:
        if not isinstance(value, (dict, list)):
            return self._scalar(value, flow=True)
        broken = self._draw(st.integers(0, 4)) == 0
        gap = "\n" + " " * (column + self._unit) if broken else self._one_of("", " ")
        inner = column + self._unit if broken else column
        if isinstance(value, dict):
            parts = [self._member(name, one, inner) for name, one in value.items()]
        else:
            parts = [self._flow(one, inner) for one in value]
        last = self._one_of("", "", ",") if parts else ""
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        inside = ""
        for number, part in enumerate(parts):
            inside += part if number == 0 else self._comma(gap if broken else " ") + part
        note = self._comment() if broken else ""
        return opening + gap + inside + last + ((note + "\n" + " " * column) if broken else gap) + closing

    def _comma(self, gap: str) -> str:
        """Return what parts two members between brackets, with comments where it breaks the line."""
        if "\n" not in gap or not self._comments:
            return "," + gap
        above = self._one_of("", "", f"{gap}# above", "\n")
        return self._one_of(",", ",", f",{self._comment()}", f"{self._comment()}{gap},") + above + gap

    def _member(self, name: str, value: Json, column: int) -> str:
        key = self._key(name)
        if value is None and self._draw(st.booleans()):
            return self._one_of(key, f"{key}: ") if not key.startswith('"') else f"{key}: "
        return f"{key}: {self._flow(value, column)}"

    def _block(self, value: Json, column: int) -> list[str]:
        lines: list[str] = []
        pad = " " * column
        if isinstance(value, dict):
            for name, one in value.items():
                lines += self._before(pad)
                lines += self._valued(f"{pad}{self._key(name)}:", one, column, is_key=True)
        elif isinstance(value, list):
            for one in value:
                lines += self._before(pad)
                lines += self._valued(f"{pad}-", one, column, is_key=False)
        return lines

    def _before(self, pad: str) -> list[str]:
        if not self._comments:
            return []
        return [
            line
            for line in [self._one_of("", "", f"{pad}# - x: y", " ", f"{pad}  # deep", "# far left", " " * 9)]
            if line
        ]

    def _valued(self, head: str, value: Json, column: int, *, is_key: bool) -> list[str]:  # noqa: PLR0911 - one for each style
        if isinstance(value, (dict, list)) and value and self._draw(st.integers(0, 2)):
            if not is_key:
                gap = self._one_of(" ", "  ")
                inner = column + 1 + len(gap)
                lines = [
                    line for line in self._block(value, inner) if line.strip()[:1] != "#" and line.strip()
                ]
                return [head + gap + lines[0][inner:], *lines[1:]]
            below = column if isinstance(value, list) and self._indentless else column + self._unit
            return [head + self._comment(), *self._block(value, below)]
        if value is None and self._draw(st.booleans()):
            return [head + self._comment()]
        if isinstance(value, str) and re.fullmatch(r"([a-z][a-z ]*\n)+", value) and self._draw(st.booleans()):
            pad = " " * (column + self._unit)
            return [
                f"{head} |{self._comment()}",
                *[pad + line for line in value.removesuffix("\n").split("\n")],
            ]
        if (
            isinstance(value, str)
            and re.fullmatch(r"([a-z][a-z ]*\n)*[a-z][a-z ]*", value)
            and self._draw(st.booleans())
        ):
            pad = " " * (column + self._unit)
            return [f"{head} |-", *[pad + line for line in value.split("\n")]]
        if (
            isinstance(value, str)
            and value in {"one\n\n\n", "line one\nline two\n"}
            and self._draw(st.booleans())
        ):
            pad = " " * (column + self._unit)
            return [
                f"{head} {self._one_of('|', '>')}+",
                *[pad + line if line else "" for line in value[:-1].split("\n")],
            ]
        return [f"{head} {self._flow(value, column + 1)}{self._comment()}"]
