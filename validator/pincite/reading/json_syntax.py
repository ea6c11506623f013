"""JSON to plain values: the fast parser first, positions only when a finding needs one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NoReturn

from pincite.model.json_value import pointer_to
from pincite.reading.fault import Fault, UnreadableError, note_repeated
from pincite.reading.json_faults import json_fault
from pincite.reading.limits import MAX_DEPTH
from pincite.reading.nodes import NodePlace
from pincite.reading.numbers import RefusedNumberError, fractional, refused, whole
from pincite.reading.rules import limit_exceeded, value_not_json

if TYPE_CHECKING:
    from pincite.model.json_value import Json

_TOKEN = re.compile(
    r'"(?:[^"\\]|\\.)*"'  # a string
    r"|[{}\[\],:]"
    r"|[^\s{}\[\],:\"]+",  # a number or a word
)
_BLANKS = re.compile(r"[ \t\r\n]*")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class _RefusedWordError(ValueError):
    """``NaN`` or an infinity, which Python's parser accepts and JSON does not have."""


class JsonText:
    """One JSON text, parsed on construction.

    ``data`` holds the values and ``faults`` the duplicate keys, of which the first counts.

    Raises UnreadableError for broken syntax, NaN and infinities, lone surrogates, too deep nesting.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._duplicates = False
        self.faults: list[Fault] = []
        try:
            self.data: Json = json.loads(
                text,
                object_pairs_hook=self._object,
                parse_constant=_refuse_constant,
                parse_float=fractional,
                parse_int=whole,
            )
        except json.JSONDecodeError as error:
            raise UnreadableError(json_fault(error.msg, text, error.pos)) from None
        except RefusedNumberError as error:
            raise UnreadableError(refused(error.literal, *_first(error.literal, text))) from None
        except _RefusedWordError as error:
            raise UnreadableError(_not_json(str(error), *_first(str(error), text))) from None
        except RecursionError:
            raise UnreadableError(self._too_deep()) from None
        if text.count("[") + text.count("{") > MAX_DEPTH and _depth(self.data) > MAX_DEPTH:
            raise UnreadableError(self._too_deep())
        if _SURROGATE.search(text):
            self._refuse_lone_surrogates()
        if self._duplicates:
            self.faults = _Duplicates(text).faults

    def _object(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        value = dict(pairs)
        if len(value) != len(pairs):
            self._duplicates = True
            value = dict(reversed(pairs))  # the first of two equal keys wins ...
            return {key: value[key] for key, _ in pairs}  # ... and the order stays the document's
        return value

    def _too_deep(self) -> Fault:
        depth = 0
        for token in _TOKEN.finditer(self._text):
            if token[0] in "{[":
                depth += 1
            elif token[0] in "}]":
                depth -= 1
            if depth > MAX_DEPTH:
                break
        return Fault(
            limit_exceeded.RULE,
            f"nested more than {MAX_DEPTH} levels deep",
            "a Pincite document needs fewer than ten",
            token.start(),
            token.end(),
        )

    def _refuse_lone_surrogates(self) -> None:
        for token in _TOKEN.finditer(self._text):
            if token[0][0] == '"' and _SURROGATE.search(token[0]):
                try:
                    json.loads(token[0]).encode("utf-8")
                except UnicodeEncodeError:
                    raise UnreadableError(
                        Fault(
                            value_not_json.RULE,
                            "half of a surrogate pair stands alone: no character at all",
                            "write both halves, or the character itself",
                            token.start(),
                            token.end(),
                        ),
                    ) from None


class JsonNodes:
    """The places of the values in readable JSON.

    Values on the way are passed over by the parser itself, which is many times faster than looking at tokens.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._end_of = json.JSONDecoder().raw_decode

    def root(self) -> NodePlace:
        """Return the place of the whole value."""
        return self._value(0)

    def children(self, node: NodePlace, value: Json) -> dict[str, NodePlace]:
        """Return the places of the members or items of the collection at *node*; of equal keys the first counts."""
        found: dict[str, NodePlace] = {}
        if not isinstance(value, (dict, list)):
            return found
        at = self._after_blanks(node.start + 1)
        while self._text[at] not in "]}":
            if isinstance(value, dict):
                name, key_end = self._end_of(self._text, at)
                inner = self._value(self._after_blanks(key_end) + 1)._replace(key=(at, key_end))
                found.setdefault(pointer_to("", name)[1:], inner)
            else:
                inner = self._value(at)
                found[str(len(found))] = inner
            at = self._after_blanks(inner.end)
            if self._text[at] == ",":
                at = self._after_blanks(at + 1)
        return found

    def _value(self, at: int) -> NodePlace:
        start = self._after_blanks(at)
        return NodePlace(start, self._end_of(self._text, start)[1], start)

    def _after_blanks(self, at: int) -> int:
        return _BLANKS.match(self._text, at).end()  # type: ignore[union-attr] # it always matches


class _Duplicates:
    """A second pass over readable JSON that notes the keys that stand in their object before."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self._stack: list[set[str] | None] = []
        """The keys seen in each open collection, None for a list."""
        self._expect_key = False
        for token in _TOKEN.finditer(text):
            self._take(token[0], token.start(), token.end())

    def _take(self, part: str, start: int, end: int) -> None:
        if part in {"{", "["}:
            self._stack.append(set() if part == "{" else None)
            self._expect_key = part == "{"
        elif part in {"}", "]"}:
            self._stack.pop()
            self._expect_key = False
        elif part == ",":
            self._expect_key = self._stack[-1] is not None
        elif part != ":":
            seen = self._stack[-1] if self._stack else None
            if self._expect_key and seen is not None:
                key = json.loads(part)
                if key in seen:
                    note_repeated(self.faults, key, start, end)
                seen.add(key)
            self._expect_key = False


def _refuse_constant(word: str) -> NoReturn:
    raise _RefusedWordError(word)


def _first(literal: str, text: str) -> tuple[int, int]:
    """Return where a number or word first stands in *text* outside strings."""
    start = next((token.start() for token in _TOKEN.finditer(text) if token[0].startswith(literal)), 0)
    return start, start + len(literal)


def _not_json(word: str, start: int, end: int) -> Fault:
    return Fault(value_not_json.RULE, f"{word} is not a JSON value", "quote it if it is text", start, end)


def _depth(data: Json) -> int:
    """Return how many collections stand inside one another at most, without recursing."""
    depth = 0
    level = [data] if isinstance(data, (dict, list)) else []
    while level and depth <= MAX_DEPTH:
        depth += 1
        level = [
            one
            for value in level
            for one in (value.values() if isinstance(value, dict) else value)
            if isinstance(one, (dict, list))
        ]
    return depth
