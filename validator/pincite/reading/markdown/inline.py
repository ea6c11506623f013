"""The words of one paragraph without their marks, and the annotation between them, in one pass over its characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from pincite.reading.markdown.attributes import ESCAPED, Attributes, attributes_at, unescaped
from pincite.reading.markdown.citations import Cited, cited_in
from pincite.reading.markdown.emphasis import Run, pair, run_at

if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["span", "citation", "image"]

_SPECIAL = re.compile(r"[\\`*_\[\]!<&\n]")
_TICKS = re.compile("`+")
_NOTE = re.compile(r"\[\^[^\s\[\]^]{1,200}\](?!\()")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ADDRESS = re.compile(r"<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}:|[\w.+-]+@)[^\s<>]*)>")
_LINK = re.compile(
    r"\(\s*(?:<(?P<pointed>[^<>\n]*)>|(?P<bare>(?:\\.|[^\s()<>\\])*(?:\((?:\\.|[^\s()\\])*\)(?:\\.|[^\s()\\])*)*))"
    r"""(?:\s+(?P<title>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))?\s*\)""",
    re.DOTALL,
)
_DEEPEST = 50
"""Annotated spans inside one another; deeper ones are text."""


@dataclass
class Mark:
    """A piece of annotation: its offsets, the pieces of visible words in it, and what its syntax says."""

    kind: Kind
    start: int
    end: int
    first: int
    last: int
    attributes: Attributes = field(default_factory=Attributes)
    cited: list[Cited] = field(default_factory=list)
    inner: list[Mark] = field(default_factory=list)
    words: tuple[int, int] = (0, 0)
    target: tuple[str, int, int] = ("", 0, 0)
    title: tuple[str, int, int] | None = None
    depth: int = 1


@dataclass
class _Bracket:
    at: int
    piece: int
    marks: int
    is_image: bool
    nested: bool = False


class Inline:
    """One paragraph's text, scanned on construction.

    ``pieces`` are its visible words, each with the offsets where they are written; ``codes`` the numbers of those that
    are code; ``marks`` the annotation in it; ``problems`` what is malformed: message, start and end.
    """

    def __init__(self, text: str) -> None:
        self.source = text
        self.pieces: list[tuple[str, int, int]] = []
        self.codes: list[int] = []
        self.marks: list[Mark] = []
        self.problems: list[tuple[str, int, int]] = []
        self._open: list[_Bracket] = []
        self._runs: list[tuple[int, Run]] = []
        self._ticks: dict[int, list[int]] | None = None
        self._no_comment_ends = False
        at = 0
        while (special := _SPECIAL.search(text, at)) is not None:
            self._literal(at, special.start())
            at = self._HANDLERS[special[0]](self, special.start())
        self._literal(at, len(text))
        pair([run for _, run in self._runs])
        for number, run in self._runs:
            _, start, end = self.pieces[number]
            self.pieces[number] = (run.mark * run.left, start, end)
        self.starts = [0, *accumulate(len(words) for words, _, _ in self.pieces)]
        self.text = "".join([words for words, _, _ in self.pieces])

    def _literal(self, start: int, end: int) -> None:
        if start < end:
            self.pieces.append((self.source[start:end], start, end))

    def _one(self, at: int) -> int:
        self._literal(at, at + 1)
        return at + 1

    def _escape(self, at: int) -> int:
        following = self.source[at + 1 : at + 2]
        if following == "\n":
            self._drop_spaces(at)
            self.pieces.append(("\n", at, at + 2))
            return self._behind_spaces(at + 2)
        if ESCAPED.match(self.source, at):
            self.pieces.append((following, at, at + 2))
            return at + 2
        return self._one(at)

    def _reference(self, at: int) -> int:
        found = ESCAPED.match(self.source, at)
        if found is None:
            return self._one(at)
        self.pieces.append((unescaped(found[0]), at, found.end()))
        return found.end()

    def _line_end(self, at: int) -> int:
        spaces = self._drop_spaces(at)
        self.pieces.append(("\n" if spaces > 1 else " ", at, at + 1))
        return self._behind_spaces(at + 1)

    def _drop_spaces(self, at: int) -> int:
        """Take the spaces before a line's end off the last piece, and return how many they were."""
        if not self.pieces or self.pieces[-1][2] != at:
            return 0
        words, start, end = self.pieces[-1]
        if words != self.source[start:end]:
            return 0
        kept = words.rstrip(" \t")
        self.pieces[-1] = (kept, start, start + len(kept))
        return len(words) - len(kept)

    def _behind_spaces(self, at: int) -> int:
        while self.source[at : at + 1] in {" ", "\t"}:
            at += 1
        return at

    def _code(self, at: int) -> int:
        if self._ticks is None:
            self._ticks = {}
            for run in _TICKS.finditer(self.source):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        opening = _TICKS.match(self.source, at)
        length = len(opening[0]) if opening else 1
        places = self._ticks.get(length, [])
        number = bisect_left(places, at + length)
        if number == len(places):
            self._literal(at, at + length)
            return at + length
        start, end = at + length, places[number]
        words = self.source[start:end].replace("\n", " ")
        if words.strip(" ") and words[0] == words[-1] == " ":
            words, start, end = words[1:-1], start + 1, end - 1
        self.codes.append(len(self.pieces))
        self.pieces.append((words, start, end))
        return places[number] + length

    def _angle(self, at: int) -> int:
        address = _ADDRESS.match(self.source, at)
        if address:
            self._literal(*address.span(1))
            return address.end()
        if self.source.startswith("<!--", at) and not self._no_comment_ends:
            end = self.source.find("-->", at + 4)
            if end >= 0:
                return end + 3
            self._no_comment_ends = True
        tag = _TAG.match(self.source, at)
        return tag.end() if tag else self._one(at)

    def _run(self, at: int) -> int:
        end = at + 1
        while self.source[end : end + 1] == self.source[at]:
            end += 1
        self._runs.append((len(self.pieces), run_at(self.source, at, end)))
        self.pieces.append(("", at, end))
        return end

    def _bang(self, at: int) -> int:
        if not self.source.startswith("[", at + 1):
            return self._one(at)
        self._push(at, 2, is_image=True)
        return at + 2

    def _bracket(self, at: int) -> int:
        note = _NOTE.match(self.source, at)
        if note:
            return note.end()
        self._push(at, 1, is_image=False)
        return at + 1

    def _push(self, at: int, length: int, *, is_image: bool) -> None:
        if self._open:
            self._open[-1].nested = True
        self._open.append(_Bracket(at, len(self.pieces), len(self.marks), is_image))
        self._literal(at, at + length)

    def _close(self, at: int) -> int:
        if not self._open:
            return self._one(at)
        bracket = self._open.pop()
        link = _LINK.match(self.source, at + 1) if self.source.startswith("(", at + 1) else None
        behind = link.end() if link else at + 1
        attributes = attributes_at(self.source, behind)
        if isinstance(attributes, int):
            message = "the attributes that begin here are not read up to a closing brace"
            self.problems.append((message, behind, max(attributes, behind + 1)))
            attributes = None
        if link:
            return self._linked(bracket, at, link, attributes)
        cited = [] if bracket.is_image or bracket.nested else cited_in(self.source, bracket.at + 1, at)
        if attributes is None or bracket.is_image:
            self._one(at)
            if cited:
                self._mark(
                    Mark("citation", bracket.at, at + 1, bracket.piece, len(self.pieces), cited=cited),
                    bracket,
                )
            return at + 1
        if cited:
            self._one(at)
            self._printed(bracket, attributes)
            inner = Mark("citation", bracket.at, at + 1, bracket.piece, len(self.pieces), cited=cited)
            self.marks.append(inner)
        else:
            self._hide(bracket)
            if bracket.marks < len(self.marks) and self.marks[bracket.marks].cited:
                self._printed(bracket, attributes)
        mark = Mark("span", bracket.at, attributes.end, bracket.piece, len(self.pieces), attributes)
        mark.words = (bracket.at + 1, at)
        self._mark(mark, bracket)
        return attributes.end

    def _linked(self, bracket: _Bracket, at: int, link: re.Match[str], attributes: Attributes | None) -> int:
        self._hide(bracket)
        end = attributes.end if attributes else link.end()
        kind: Kind = "image" if bracket.is_image else "span"
        mark = Mark(kind, bracket.at, end, bracket.piece, len(self.pieces), attributes or Attributes())
        mark.words = (bracket.at + (2 if bracket.is_image else 1), at)
        group = "bare" if link["pointed"] is None else "pointed"
        mark.target = (unescaped(link[group]), *link.span(group))
        if link["title"]:
            mark.title = (unescaped(link["title"][1:-1]), link.start("title") + 1, link.end("title") - 1)
        if bracket.is_image:
            self._mark(mark, bracket)
        return end

    def _printed(self, bracket: _Bracket, attributes: Attributes) -> None:
        """Let the words that a citation is said to be printed as stand for it in the text."""
        raw = attributes.pairs.get("raw")
        if raw is not None and raw.value:
            while self._runs and self._runs[-1][0] >= bracket.piece:
                self._runs.pop()
            for number in range(bracket.piece, len(self.pieces)):
                _, start, end = self.pieces[number]
                self.pieces[number] = ("", start, end)
            self.pieces[bracket.piece] = (raw.value, *raw.place)

    def _hide(self, bracket: _Bracket) -> None:
        _, start, end = self.pieces[bracket.piece]
        self.pieces[bracket.piece] = ("", start, end)

    def _mark(self, mark: Mark, bracket: _Bracket) -> None:
        inner = self.marks[bracket.marks :]
        mark.depth = 1 + max((one.depth for one in inner), default=0)
        if mark.depth > _DEEPEST:
            return
        del self.marks[bracket.marks :]
        mark.inner = inner
        self.marks.append(mark)

    _HANDLERS = {  # noqa: RUF012 - a dispatch table, never written to
        "\\": _escape,
        "`": _code,
        "*": _run,
        "_": _run,
        "[": _bracket,
        "]": _close,
        "!": _bang,
        "<": _angle,
        "&": _reference,
        "\n": _line_end,
    }
