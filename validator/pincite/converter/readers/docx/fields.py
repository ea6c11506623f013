"""Fields: instructions to the word processor, and the results that it has put into the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pincite.converter.readers.docx.markup import attribute

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from pincite.converter.readers.docx.draft import Draft
    from pincite.converter.readers.docx.walk import Walk

_MAX_CODE = 10_000
"""Characters of an instruction that are read."""
_WORD = re.compile(r'"([^"]*)"|(\\[a-zA-Z*#@!])|([^\s"\\]+)')


@dataclass
class Field:
    """A field that has begun: its instruction, and from where in which paragraph its result stands."""

    draft: Draft | None
    start: int
    pictures: int = 0
    separated: bool = False
    code: str = ""

    def instruct(self, code: str) -> None:
        """Add to the instruction, as far as instructions are read."""
        if len(self.code) < _MAX_CODE:
            self.code += code[:_MAX_CODE]

    @cached_property
    def target(self) -> str | None:
        """Return where the result leads; asked for when the instruction has ended."""
        return link_target(self.code)


def link_target(instruction: str) -> str | None:
    """Return where the result of a HYPERLINK field leads, None for other fields and for places in the document."""
    name, arguments = _parsed(instruction, "lot")
    if name != "HYPERLINK" or not arguments.get(""):
        return None
    place = arguments.get("l")
    return arguments[""] + (f"#{place}" if place and "#" not in arguments[""] else "")


def picture_target(instruction: str) -> str | None:
    """Return the picture that an INCLUDEPICTURE field is for, None for other fields."""
    name, arguments = _parsed(instruction, "c")
    return arguments.get("") or None if name == "INCLUDEPICTURE" else None


def _parsed(instruction: str, with_values: str) -> tuple[str, dict[str, str]]:
    """Return a field's name, and its arguments by the letters of their switches; "" is the one without.

    The switches *with_values* are followed by their values.
    """
    found: dict[str, str] = {}
    name, switch = "", ""
    for match in _WORD.finditer(instruction):
        if match[2]:
            switch = match[2][1:].lower()
            switch = switch if switch in with_values else ""
        else:
            word = match[1] if match[1] is not None else match[3]
            if not name:
                name = word.upper()
            else:
                found.setdefault(switch, word.replace("\\\\", "\\"))
                switch = ""
    return name, found


def _hyperlink(walk: Walk, element: _Element, depth: int) -> None:
    """Take down text that leads out of the document; a place in it is no target."""
    start = walk.scribe.at
    walk.inside(element, depth)
    relationship = walk.relationships.get(attribute(element, "r:id") or "")
    if relationship and relationship.external and relationship.target:
        place = attribute(element, "w:anchor")
        further = f"#{place}" if place and "#" not in relationship.target else ""
        walk.scribe.link(start, relationship.target + further)


def _simple_field(walk: Walk, element: _Element, depth: int) -> None:
    walk.scribe.begin_field()
    walk.scribe.instruct(attribute(element, "w:instr") or "")
    walk.scribe.separate_field()
    walk.inside(element, depth)
    walk.scribe.end_field()


def _character(walk: Walk, element: _Element, depth: int) -> None:  # noqa: ARG001 - as all handlers
    kind = attribute(element, "w:fldCharType")
    if kind == "begin":
        walk.scribe.begin_field()
    elif kind == "separate":
        walk.scribe.separate_field()
    elif kind == "end":
        walk.scribe.end_field()


def _instruction(walk: Walk, element: _Element, depth: int) -> None:  # noqa: ARG001 - as all handlers
    walk.scribe.instruct(element.text or "")


HANDLERS: dict[str, Callable[[Walk, _Element, int], None]] = {
    "w:hyperlink": _hyperlink,
    "w:fldSimple": _simple_field,
    "w:fldChar": _character,
    "w:instrText": _instruction,
}
"""How elements are taken down, by their names."""
