"""A document as YAML for people: block style, small objects on one line, the text as it is printed.

PyYAML writes; this module only chooses styles. What no plain style can hold without loss (control characters,
line separators) PyYAML puts into double quotation marks with escapes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import yaml

from pincite.yaml_style import BREAKS, LITERAL, MARKS, NUMBER, SMALL, WIDTH

if TYPE_CHECKING:
    from pincite.model.carried import Carried
    from pincite.model.json_value import Json, JsonObject
    from pincite.model.losses import Declared

DECLARED: tuple[Declared, ...] = ()

_BREAK = re.compile(f"[{BREAKS}]")


def write(carried: Carried) -> str:
    """Return the document as one YAML text."""
    return as_yaml(cast("JsonObject", carried.data))


def as_yaml(data: JsonObject) -> str:
    """Return the data of a document, or of a part of it, as one YAML text."""
    written: str = yaml.dump(
        data,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=WIDTH,
        default_flow_style=False,
    )
    return written


class _Dumper(yaml.SafeDumper):
    """PyYAML's dumper without aliases, with indented lists and literal blocks for running text."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the format has none
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, False)  # noqa: FBT003 - PyYAML's own signature

    def analyze_scalar(self, scalar: str) -> yaml.emitter.ScalarAnalysis:
        if "\n" not in scalar or not LITERAL.fullmatch(scalar):
            return super().analyze_scalar(scalar)
        # PyYAML looks at every character, and refuses white space before line ends, which YAML allows
        return yaml.emitter.ScalarAnalysis(
            scalar=scalar,
            empty=False,
            multiline=True,
            allow_flow_plain=False,
            allow_block_plain=False,
            allow_single_quoted=False,
            allow_double_quoted=True,
            allow_block=True,
        )

    def write_literal(self, text: str) -> None:
        """Write a literal block line by line, where PyYAML goes character by character."""
        hints = self.determine_block_hints(text)
        self.write_indicator("|" + hints, need_whitespace=True)
        self.open_ended = self.open_ended or hints.endswith("+")
        self.write_line_break()
        pad = " " * (self.indent or 0)
        lines = text.removesuffix("\n").split("\n")
        self.stream.write("".join(f"{pad}{line}\n" if line else "\n" for line in lines))
        self.line += len(lines)

    def choose_scalar_style(self) -> str:
        """Prefer double quotation marks, as in the format's documentation, where some are needed."""
        style: str = super().choose_scalar_style()
        plain = self.event.value if isinstance(self.event, yaml.ScalarEvent) else ""
        if style == "'" and (('"' not in plain and "\\" not in plain) or _BREAK.search(plain)):
            return '"'  # also for line breaks that only YAML knows: single marks would fold them
        return style


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value and LITERAL.fullmatch(value) else None
    if NUMBER.fullmatch(value):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _mapping(dumper: _Dumper, value: dict[str, Json]) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=_is_small(value))


def _list(dumper: _Dumper, value: list[Json]) -> yaml.SequenceNode:
    small = bool(value) and all(isinstance(item, str) for item in value) and _is_small({"": value})
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=small or not value)


def _is_small(value: dict[str, Json]) -> bool:
    """Return whether an object is short and holds nothing but short plain values."""
    length = 0
    for name, inner in value.items():
        items = inner if isinstance(inner, list) else [inner]
        if any(isinstance(item, (dict, list)) or (isinstance(item, str) and "\n" in item) for item in items):
            return False
        length += len(name) + sum(len(str(item)) + MARKS for item in items)
    return length <= SMALL


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(list, _list)
