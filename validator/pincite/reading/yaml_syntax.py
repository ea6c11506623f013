"""YAML to plain JSON values, through parser events and a stack of our own.

PyYAML's loaders recurse (30,000 nested lists end the process), guess types (``1918-03`` a date, ``no`` a
boolean) and let the last of two equal keys win. Here plain scalars follow JSON's own grammar, everything
else stays text, and depth, duplicates, aliases, anchors and tags are checked while building.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from pincite.reading.fault import Fault, UnreadableError
from pincite.reading.limits import MAX_DEPTH
from pincite.reading.numbers import RefusedNumberError, fractional, refused, whole
from pincite.reading.rules import alias_used, key_duplicate, limit_exceeded, syntax_invalid, value_not_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol

    from pincite.model.json_value import Json

    class Mark(Protocol):
        """A place in the text."""

        index: int

    class Event(Protocol):
        """What the parser met, from one mark to another: the parts of PyYAML's events used here."""

        start_mark: Mark
        end_mark: Mark

    class Node(Event, Protocol):
        """An event that begins or is a value; an alias has no tag."""

        anchor: str | None
        tag: str | None

    class Scalar(Node, Protocol):
        """A value that is no collection; ``style`` is its quotation mark, ``|`` or ``>``."""

        value: str
        style: str | None


_Loader = getattr(yaml, "CLoader", yaml.Loader)
"""libyaml's C parser where PyYAML was built with it: ten times faster, same events."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORDS: dict[str, Json] = {"null": None, "~": None, "": None, "true": True, "false": False}
_MISSING = object()


class _Collection:
    """A mapping or list under construction, with the number of its mark."""

    __slots__ = ("key", "mark", "skipped", "value")

    def __init__(self, value: dict[str, Json] | list[Json], mark: int) -> None:
        self.value = value
        self.mark = mark
        self.key: object = _MISSING
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
            _refuse_mark(text)
            for event in yaml.parse(text, Loader=_Loader):
                _HANDLERS[type(event)](self, event)
        except yaml.YAMLError as error:
            raise UnreadableError(_syntax_fault(error, text)) from None
        except RecursionError:
            raise UnreadableError(_too_deep(0, len(text))) from None

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
        if event.anchor is not None or event.tag is not None:
            raise UnreadableError(_decorated(event))
        start, end = event.start_mark.index, event.end_mark.index
        top = self._stack[-1] if self._stack else None
        if top is not None and top.key is _MISSING and isinstance(top.value, dict):
            if not event.value.isascii():
                _refuse_surrogates(event.value, start, end)
            self._key(top, event.value, start, end)
            return
        value: Json = event.value
        if not event.style:  # unquoted
            value = _plain(event.value, start, end)
        elif event.style in "|>":
            # its own end mark is the start of what follows
            end = start + len(self._text[start:end].rstrip())
        elif event.style == '"' and not event.value.isascii():
            _refuse_surrogates(event.value, start, end)
        self._end = end
        self.marks.append((start, end))
        self._place(value)

    def _key(self, top: _Collection, key: str, start: int, end: int) -> None:
        if key in top.value:
            self.faults.append(
                Fault(
                    key_duplicate.RULE,
                    f"key '{key}' stands here a second time",
                    "the first one counts; remove one of them",
                    start,
                    end,
                ),
            )
            top.skipped = (len(self.marks), key)
        self.marks.append((start, end))
        top.key = key

    def _open(self, event: Node) -> None:
        start = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            raise UnreadableError(_decorated(event))
        top = self._stack[-1] if self._stack else None
        if top is not None and top.key is _MISSING and isinstance(top.value, dict):
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
            raise UnreadableError(_too_deep(start, event.end_mark.index))
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
            top.value[str(top.key)] = value
        top.key = _MISSING

    def _alias(self, event: Node) -> None:
        raise UnreadableError(_decorated(event))

    def _ignore(self, event: Event) -> None:
        """Pass over the events that carry no data."""


_HANDLERS: dict[type[yaml.Event], Callable[[YamlText, Any], None]] = {
    yaml.ScalarEvent: YamlText._scalar,  # noqa: SLF001 - the dispatch table of this very class
    yaml.MappingStartEvent: YamlText._open,  # noqa: SLF001
    yaml.SequenceStartEvent: YamlText._open,  # noqa: SLF001
    yaml.MappingEndEvent: YamlText._close,  # noqa: SLF001
    yaml.SequenceEndEvent: YamlText._close,  # noqa: SLF001
    yaml.AliasEvent: YamlText._alias,  # noqa: SLF001
    yaml.DocumentStartEvent: YamlText._document,  # noqa: SLF001
    yaml.DocumentEndEvent: YamlText._ignore,  # noqa: SLF001
    yaml.StreamStartEvent: YamlText._ignore,  # noqa: SLF001
    yaml.StreamEndEvent: YamlText._ignore,  # noqa: SLF001
}


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


_SURROGATE = re.compile("[\ud800-\udfff]")


def _refuse_surrogates(text: str, start: int, end: int) -> None:
    """Refuse escaped halves of characters, which PyYAML's parser lets through and libyaml does not."""
    if _SURROGATE.search(text):
        message = "broken YAML: invalid Unicode character escape code"
        hint = "write the character itself"
        raise UnreadableError(Fault(syntax_invalid.RULE, message, hint, start, end))


