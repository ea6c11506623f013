"""Members and items that come into objects and lists between brackets, or go: JSON, and YAML's flow style.

What goes takes the comma with it that parts it from its neighbour. A comment behind a neighbour stays there; what a
comment stands in, behind or right above keeps it (EditingError).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.editing.comments import LOST
from pincite.editing.edits import Edit, EditingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Protocol

    from pincite.editing.comments import Comments, Valued
    from pincite.model.json_value import Json
    from pincite.reading.nodes import NodePlace

    class Scribe(Protocol):
        """Writes keys and values as one syntax has them."""

        def comma(self, colon: str | None) -> str:
            """Return what parts two members on one line."""

        def key(self, name: str, like: str) -> str:
            """Return a key, in the manner of another."""

        def colon(self, between: str | None) -> str:
            """Return what stands between a key and its value, in the manner of what stands there elsewhere."""

        def value(self, value: Json, colon: str, indent: str | None = None, like: str = "") -> str:
            """Return a value: on one line, or with *indent* on several."""


_SEPARATOR = re.compile(r"\s*,\s*")
_COMMA = re.compile(r"\s*,")
_LINE_END = re.compile(r"[ \t]*,?[ \t]*(?=[\r\n]|\Z)")
_COLON = re.compile(r"[ \t]*:")
_INDENT = re.compile(r"(?:.*[\r\n])?([ \t]*)", re.DOTALL)


class _Manner(NamedTuple):
    """How a collection is laid out: what parts its members, what stands behind their keys, and their indentation.

    ``indent`` is None where its members stand on one line, and where the collections in it do.
    """

    separator: str
    colon: str
    indent: str | None


def members_added(
    text: str, node: NodePlace, children: Sequence[NodePlace], added: Mapping[str, Json], scribe: Scribe
) -> Edit:
    """Return the edit that adds members to the end of the object at *node*."""
    manner = _manner(text, node, children, scribe)
    like = text[slice(*children[-1].key)] if children and children[-1].key else '"'
    like = like if children else ""
    parts = [
        f"{scribe.key(name, like)}{manner.colon}{scribe.value(value, manner.colon, manner.indent)}"
        for name, value in added.items()
    ]
    return _behind(text, node, children, parts, manner)


def items_added(
    text: str, node: NodePlace, children: Sequence[NodePlace], added: Sequence[Json], scribe: Scribe
) -> Edit:
    """Return the edit that adds items to the end of the list at *node*."""
    manner = _manner(text, node, children, scribe)
    colon = scribe.colon(text[node.key[1] : node.start] if node.key else None)
    return _behind(text, node, children, [scribe.value(one, colon, manner.indent) for one in added], manner)


def run_removed(text: str, parts: Sequence[Valued], first: int, last: int, comments: Comments) -> list[Edit]:
    """Return the edits that take members or items away that follow one another, and are not all; raises EditingError."""
    begin, stop = part_begin(parts[first][0]), part_end(text, parts[last][0])
    before = part_end(text, parts[first - 1][0]) if first else None
    behind = part_begin(parts[last + 1][0]) if last + 1 < len(parts) else None
    line = comments.lines.begin(begin)
    begins_line = line > 0 and not text[line:begin].strip()
    if begins_line:
        comments.refuse_straying(line, before or 0)
    if behind is not None and (before is None or begins_line):
        cut = (begin, behind)
    else:
        cut = (begin if before is None else before, stop)
    inside = parts[first : last + 1]
    if not comments.between(*cut, inside):
        return [Edit(*cut, "")]
    # the comments that stand there stay, where it stands on lines of its own
    own, above = _LINE_END.match(text, stop), comments.lines.above(line)
    if not begins_line or own is None or above is None or comments.between(begin, stop, inside):
        raise EditingError(LOST)
    edits = [Edit(above[1], own.end(), "")]
    if behind is None and before is not None and "," not in own[0]:
        comma = _COMMA.match(text, before)
        if comma is None:
            raise EditingError(LOST)
        edits.append(Edit(before, comma.end(), ""))
    return edits


def part_begin(child: NodePlace) -> int:
    """Return where a member or item begins."""
    return (child.key or child)[0]


def part_end(text: str, child: NodePlace) -> int:
    """Return where a member or item ends: behind its colon, where it has a key and nothing else."""
    if child.key is None or child.start < child.end:
        return child.end
    colon = _COLON.match(text, child.key[1])
    return max(child.end, colon.end() if colon else child.key[1])


def indent_for(text: str, child: NodePlace, children: Sequence[NodePlace]) -> str | None:
    """Return the indentation for a collection that comes to stand at *child*, None where it is to be on one line."""
    if any(_on_one_line(text, one) for one in children if one is not child):
        return None
    start = (child.key or child)[0]
    line = text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start]
    return line if line.strip() == "" and ("\n" in text[:start] or "\r" in text[:start]) else None


def _behind(
    text: str, node: NodePlace, children: Sequence[NodePlace], parts: Sequence[str], manner: _Manner
) -> Edit:
    """Return the edit that puts members or items behind the last one, which keeps a comment that follows it."""
    if children:
        at = children[-1].end
        return Edit(at, at, "".join(manner.separator + part for part in parts))
    inside = text[node.start + 1 : node.end - 1]
    return Edit(
        node.start + 1, node.end - 1 if not inside.strip() else node.start + 1, manner.separator.join(parts)
    )


def _manner(text: str, node: NodePlace, children: Sequence[NodePlace], scribe: Scribe) -> _Manner:
    last = children[-1] if children else None
    between = text[last.key[1] : last.start] if last and last.key else None
    colon = scribe.colon(between)
    separator = _separator(text, node, children, scribe.comma(between))
    inline = any(_on_one_line(text, one) for one in children)
    broken = "\n" in separator or "\r" in separator
    indent = _INDENT.fullmatch(separator)
    return _Manner(separator, colon, indent[1] if broken and indent and not inline else None)


def _separator(text: str, node: NodePlace, children: Sequence[NodePlace], comma: str) -> str:
    """Return what is to stand before a new member: what stands before the last one."""
    if not children:
        return comma
    last = children[-1]
    start = (last.key or last)[0]
    before = text[(children[-2].end if len(children) > 1 else node.start + 1) : start]
    if len(children) > 1 and _SEPARATOR.fullmatch(before):
        return before
    line = _INDENT.fullmatch(before)
    if ("\n" in before or "\r" in before) and line:
        eol = "\r\n" if "\r\n" in before else "\n" if "\n" in before else "\r"
        return f",{eol}{line[1]}"
    return comma


def _on_one_line(text: str, node: NodePlace) -> bool:
    """Return whether a value is a collection that is not empty and stands on one line."""
    if text[node.start : node.start + 1] not in {"{", "["} or node.end - node.start <= 2:  # noqa: PLR2004 - both brackets
        return False
    return text.find("\n", node.start, node.end) < 0 and text.find("\r", node.start, node.end) < 0
