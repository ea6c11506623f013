"""YAML to plain JSON values, through parser events and a stack of our own.

PyYAML's loaders recurse (30,000 nested lists end the process), guess types (``1918-03`` a date, ``no`` a
boolean) and let the last of two equal keys win. Here plain scalars follow JSON's own grammar, everything
else stays text, and depth, duplicates, aliases, anchors and tags are checked while building.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from pincite.reading.fault import Fault, UnreadableError, note_repeated
from pincite.reading.limits import MAX_DEPTH
from pincite.reading.numbers import RefusedNumberError, fractional, refused, whole
from pincite.reading.rules import syntax_invalid, value_not_json
from pincite.reading.yaml_faults import (
    decorated,
    refuse_mark,
    refuse_surrogates,
    syntax_fault,
    too_deep,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pincite.model.json_value import Json
    from pincite.reading.yaml_events import Event, Node, Scalar

_Loader = getattr(yaml, "CLoader", yaml.Loader)
"""libyaml's C parser where PyYAML was built with it: ten times faster, same events."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORDS: dict[str, Json] = {"null": None, "~": None, "": None, "true": True, "false": False}
_NUMERIC = tuple("-0123456789")
"""What an unquoted number starts with."""
_MISSING = "\0"
"""Stands for no key: a character that YAML does not allow."""


class _Collection:
    """A mapping or list under construction, with the number of its mark."""

    __slots__ = ("key", "mark", "skipped", "value")

    def __init__(self, value: dict[str, Json] | list[Json], mark: int) -> None:
        self.value = value
        self.mark = mark
        self.key = _MISSING
        self.skipped: tuple[int, str] | None = None


class YamlText:
    """One YAML text, parsed on construction.

    ``data`` holds the values, ``marks`` the start and end offset of every node in document order (see
    ``Positions``) and ``faults`` what was wrong without stopping the reading: duplicate keys, of which the
    first counts.

    Raises UnreadableError for broken syntax, anchors, aliases, tags, a second document, too deep nesting.
    """

    def __init__(self, text: str) -> None:
        self.data: Json = None
        self.marks: list[tuple[int, int]] = []
        self.faults: list[Fault] = []
        self._text = text
        self._stack: list[_Collection] = []
        self._documents = 0
        self._end = 0
        """Where the last value ended: a block collection's own end mark is the start of what follows it."""
        try:
            refuse_mark(text)
            next_event: Callable[[], Any] = _Loader(text).get_event
            while (event := next_event()) is not None:
                kind = type(event)
                if kind is yaml.ScalarEvent:
                    self._scalar(event)
                else:
                    _HANDLERS[kind](self, event)
        except yaml.YAMLError as error:
            raise UnreadableError(syntax_fault(error, text)) from None
        except RecursionError:
            raise UnreadableError(too_deep(0, len(text))) from None

    def _document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise UnreadableError(
                Fault(
                    syntax_invalid.RULE,
                    "a second YAML document starts here, but a Pincite file holds one",
                    "put each document into a file of its own, or one a line into NAME.pincite.jsonl",
                    event.start_mark.index,
                    event.end_mark.index,
                ),
            )

    def _scalar(self, event: Scalar) -> None:
        """Take a key or a plain value; two of three events come here, so nothing is looked up twice."""
        if event.anchor is not None or event.tag is not None:
            raise UnreadableError(decorated(event))
        text, start, end = event.value, event.start_mark.index, event.end_mark.index
        top = self._stack[-1] if self._stack else None
        if top is not None and top.key == _MISSING and type(top.value) is dict:
            if not text.isascii():
                refuse_surrogates(text, start, end)
            if text in top.value:
                self._repeated(top, text, start, end)
            self.marks.append((start, end))
            top.key = text
            return
        value: Json = text
        style = event.style
        if not style:  # unquoted
            value = _plain(text, start, end) if text[:1] in _NUMERIC or text in _WORDS else text
        elif style in "|>":
            end = start + len(_block(self._text[start:end]))
        elif style == '"' and not text.isascii():
            refuse_surrogates(text, start, end)
        self._end = end
        self.marks.append((start, end))
        if top is not None and top.skipped is None and type(top.value) is dict:
            top.value[top.key] = value
            top.key = _MISSING
        else:
            self._place(value)

    def _repeated(self, top: _Collection, key: str, start: int, end: int) -> None:
        note_repeated(self.faults, key, start, end)
        top.skipped = (len(self.marks), key)

    def _open(self, event: Node) -> None:
        start = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            raise UnreadableError(decorated(event))
        top = self._stack[-1] if self._stack else None
        if top is not None and top.key == _MISSING and isinstance(top.value, dict):
            raise UnreadableError(
                Fault(
                    value_not_json.RULE,
                    "a mapping or list cannot be a key",
                    "write the key as plain text",
                    start,
                    event.end_mark.index,
                ),
            )
        if len(self._stack) >= MAX_DEPTH:
            raise UnreadableError(too_deep(start, event.end_mark.index))
        value: dict[str, Json] | list[Json] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._stack.append(_Collection(value, len(self.marks)))
        self.marks.append((start, event.end_mark.index))

    def _close(self, event: Event) -> None:
        done = self._stack.pop()
        if event.start_mark.index < event.end_mark.index:  # the bracket of a flow collection
            self._end = event.end_mark.index
        start = self.marks[done.mark][0]
        self.marks[done.mark] = (start, max(start, self._end))
        self._place(done.value)

    def _place(self, value: Json) -> None:
        if not self._stack:
            self.data = value
            return
        top = self._stack[-1]
        if isinstance(top.value, list):
            top.value.append(value)
            return
        if top.skipped is not None:
            del self.marks[top.skipped[0] :]
            top.skipped = None
        else:
            top.value[top.key] = value
        top.key = _MISSING

    def _alias(self, event: Node) -> None:
        raise UnreadableError(decorated(event))

    def _ignore(self, event: Event) -> None:
        """Pass over the events that carry no data."""