def _refuse_mark(text: str) -> None:
    """Refuse a second byte order mark: libyaml would pass over it and count all places from behind it."""
    if text.startswith("\ufeff"):
        message = "broken YAML: a second byte order mark (U+FEFF) stands at the beginning"
        raise UnreadableError(Fault(syntax_invalid.RULE, message, "remove it", 0, 1))


def _decorated(event: Node) -> Fault:
    """Return the fault for an anchor, an alias or a tag."""
    name = getattr(event, "anchor", None)
    if isinstance(event, yaml.AliasEvent):
        what = f"the alias '*{name}' repeats another value"
        hint = "write the value out; Pincite reads no aliases"
    elif name is not None:
        what, hint = (
            f"the anchor '&{name}' marks a value for repetition",
            "remove it; Pincite reads no anchors",
        )
    else:
        what, hint = (
            f"the tag '{(event.tag or '').replace('tag:yaml.org,2002:', '!!')}' changes a value's type",
            "remove it; Pincite reads JSON's types only",
        )
    return Fault(alias_used.RULE, what, hint, event.start_mark.index, event.end_mark.index)


def _too_deep(start: int, end: int) -> Fault:
    return Fault(
        limit_exceeded.RULE,
        f"nested more than {MAX_DEPTH} levels deep",
        "a Pincite document needs fewer than ten",
        start,
        max(end, start + 1),  # a block collection begins with nothing of its own
    )


def _syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """Return the fault for what libyaml refused, at the place it names."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:  # a ReaderError: a character YAML does not allow
        at = _forbidden(text)
        return Fault(
            syntax_invalid.RULE,
            f"the character U+{ord(text[at]):04X} is not allowed in YAML" if text else "not YAML",
            "remove it, or write it as an escape inside double quotation marks",
            at,
            at + 1,
        )
    at = min(mark.index, len(text))
    problem = (getattr(error, "problem", None) or "not YAML").removeprefix("found ")
    hint = _syntax_hint(text, at)
    if "escape" in problem or "hexadecimal" in problem:  # each parser names another character of the escape
        at = max(text.rfind("\\", 0, at + 1), 0)
        hint = "write \\\\ for a backslash, and the character itself for an escape"
    return Fault(syntax_invalid.RULE, f"broken YAML: {problem}", hint, at, at + 1)


_ALLOWED = re.compile("[\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


def _forbidden(text: str) -> int:
    """Return the offset of the first character that YAML 1.1 does not allow."""
    found = _ALLOWED.match(text)
    return min(found.end() if found else 0, max(len(text) - 1, 0))


def _syntax_hint(text: str, at: int) -> str | None:
    line_start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    line = re.split(r"[\r\n]", text[line_start : at + 80], maxsplit=1)[0]
    character = text[at : at + 1]
    if line.startswith("\t") or character == "\t":
        return "YAML is indented with spaces, not tabs"
    if character in {"@", "`", "%"} and line[:1] != "%":
        return f"put text that begins with {character} into quotation marks"
    if re.match(r"[^'\"|>#]*: [^'\"|>]*: ", line):
        return "put a value that holds a colon into quotation marks"
    return None
