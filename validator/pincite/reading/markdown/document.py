"""One annotated article becomes a raw document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.document import plain_text
from pincite.reading.fault import Fault, UnreadableError, note_repeated
from pincite.reading.files import RawDocument, finding_of, lines_of_bytes
from pincite.reading.ignores import MARK, ignores_in_markdown, ignores_in_yaml
from pincite.reading.kept import Kept, is_kept
from pincite.reading.lines import Lines
from pincite.reading.markdown.amount import assert_bounded
from pincite.reading.markdown.body import Body
from pincite.reading.markdown.front_matter import split
from pincite.reading.markdown.merged import KINDS, Merged
from pincite.reading.markdown.positions import MarkdownPositions
from pincite.reading.opening import capped, decoded
from pincite.reading.positions import Positions
from pincite.reading.rules import key_duplicate, limit_exceeded, syntax_invalid
from pincite.reading.yaml_places import YamlNodes
from pincite.reading.yaml_syntax import YamlText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.finding import Finding
    from pincite.model.json_value import JsonObject

_MOST_FAULTS = 100
"""Faults of annotation syntax that are told."""


_YAML = Kept(YamlText, 2)
_NODES = Kept(YamlNodes, 2)
"""The front matter stays as it is while the text below is written."""


class _Bodies:
    """The body that was read last, where anything is kept: it stays as it is while the front matter is written."""

    def __init__(self) -> None:
        self._last: tuple[str, frozenset[str], int, Body] | None = None

    def of(self, text: str, start: int, taken: frozenset[str]) -> Body:
        """Return the body of a text; see ``Body``."""
        if not is_kept():
            return Body(text, start, taken)
        last, written = self._last, text[start:]
        if last is None or last[0] != written or last[1] != taken:
            self._last = last = (written, taken, start, Body(text, start, taken))
        return last[3].moved(
            text, start - last[2]
        )  # one of their own for each, as their blocks are written to


_BODIES = _Bodies()


def read_markdown(path: str, content: bytes) -> RawDocument | Finding:
    """Return the document in an annotated article, or the finding that says why there is none."""
    try:
        text = plain_text(decoded(capped(content)))
    except UnreadableError as error:
        return finding_of(path, error.fault, lines_of_bytes(content))
    try:
        return _document(path, text)
    except UnreadableError as error:
        return finding_of(path, error.fault, Lines(text))


class Parts(NamedTuple):
    """An annotated article in its parts: offsets of the YAML's end and of the body's start, and what both say."""

    ends: tuple[int, int]
    yaml: YamlText
    front: JsonObject
    body: Body
    merged: Merged


def parts_of(text: str) -> Parts:
    """Return the parts of an annotated article (no BOM, LF line ends); raises UnreadableError."""
    ends = split(text)
    if ends is None:
        message = "the front matter that begins here has no end"
        raise UnreadableError(
            Fault(syntax_invalid.RULE, message, "close it with a line of three dashes", 0, 3)
        )
    assert_bounded(text, ends[1])
    yaml = _YAML(text[: ends[0]])
    front = yaml.data if isinstance(yaml.data, dict) else {}
    body = _BODIES.of(text, ends[1], frozenset(_ids(front)))
    return Parts(ends, yaml, front, body, Merged(front, body))


def _document(path: str, text: str) -> RawDocument:
    ends, yaml, front, body, merged = parts_of(text)
    nodes = _NODES(text[: ends[0]])
    positions = MarkdownPositions(text, front, nodes, merged, body)
    faults = [*yaml.faults, *_twice(merged, Positions(text, front, nodes)), *_of_body(body)]
    lines = Lines(text) if faults else None
    raw = RawDocument(path, merged.data, positions, [finding_of(path, fault, lines) for fault in faults])
    if MARK in text:
        in_front = ignores_in_yaml(text[: ends[0]], *positions.scalars_and_parts())
        raw.ignores = [*in_front, *ignores_in_markdown(text)]
    return raw


def _ids(front: JsonObject) -> Iterator[str]:
    for kind in (*KINDS, "sources"):
        given = front.get(kind)
        if isinstance(given, dict):
            yield from given
        elif isinstance(given, list):
            yield from (str(one.get("id")) for one in given if isinstance(one, dict))


def _twice(merged: Merged, positions: Positions) -> Iterator[Fault]:
    for pointer in merged.twice:
        start, end = positions.offsets_of_key(pointer)
        name = pointer.rpartition("/")[2]
        if name == "id":
            message, hint = "an 'id' stands here beside the key, which is the id", "remove this member"
        else:
            message = f"'{name}' is said here and in the text below as well"
            hint = "what the text says counts; remove this member"
        yield Fault(key_duplicate.RULE, message, hint, start, end)


def _of_body(body: Body) -> Iterator[Fault]:
    found = body.annotation
    faults: list[Fault] = []
    for name, start, end in found.repeated[:_MOST_FAULTS]:
        note_repeated(faults, name, start, end)
    yield from faults
    for message, start, end in found.problems[:_MOST_FAULTS]:
        hint = "see “Annotated Markdown” in the documentation; a backslash before the bracket makes it plain text"
        yield Fault(syntax_invalid.RULE, message, hint, start, end)
    if len(found.problems) > _MOST_FAULTS:
        message = f"{len(found.problems) - _MOST_FAULTS} more faults of annotation are not shown"
        yield Fault(limit_exceeded.RULE, message, None, *found.problems[_MOST_FAULTS][1:])
    if body.too_deep is not None:
        message = "block quotes and lists stand too deep inside one another here; what is in them is not read"
        yield Fault(
            limit_exceeded.RULE, message, "an article needs fewer than ten", body.too_deep, body.too_deep
        )