_HANDLERS: dict[type[yaml.Event], Callable[[YamlText, Any], None]] = {
    yaml.MappingStartEvent: YamlText._open,  # noqa: SLF001 - the dispatch table of this very class
    yaml.SequenceStartEvent: YamlText._open,  # noqa: SLF001
    yaml.MappingEndEvent: YamlText._close,  # noqa: SLF001
    yaml.SequenceEndEvent: YamlText._close,  # noqa: SLF001
    yaml.AliasEvent: YamlText._alias,  # noqa: SLF001
    yaml.DocumentStartEvent: YamlText._document,  # noqa: SLF001
    yaml.DocumentEndEvent: YamlText._ignore,  # noqa: SLF001
    yaml.StreamStartEvent: YamlText._ignore,  # noqa: SLF001
    yaml.StreamEndEvent: YamlText._ignore,  # noqa: SLF001
}


def _block(text: str) -> str:
    """Return a block scalar without what only separates it from what follows: its end mark is there."""
    header = text.partition("\n")[0].partition("#")[0]
    if "+" in header:  # keeps the empty lines at its end
        without_indentation = text.rstrip(" ")
        return without_indentation if without_indentation.endswith(("\n", "\r")) else text
    content = text.rstrip(" \r\n")
    last_line = re.match(" *", text[len(content) :])
    return content + (last_line[0] if last_line else "")


def _plain(text: str, start: int, end: int) -> Json:
    """Return the JSON value of an unquoted scalar; what JSON does not know stays text (``no``, ``0017``)."""
    if text in _WORDS:
        return _WORDS[text]
    found = _NUMBER.fullmatch(text)
    if not found:
        return text
    try:
        return whole(text) if found[1] is None and found[2] is None else fractional(text)
    except RefusedNumberError as error:
        raise UnreadableError(refused(error.literal, start, end)) from None
