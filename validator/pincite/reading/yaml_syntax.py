"""YAML to plain JSON values, through parser events and a stack of our own.

PyYAML's loaders recurse (30,000 nested lists end the process), guess types (``1918-03`` a date, ``no`` a
boolean) and let the last of two equal keys win. Here plain scalars follow JSON's own grammar, everything
else stays text, and depth, duplicates, aliases, anchors and tags are checked while building.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from pincite.model.json_value import pointer_to
from pincite.reading.fault import Fault, UnreadableError, note_repeated
from pincite.reading.limits import MAX_DEPTH
from pincite.reading.nodes import NodePlace
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
    from typing import Any, TypeAlias

    from pincite.model.json_value import Json
    from pincite.reading.yaml_events import Event, Node

    _Open: TypeAlias = tuple[Any, bool, str | None, int, int | None]
    """What was under way when a collection began inside it: see ``YamlText._build``."""

_Loader = getattr(yaml, "CLoader", yaml.Loader)
"""libyaml's C parser where PyYAML was built with it: ten times faster, same events."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORDS: dict[str, Json] = {"null": None, "~": None, "": None, "true": True, "false": False}
_NUMERIC = frozenset("-0123456789")
"""What an unquoted number starts with."""
_WORDLY = frozenset(word[:1] for word in _WORDS)
_PLAIN_DIGITS = 15


class YamlText:
    """One YAML text, parsed on construction.

    ``data`` holds the values and ``faults`` what was wrong without stopping the reading: duplicate keys, of
    which the first counts. ``marks`` are the start and end offset of every node in document order: a mapping's
    own mark comes first, then each key's and each value's. ``ends`` leads from the number of a collection's
    mark to that of the first mark behind it.

    Raises UnreadableError for broken syntax, anchors, aliases, tags, a second document, too deep nesting.
    """

    def __init__(self, text: str) -> None:
        self.data: Json = None
        self.marks: list[tuple[int, int]] = []
        self.ends: dict[int, int] = {}
        self.faults: list[Fault] = []
        self._text = text
        self._documents = 0
        try:
            refuse_mark(text)
            self._build(_Loader(text).get_event)
        except yaml.YAMLError as error:
            raise UnreadableError(syntax_fault(error, text)) from None
        except RecursionError:
            raise UnreadableError(too_deep(0, len(text))) from None

    def _build(self, next_event: Callable[[], Any]) -> None:  # noqa: C901, PLR0912, PLR0915 - a call an event costs a third
        """Build the values from the parser's events; the hottest loop of all, and so in one piece, with local names.

        ``top`` is the collection under construction (``is_map``: a mapping), ``key`` the key in it that waits for
        its value, ``end`` where the last value ended (a block collection's own end mark is the start of what
        follows it), ``skipped`` the number of the mark of a repeated key, which goes with its value.
        """
        scalar, numeric, words = yaml.ScalarEvent, _NUMERIC, _WORDS
        decorations = "&" in self._text or "!" in self._text  # else nothing can have an anchor or a tag
        marks, mark = self.marks, self.marks.append
        stack: list[_Open] = []
        top: Any = None
        is_map = False
        key: str | None = None
        skipped: int | None = None
        end = 0
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is scalar:
                if decorations and (event.anchor is not None or event.tag is not None):
                    raise UnreadableError(decorated(event))
                text, start, end = event.value, event.start_mark.index, event.end_mark.index
                if is_map and key is None:
                    if not text.isascii():
                        refuse_surrogates(text, start, end)
                    if text in top:
                        note_repeated(self.faults, text, start, end)
                        skipped = len(marks)
                    mark((start, end))
                    key = text
                    continue
                value: Json = text
                style = event.style
                if not style:
                    first = text[:1]
                    if first in numeric:
                        value = _number(text, start, end)
                    elif first in _WORDLY and text in words:
                        value = words[text]
                elif style == '"':
                    if not text.isascii():
                        refuse_surrogates(text, start, end)
                elif style != "'":
                    end = start + len(_block(self._text[start:end]))
                mark((start, end))
            elif kind in _COLLECTIONS:
                value = self._opened(event, len(stack), is_key=is_map and key is None)
                stack.append((top, is_map, key, len(marks), skipped))
                mark((event.start_mark.index, 0))
                top, is_map, key, skipped = value, kind is yaml.MappingStartEvent, None, None
                continue
            elif kind in _ENDS:
                if event.start_mark.index < event.end_mark.index:  # the bracket of a flow collection
                    end = event.end_mark.index
                value = top
                top, is_map, key, number, skipped = stack.pop()
                start = marks[number][0]
                marks[number] = (start, max(start, end))
                self.ends[number] = len(marks)
            else:
                self._other(event)
                continue
            if is_map:
                if skipped is None:
                    top[key] = value
                else:
                    self._drop(skipped)
                    skipped = None
                key = None
            elif top is None:
                self.data = value
            else:
                top.append(value)

    def _opened(self, event: Node, depth: int, *, is_key: bool) -> dict[str, Json] | list[Json]:
        """Return the empty collection that begins with an event, *depth* others around it."""
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor is not None or event.tag is not None:
            raise UnreadableError(decorated(event))
        if is_key:
            message = "a mapping or list cannot be a key"
            raise UnreadableError(
                Fault(value_not_json.RULE, message, "write the key as plain text", start, end)
            )
        if depth >= MAX_DEPTH:
            raise UnreadableError(too_deep(start, end))
        return {} if isinstance(event, yaml.MappingStartEvent) else []

    def _drop(self, first: int) -> None:
        """Forget the marks from the number *first* on: those of a repeated key and its value."""
        del self.marks[first:]
        self.ends = {number: end for number, end in self.ends.items() if number < first}

    def _other(self, event: Event) -> None:
        """Take an event that carries no data."""
        if isinstance(event, yaml.AliasEvent):
            raise UnreadableError(decorated(event))
        self._documents += isinstance(event, yaml.DocumentStartEvent)
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


