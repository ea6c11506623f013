"""What stands at an offset between brackets: in JSON, and in YAML's flow style, which is nearly the same."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.editor.context.cursor import Cursor, Given

if TYPE_CHECKING:
    from typing import Literal

    from pincite.editor.context.cursor import Role, Step

_JSON = re.compile(r'"(?:[^"\\\n\r]|\\.)*"?|[{}\[\],:]|[^\s{}\[\],:"]+')
_YAML = re.compile(
    r'"(?:[^"\\]|\\.)*"?'
    r"|'(?:[^']|'')*'?"
    r"|(?<![^\s{}\[\],])\#[^\n\r]*"
    r"|[{}\[\],]"
    r"|:(?=[\s,\[\]{}]|$)|(?<=[\"']):"
    r"|(?:[^\s{}\[\],:]|:(?=[^\s,\[\]{}]))(?:[^\n\r{}\[\],:\#]|(?<!\s)\#|:(?=[^\s,\[\]{}]))*",
    re.DOTALL,
)
_DEEPEST = 64
"""Brackets around an id; those of a document are fewer than ten."""
_COLON = re.compile(r"\s*:")


class _Open:
    """An open bracket: the key whose value is awaited or there, or the number of the item; and all keys so far."""

    def __init__(self, *, is_map: bool) -> None:
        self.is_map = is_map
        self.key: str | None = None
        self.number = 0
        self.has_value = False
        self.keys: list[str] = []

    @property
    def step(self) -> Step:
        """Return the last step to the value that is awaited or there."""
        return (self.key or "") if self.is_map else self.number

    @property
    def awaits(self) -> Role | None:
        """Return what may stand here next, None where first a comma is missing."""
        if self.has_value:
            return None
        return "member" if self.is_map and self.key is None else "value"

    def next(self) -> None:
        """Take a comma."""
        self.key, self.has_value = None, False
        self.number += 1


class _Place(NamedTuple):
    """The place of the cursor, while it is not known yet which members stand behind it."""

    path: tuple[Step, ...]
    role: Role
    start: int
    end: int
    quote: str = ""
    own: str | None = None
    with_colon: bool = False


class Brackets:
    """The reading of brackets that open at *start*, the value at *path*, up to their end or the offset *stop*.

    ``found`` is what stands at *offset*; ``end`` is the offset behind the last bracket, *stop* where that is missing;
    ``given`` are the ids that things in it have.
    """

    def __init__(
        self,
        text: str,
        start: int,
        stop: int,
        offset: int,
        *,
        path: tuple[Step, ...] = (),
        style: Literal["json", "flow"] = "json",
    ) -> None:
        self.end = stop
        self.given: list[Given] = []
        self._text = text
        self._offset = offset
        self._path = path
        self._style = style
        self._stack: list[_Open] = []
        self._place: _Place | None = None
        self._around: _Open | None = None
        """The bracket in which the cursor stands."""
        self._is_known = False
        """Whether nothing that follows says more about the cursor: a member is known once its object is closed."""
        before = start
        for token in (_JSON if style == "json" else _YAML).finditer(text, start, stop):
            self._gap(before, token)
            before = token.end()
            self._take(token)
            if not self._stack:
                self.end = token.end()
                break
            if self._is_known:
                break
        else:
            if self._stack and before <= offset <= stop:
                self._between()

    @property
    def found(self) -> Cursor | None:
        """Return what stands at the offset, None where nothing may stand there or the brackets have ended before."""
        place = self._place
        if place is None or self._around is None:
            return None
        present = list(self._around.keys)
        if place.own is not None:
            present.remove(place.own)
        members = frozenset(present if place.role == "member" else ())
        return Cursor(*place[:4], self._style, place.quote, members, place.with_colon)

    def _gap(self, before: int, token: re.Match[str]) -> None:
        """Note the cursor where it stands before a token and in none; a word that begins there is what it is about."""
        begins_word = self._offset == token.start() and token[0][0] not in "{}[],:#\"'"
        if before <= self._offset <= token.start() and self._stack and not begins_word:
            self._between()

    def _between(self) -> None:
        top = self._stack[-1]
        if self._place is None and top.awaits is not None:
            path = self._path_to_top() if top.awaits == "member" else (*self._path_to_top(), top.step)
            self._place = _Place(path, top.awaits, self._offset, self._offset)
            self._around, self._is_known = top, top.awaits == "value"

    def _path_to_top(self) -> tuple[Step, ...]:
        return (*self._path, *[one.step for one in self._stack[:-1]])

    def _take(self, token: re.Match[str]) -> None:
        word, top = token[0], self._stack[-1] if self._stack else None
        if word in {"{", "["}:
            if top is not None:
                top.has_value = True
            self._stack.append(_Open(is_map=word == "{"))
        elif top is None:
            return
        elif word in {"}", "]"}:
            self._is_known = self._stack.pop() is self._around
        elif word == ",":
            top.next()
        elif word != ":" and word[0] != "#":
            self._scalar(token, top)

    def _scalar(self, token: re.Match[str], top: _Open) -> None:
        start, end, quote = _inside(token)
        at_cursor = start <= self._offset <= end and self._place is None
        if top.is_map and (top.key is None or top.has_value):
            if top.has_value:  # a comma is missing
                top.next()
            top.key = unquoted(token[0].rstrip())
            top.keys.append(top.key)
            if at_cursor:
                colon = _COLON.match(self._text, token.end()) is not None
                self._place = _Place(self._path_to_top(), "member", start, end, quote, top.key, colon)
                self._around = top
            return
        top.has_value = True
        if not at_cursor and (top.key != "id" or len(self._stack) > _DEEPEST):
            return
        path = (*self._path_to_top(), top.step)
        if top.key == "id":
            self.given.append(Given(path, unquoted(token[0].rstrip()), start, end))
        if at_cursor:
            self._place = _Place(path, "value", start, end, quote)
            self._around, self._is_known = top, True


def _inside(token: re.Match[str]) -> tuple[int, int, str]:
    """Return where the words of a scalar begin and end, and their quotation mark; one that is open ends with its line."""
    word = token[0]
    quote = word[0] if word[0] in "\"'" else ""
    if not quote:
        return token.start(), token.start() + len(word.rstrip()), ""
    start = token.start() + 1
    if len(word) > 1 and word.endswith(quote):
        return start, token.end() - 1, quote
    return start, start + len(re.split(r"[\n\r]", word[1:], maxsplit=1)[0]), quote


def unquoted(word: str) -> str:
    """Return what a key or a plain value says, without quotation marks and what they escape."""
    if word.startswith('"'):
        try:
            return str(json.loads(word, strict=False))
        except ValueError:
            return word.strip('"')
    if word.startswith("'"):
        return word.strip("'").replace("''", "'")
    return word
