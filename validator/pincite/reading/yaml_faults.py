"""What is wrong with a YAML text, in the words of both parsers, and what is refused though they accept it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import yaml

from pincite.reading.fault import Fault, UnreadableError
from pincite.reading.limits import MAX_DEPTH
from pincite.reading.rules import alias_used, limit_exceeded, syntax_invalid
from pincite.reading.yaml_causes import misplaced_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.reading.yaml_events import Event, Node

_SURROGATE = re.compile("[\ud800-\udfff]")


def refuse_surrogates(text: str, event: Event) -> None:
    """Refuse escaped halves of characters, which PyYAML's parser lets through and libyaml does not."""
    if _SURROGATE.search(text):
        message = "broken YAML: invalid Unicode character escape code"
        hint = "write the character itself"
        place = event.start_mark.index, event.end_mark.index
        raise UnreadableError(Fault(syntax_invalid.RULE, message, hint, *place))


def refuse_mark(text: str) -> None:
    """Refuse a second byte order mark: libyaml would pass over it and count all places from behind it."""
    if text.startswith("\ufeff"):
        message = "broken YAML: a second byte order mark (U+FEFF) stands at the beginning"
        raise UnreadableError(Fault(syntax_invalid.RULE, message, "remove it", 0, 1))


def decorated(event: Node) -> Fault:
    """Return the fault for an anchor, an alias or a tag."""
    tag = getattr(event, "tag", None)
    if not hasattr(event, "tag"):
        message = f"the alias '*{event.anchor}' repeats another value"
        hint = "write the value out; Pincite reads no aliases"
    elif event.anchor is not None:
        message = f"the anchor '&{event.anchor}' marks a value for repetition"
        hint = "remove it; Pincite reads no anchors"
    else:
        message = f"the tag '{str(tag).replace('tag:yaml.org,2002:', '!!')}' changes a value's type"
        hint = "remove it; Pincite reads JSON's types only"
    return Fault(alias_used.RULE, message, hint, event.start_mark.index, event.end_mark.index)


def too_deep(start: int, end: int) -> Fault:
    """Return the fault for the collection from *start* on, which is one inside too many."""
    return Fault(
        limit_exceeded.RULE,
        f"nested more than {MAX_DEPTH} levels deep",
        "a Pincite document needs fewer than ten",
        start,
        max(end, start + 1),  # a block collection begins with nothing of its own
    )


def syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """Return the fault for what the parser refused, at the place where the author can mend it."""
    if "nesting depth" in (getattr(error, "problem", None) or ""):
        return _too_deep_in(text)
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
    problem = (getattr(error, "problem", None) or "not YAML").removeprefix("found ")
    at = min(mark.index, len(text))
    if "escape" in problem or "hexadecimal" in problem:  # each parser names another character of the escape
        at = max(text.rfind("\\", 0, at + 1), 0)
        return _broken(problem, "write \\\\ for a backslash, and the character itself for an escape", at)
    start = getattr(getattr(error, "context_mark", None), "index", None)
    misplaced = misplaced_fault(problem, getattr(error, "context", None) or "", text, start, at)
    if misplaced is not None:
        return _broken(*misplaced)
    return _broken(problem, _syntax_hint(text, at), min(at, len(text.rstrip(" \t\r\n"))))


def _too_deep_in(text: str) -> Fault:
    """Return the fault for a text too deep for libyaml: since 0.2.6 it looks ahead and gives up before we do.

    PyYAML's own parser has no such limit and says where our depth is passed.
    """
    depth = 0
    events = cast("Iterator[Event]", yaml.parse(text, Loader=yaml.Loader))  # its stub allows marks to be None
    try:
        for event in events:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH:
                return too_deep(event.start_mark.index, event.end_mark.index)
    except yaml.YAMLError as error:  # broken before it is too deep
        return syntax_fault(error, text)
    return too_deep(0, len(text))


def _broken(problem: str, hint: str | None, start: int, end: int | None = None) -> Fault:
    return Fault(
        syntax_invalid.RULE, f"broken YAML: {problem}", hint, start, start + 1 if end is None else end
    )


_ALLOWED = "[\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*"
"""Not compiled before a file is broken: so large a set takes its time."""


def _forbidden(text: str) -> int:
    """Return the offset of the first character that YAML 1.1 does not allow."""
    found = re.match(_ALLOWED, text)
    return min(found.end() if found else 0, max(len(text) - 1, 0))


def _syntax_hint(text: str, at: int) -> str | None:
    line_start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    line = re.split(r"[\r\n]", text[line_start : at + 80], maxsplit=1)[0]
    character = text[at : at + 1]
    if line.startswith("\t") or character == "\t":
        return "YAML is indented with spaces, not tabs"
    if character in {"@", "`", "%"} and line[:1] != "%":
        return f"put text that begins with {character} into quotation marks"
    ended = text[line_start:at].rstrip(" ")[-1:]
    if ended in {"'", '"'}:
        inside = "''" if ended == "'" else '\\"'
        return f"the text ends with the {ended} before this; inside it, write {inside} for the mark itself"
    if re.match(r"[^'\"|>#]*: [^'\"|>]*: ", line):
        return "put a value that holds a colon into quotation marks"
    return None
