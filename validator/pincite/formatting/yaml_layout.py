"""A tree in its canonical form as text: two columns for each level, short objects on one line, comments where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.formatting.yaml_scalars import (
    folded,
    keeps_line_ends,
    literal_body,
    literal_head,
    on_one_line,
    style_of,
)
from pincite.formatting.yaml_tree import Collection, Scalar
from pincite.reading.ignores import MARK
from pincite.yaml_style import WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.formatting.yaml_tree import Part, Tree

_UNIT = 2


def laid_out(tree: Tree) -> str:
    """Return the text of a tree whose outermost mapping is not empty, with LF line ends and one at its end."""
    layout = _Layout()
    layout.lines += tree.marker
    layout.remarks(tree.head, "")
    if isinstance(tree.root, Collection):
        layout.block(tree.root, 0, None)
    text = "\n".join(layout.lines)
    if tree.ending:
        return f"{text}\n{_closing(tree.ending)}"
    # without it a reader that is given more could not tell where the text ends, as PyYAML says
    return f"{text}\n...\n" if layout.kept else f"{text}\n"


def _closing(ending: str) -> str:
    """Return what stands from the marker of the document's end on, without white space at line ends."""
    lines: list[str] = []
    for line in ending.split("\n"):
        lines += [line.rstrip()] if line.strip() or (lines and lines[-1]) else []
    while not lines[-1]:
        lines.pop()
    return "\n".join([*lines, ""])


class _Layout:
    """The lines written so far; ``kept``: the last is of a text to which empty lines behind it would belong."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.kept = False

    def remarks(self, lines: Sequence[str], pad: str) -> None:
        """Write comments and empty lines, of these no two together."""
        for line in lines:
            if line:
                self.lines.append(pad + line)
                self.kept = False
            elif self.lines and self.lines[-1] and not self.kept:
                self.lines.append("")

    def block(self, collection: Collection, column: int, lead: str | None) -> None:
        """Write a collection with its keys or dashes at *column*; *lead* stands in the first line before it."""
        pad = " " * column
        for number, part in enumerate(collection.parts):
            before: Sequence[str] = part.before
            if number == 0 and (column or not self.lines):
                before = _from_comment(before)
            self.remarks(before, pad)
            prefix = lead if number == 0 and lead is not None else pad
            self._part(part, column, prefix + (_key(part.key) if part.key is not None else "-"))
        self.remarks(_to_comment(collection.tail), pad)

    def _part(self, part: Part, column: int, prefix: str) -> None:
        value = part.value
        inner = column + _UNIT
        if part.head or any(part.between):
            self._below(part, prefix, inner)
        elif isinstance(value, Scalar):
            self._scalar(value, part.end, prefix, inner)
        elif value.flow:
            self._flow(value, part.end, prefix, inner)
        elif part.key is not None:
            self._line(prefix)
            self.block(value, inner, None)
        else:
            self.block(value, inner, f"{prefix} ")

    def _below(self, part: Part, prefix: str, inner: int) -> None:
        """Write a value that stands below its key or dash, with comments between the two."""
        value = part.value
        self._line(f"{prefix} {part.head}" if part.head else prefix)
        pad = " " * inner
        self.remarks(part.between, pad)
        if isinstance(value, Scalar):
            self._scalar(value, part.end, " " * (inner - 1), inner)
        elif value.flow:
            self._flow(value, part.end, " " * (inner - 1), inner)
        else:
            self.block(value, inner, None)

    def _line(self, line: str) -> None:
        self.lines.append(line)
        self.kept = False

    def _scalar(self, value: Scalar, end: str, prefix: str, indent: int) -> None:
        """Write a plain value behind *prefix* and a space, and the comment at its end."""
        end = end or value.header
        behind = f" {end}" if end else ""
        if value.typed:
            self._line(f"{prefix} {value.text}{behind}")
        elif MARK not in end or style_of(value.text) == "|":
            self._text(value.text, behind, prefix, indent)
        else:  # the comment speaks of its line, where all of the value is to stand
            self._line(f"{prefix} {on_one_line(value.text)}{behind}")

    def _text(self, text: str, behind: str, prefix: str, indent: int) -> None:
        if style_of(text) == "|":
            self._line(f"{prefix} {literal_head(text)}{behind}")
            self.lines.append(literal_body(text, indent))
            self.kept = keeps_line_ends(text)
        else:
            self._line(f"{prefix} {folded(text, len(prefix) + 1, indent)}{behind}")

    def _flow(self, value: Collection, end: str, prefix: str, indent: int) -> None:
        """Write a collection between brackets behind *prefix* and a space."""
        behind = f" {end}" if end else ""
        written = _in_brackets(value)
        if len(prefix) + 1 + len(written) > WIDTH and MARK not in end:
            wrapped = _Wrapped(len(prefix) + 1)
            wrapped.collection(value, indent)
            written = "".join(wrapped.parts)
        self._line(f"{prefix} {written}{behind}")


def _from_comment(lines: Sequence[str]) -> Sequence[str]:
    """Return lines from the first comment on: nothing begins with an empty line."""
    return lines[next((number for number, line in enumerate(lines) if line), len(lines)) :]


def _to_comment(lines: Sequence[str]) -> Sequence[str]:
    return lines[: next((number for number in range(len(lines), 0, -1) if lines[number - 1]), 0)]


def _key(key: Scalar) -> str:
    return f"{on_one_line(key.text, key=True)}:"


def _in_brackets(value: Scalar | Collection) -> str:
    """Return a value on one line, as between brackets."""
    if isinstance(value, Scalar):
        return value.text if value.typed else on_one_line(value.text, flow=True)
    if not value.is_map:
        return f"[{', '.join([_in_brackets(part.value) for part in value.parts])}]"
    return f"{{{', '.join([_member(part) for part in value.parts])}}}"


def _member(part: Part) -> str:
    key = on_one_line(part.key.text, flow=True, key=True) if part.key is not None else ""
    return key if is_bare(part) else f"{key}: {_in_brackets(part.value)}"


def is_bare(part: Part) -> bool:
    """Return whether a member between brackets has neither colon nor value."""
    value = part.value
    return part.key is not None and isinstance(value, Scalar) and value.place == (part.key.place[1],) * 2


class _Wrapped:
    """A collection between brackets that is too long for one line: a line ends at the first comma behind the width."""

    def __init__(self, column: int) -> None:
        self.parts: list[str] = []
        self._column = column

    def collection(self, value: Collection, indent: int) -> None:
        """Write a collection whose further lines stand at *indent*."""
        self._write("{" if value.is_map else "[")
        for number, part in enumerate(value.parts):
            if number:
                self._write(",")
            if self._column > WIDTH:
                self._write(f"\n{' ' * indent}")
            elif number:
                self._write(" ")
            if part.key is not None:
                self._write(on_one_line(part.key.text, flow=True, key=True))
                if is_bare(part):
                    continue
                self._write(":")
            self._value(part.value, indent, led=part.key is not None)
        self._write("}" if value.is_map else "]")

    def _value(self, value: Scalar | Collection, indent: int, *, led: bool) -> None:
        if led:
            self._write(" ")
        if isinstance(value, Collection):
            self.collection(value, indent + _UNIT)
        elif value.typed:
            self._write(value.text)
        else:
            self._write(folded(value.text, self._column, indent + _UNIT, flow=True))

    def _write(self, text: str) -> None:
        self.parts.append(text)
        lines = text.rsplit("\n", 1)
        self._column = len(lines[-1]) + (self._column if len(lines) == 1 else 0)
