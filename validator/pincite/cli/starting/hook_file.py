"""A pre-commit configuration gets one more entry: by position, so that all else in it stays as it is written."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KEY = "repos"
_PREFIX = "pincite"
_ROOT = 2
"""The number of the event behind the beginnings of the stream and of the document."""
_MOST = 256 * 1024
"""Characters of a configuration that is extended; one for people is much shorter."""


class ExtensionError(Exception):
    """The configuration cannot be extended safely; the text says why."""


class _List(NamedTuple):
    """The list of repositories: its first and last event, by their numbers, and all events of the file."""

    events: list[yaml.Event]
    first: int
    last: int


def fresh(entry: str) -> str:
    """Return a configuration that holds nothing but an entry."""
    return f"{_KEY}:\n{_indented(entry, 2)}"


def extended(text: str, entry: str) -> str:
    """Return a configuration with one more entry behind the others; raises ExtensionError.

    What comes out is read again: it must say what was said before and the entry, and nothing else.
    """
    found = _list_of(text)
    opening = found.events[found.first]
    line_end = "\r\n" if "\r\n" in text else "\n"
    if found.last - found.first == 1:
        start, end = _begin(opening).at, _end(found.events[found.last]).at
        before, column = text[:start].rstrip(" ") + line_end, 2
        after = text[end:] or line_end
        added = _indented(entry, column).removesuffix("\n")
    elif isinstance(opening, yaml.SequenceStartEvent) and opening.flow_style:
        raise ExtensionError(f"its list '{_KEY}' is written in brackets")
    else:
        at = _line_end(text, _last_mark(found))
        before, after = text[:at], text[at:]
        before += "" if before.endswith("\n") else line_end
        added = _indented(entry, _begin(opening).column)
    new = before + added.replace("\n", line_end) + after
    _prove(found, new, entry)
    return new


def has_hook(text: str) -> bool:
    """Return whether a configuration has a hook of ours already; raises ExtensionError where it cannot be read."""
    found = _list_of(text)
    inside = found.events[found.first : found.last]
    return any(
        isinstance(key, yaml.ScalarEvent)
        and key.value == "id"
        and isinstance(value, yaml.ScalarEvent)
        and value.value.startswith(_PREFIX)
        for key, value in pairwise(inside)
    )


def _list_of(text: str) -> _List:
    """Return the list of repositories in a configuration; raises ExtensionError where there is none."""
    events = _events(text)
    if sum(isinstance(event, yaml.DocumentStartEvent) for event in events) > 1:
        raise ExtensionError("it holds more than one YAML document")
    if len(events) > _ROOT and isinstance(events[_ROOT], yaml.MappingStartEvent):
        at = _ROOT + 1
        while not isinstance(events[at], yaml.MappingEndEvent):
            key, value = events[at], _end_of(events, at) + 1
            if isinstance(key, yaml.ScalarEvent) and key.value == _KEY:
                if not isinstance(events[value], yaml.SequenceStartEvent):
                    raise ExtensionError(f"its '{_KEY}' is no list")
                return _List(events, value, _end_of(events, value))
            at = _end_of(events, value) + 1
    raise ExtensionError(f"it has no list '{_KEY}'")


def _events(text: str) -> list[yaml.Event]:
    if len(text) > _MOST:
        raise ExtensionError(f"it is longer than {_MOST} characters")
    try:
        return list(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        line = f" (line {error.problem_mark.line + 1})" if error.problem_mark else ""
        raise ExtensionError(f"it is no YAML{line}") from None
    except yaml.YAMLError:
        raise ExtensionError("it is no YAML") from None


def _end_of(events: Sequence[yaml.Event], first: int) -> int:
    """Return the number of the event that ends what begins with the event *first*: itself for a scalar."""
    depth = 0
    for number in range(first, len(events)):
        depth += isinstance(events[number], yaml.CollectionStartEvent)
        depth -= isinstance(events[number], yaml.CollectionEndEvent)
        if depth == 0:
            return number
    raise ExtensionError("it is no YAML")


class _Mark(NamedTuple):
    """A place in the text, in characters from 0, and its column."""

    at: int
    column: int


def _begin(event: yaml.Event) -> _Mark:
    mark = event.start_mark
    return _Mark(0, 0) if mark is None else _Mark(mark.index, mark.column)


def _end(event: yaml.Event) -> _Mark:
    mark = event.end_mark
    return _Mark(0, 0) if mark is None else _Mark(mark.index, mark.column)


def _last_mark(found: _List) -> int:
    """Return where the last thing that is written in the list ends; the end of a block is where the next thing begins."""
    for event in reversed(found.events[found.first : found.last]):
        is_end = isinstance(event, yaml.CollectionEndEvent)
        if not is_end or _begin(event).at < _end(event).at:
            return _end(event).at
    raise ExtensionError(f"its list '{_KEY}' is empty")


def _line_end(text: str, at: int) -> int:
    """Return where the line ends that *at* stands in, behind its comment; a literal block ends there already."""
    if text[at - 1 : at] == "\n":
        return at
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _indented(text: str, columns: int) -> str:
    return "".join(f"{' ' * columns}{line}\n" for line in text.splitlines())


def _prove(before: _List, new: str, entry: str) -> None:
    """Raise ExtensionError unless *new* says what was said before, with the entry as the last of the list."""
    added = list(_said(_events(entry)))[3:-3]  # without the ends of stream, document and list
    old = list(_said(before.events))
    said = list(_said(_events(new)))
    at = before.last
    if said[:at] != old[:at] or said[at : at + len(added)] != added or said[at + len(added) :] != old[at:]:
        raise ExtensionError("its layout leaves no safe place for one more entry")


def _said(events: Sequence[yaml.Event]) -> Iterator[tuple[object, ...]]:
    """Yield what events say, without where and in which style."""
    for event in events:
        names = ("anchor", "tag", "value", "implicit")
        yield (type(event), *(getattr(event, name, None) for name in names))