_COLLECTIONS = frozenset((yaml.MappingStartEvent, yaml.SequenceStartEvent))
_ENDS = frozenset((yaml.MappingEndEvent, yaml.SequenceEndEvent))


class YamlNodes:
    """The places of the values of a YAML text, from the marks its reading left."""

    def __init__(self, parsed: YamlText) -> None:
        self._marks = parsed.marks
        self._ends = parsed.ends

    def root(self) -> NodePlace:
        """Return the place of the whole value; an empty text has none and gives its start."""
        return NodePlace(*(self._marks[0] if self._marks else (0, 0)), number=0)

    def children(self, node: NodePlace, value: Json) -> dict[str, NodePlace]:
        """Return the places of the members or items of the collection at *node*."""
        found: dict[str, NodePlace] = {}
        number = node.number + 1
        if isinstance(value, dict):
            for name in value:
                key, number = self._marks[number], number + 1
                found[pointer_to("", name)[1:]] = NodePlace(*self._marks[number], number=number, key=key)
                number = self._ends.get(number, number + 1)
        elif isinstance(value, list):
            for index in range(len(value)):
                found[str(index)] = NodePlace(*self._marks[number], number=number)
                number = self._ends.get(number, number + 1)
        return found


def _block(text: str) -> str:
    """Return a block scalar without what only separates it from what follows: its end mark is there."""
    header = text.partition("\n")[0].partition("#")[0]
    if "+" in header:  # keeps the empty lines at its end
        without_indentation = text.rstrip(" ")
        return without_indentation if without_indentation.endswith(("\n", "\r")) else text
    content = text.rstrip(" \r\n")
    last_line = re.match(" *", text[len(content) :])
    return content + (last_line[0] if last_line else "")


def _number(text: str, start: int, end: int) -> Json:
    """Return the JSON value of an unquoted scalar that begins as numbers do; what is none stays text (``0017``)."""
    if len(text) <= _PLAIN_DIGITS and text.isdecimal() and text.isascii() and (text[0] != "0" or text == "0"):
        return int(text)  # an offset or a page, as nearly all of them
    found = _NUMBER.fullmatch(text)
    if not found:
        return text
    try:
        return whole(text) if found[1] is None and found[2] is None else fractional(text)
    except RefusedNumberError as error:
        raise UnreadableError(refused(error.literal, start, end)) from None
