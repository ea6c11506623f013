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
    from pincite.reading.yaml_events import Event, Node

LOADER = getattr(yaml, "CLoader", yaml.Loader)
"""libyaml's C parser where PyYAML was built with it: ten times faster, same events."""

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
WORDS: dict[str, Json] = {"null": None, "~": None, "": None, "true": True, "false": False}
_NUMERIC = frozenset("-0123456789")
"""What an unquoted number starts with."""
_WORDLY = frozenset(word[:1] for word in WORDS)
_PLAIN_DIGITS = 15


class YamlText:
    """One YAML text, parsed on construction.

    ``data`` holds the values and ``faults`` what was wrong without stopping the reading: duplicate keys, of
    which the first counts. Where the values stand is worked out apart (``yaml_places``): most files are in order,
    and nobody asks.

    Raises UnreadableError for broken syntax, anchors, aliases, tags, a second document, too deep nesting.
    """

    def __init__(self, text: str) -> None:
        self.data: Json = None
        self.faults: list[Fault] = []
        self._text = text
        self._documents = 0
        try:
            refuse_mark(text)
            self._build(LOADER(text).get_event)
        except yaml.YAMLError as error:
            raise UnreadableError(syntax_fault(error, text)) from None
        except RecursionError:
            raise UnreadableError(too_deep(0, len(text))) from None

    def _build(self, next_event: Callable[[], Any]) -> None:  # noqa: C901, PLR0912 - a call an event costs a third
        """Build the values from the parser's events; the hottest loop of all, and so in one piece, with local names.

        ``top`` is the collection under construction (``is_map``: a mapping), ``key`` the key in it that waits for
        its value; the value of a ``repeated`` key goes nowhere.
        """
        scalar, numeric, words = yaml.ScalarEvent, _NUMERIC, WORDS
        decorations = "&" in self._text or "!" in self._text  # else nothing can have an anchor or a tag
        stack: list[tuple[Any, bool]] = []
        top: Any = None
        is_map = repeated = False
        key: str | None = None
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is scalar:
                if decorations and (event.anchor is not None or event.tag is not None):
                    raise UnreadableError(decorated(event))
                text = event.value
                if is_map and key is None:
                    if not text.isascii():
                        refuse_surrogates(text, event)
                    if text in top:
                        note_repeated(self.faults, text, event.start_mark.index, event.end_mark.index)
                        repeated = True
                    key = text
                    continue
                value: Json = text
                style = event.style
                if not style:
                    first = text[:1]
                    if first in numeric:
                        value = _number(text, event)
                    elif first in _WORDLY and text in words:
                        value = words[text]
                elif style == '"' and not text.isascii():
                    refuse_surrogates(text, event)
            elif kind in COLLECTIONS:
                value = self._opened(event, len(stack), is_key=is_map and key is None)
            elif kind in ENDS:
                top, is_map = stack.pop()
                continue
            else:
                self._other(event)
                continue
            if is_map:
                if not repeated:
                    top[key] = value
                key, repeated = None, False
            elif top is None:
                self.data = value
            else:
                top.append(value)
            if kind is not scalar:
                stack.append((top, is_map))
                top, is_map = value, kind is yaml.MappingStartEvent

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


COLLECTIONS = frozenset((yaml.MappingStartEvent, yaml.SequenceStartEvent))
ENDS = frozenset((yaml.MappingEndEvent, yaml.SequenceEndEvent))


def _number(text: str, event: Event) -> Json:
    """Return the JSON value of an unquoted scalar that begins as numbers do; what is none stays text (``0017``)."""
    if len(text) <= _PLAIN_DIGITS and text.isdecimal() and text.isascii() and (text[0] != "0" or text == "0"):
        return int(text)  # an offset or a page, as nearly all of them
    found = NUMBER.fullmatch(text)
    if not found:
        return text
    try:
        return whole(text) if found[1] is None and found[2] is None else fractional(text)
    except RefusedNumberError as error:
        place = event.start_mark.index, event.end_mark.index
        raise UnreadableError(refused(error.literal, *place)) from None
