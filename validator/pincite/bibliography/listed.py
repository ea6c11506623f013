"""What is read from a bibliography."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from pincite.model.format import Source
    from pincite.model.json_value import JsonObject
    from pincite.model.rule import Rule


class Remark(NamedTuple):
    """Something to tell of a bibliography: the rule it falls under, the line it is about (from 1), and the message."""

    rule: Rule
    line: int
    message: str


class Listed(NamedTuple):
    """The sources of a bibliography in its order, works around others behind the first that stands in them; and remarks.

    ``lines`` has for each source the line (from 1) of the entry that it comes from; empty where that is not known.
    """

    sources: tuple[Source, ...]
    remarks: tuple[Remark, ...] = ()
    lines: tuple[int, ...] = ()


_FIRST = ("id", "type", "title")
_LAST = ("container", "copies", "note", "inferred")


def in_order(source: Source) -> Source:
    """Return a source with its members in the order in which people read them."""
    members = cast("JsonObject", source)
    middle = [name for name in members if name not in (*_FIRST, *_LAST)]
    return cast("Source", {name: members[name] for name in (*_FIRST, *middle, *_LAST) if name in members})


def shown(text: str) -> str:
    """Return a text of the file in quotation marks, cut to what a message can hold, without control characters."""
    cut = text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - about half a line
    return "'" + "".join(one if one.isprintable() else "�" for one in cut) + "'"
