"""The blocks of a Markdown text: paragraphs, headings and code, and the block quotes around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_DEEPEST = 60
"""Block quotes and lists inside one another; markdown-it passes over what stands deeper."""
_DEFINITION = re.compile(r"(?:\[(?!\^)[^\[\]\n]{1,999}\]:[ \t]*\S+[^\n]*(?:\n|$))+")
_NOTE = re.compile(r"\[\^[^\s\[\]^]{1,200}\]:[ \t]*")
_CELLS = {"th_open", "td_open", "th_close", "td_close"}
_UNSHOWN = re.compile(r"\s*<(?:script|style|!|\?)", re.IGNORECASE)


@dataclass
class Leaf:
    """A block without blocks in it: its text, and where each of its lines is written.

    ``lines`` pairs the offset in ``text`` at which a line begins with its offset in the file.
    """

    kind: str
    text: str
    lines: list[tuple[int, int]]
    level: int = 0

    def place(self, offset: int) -> int:
        """Return the offset in the file of an offset in the text."""
        lines = self.lines
        number = bisect_right(lines, (offset, 1 << 62)) - 1 if len(lines) > 1 else 0
        at, in_file = lines[max(0, number)]
        return in_file + offset - at


@dataclass
class Quote:
    """A block quote, with what stands in it, and the offsets of its lines in the file."""

    start: int
    end: int
    parts: list[Leaf | Quote] = field(default_factory=list)

    def leaves(self) -> Iterator[Leaf]:
        """Yield the leaves, those of block quotes inside it too."""
        for part in self.parts:
            if isinstance(part, Leaf):
                yield part
            else:
                yield from part.leaves()


class Blocks:
    """The blocks of *text* from the offset *start* on.

    ``parts`` are they in order; ``too_deep`` is the offset of something that stands too deep to be read.
    """

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._starts = [start]
        at = text.find("\n", start)
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts.append(len(text))
        self.parts: list[Leaf | Quote] = []
        self.too_deep: int | None = None
        self._stack: list[list[Leaf | Quote]] = [self.parts]
        self._lists = self._level = 0
        self._in_cell = False
        self._row = (0, 0)
        self._cursor = start
        body = text[start:].replace("\0", "\ufffd")
        for token in _parser().parse(body):
            self._take(token)

    def _take(self, token: Token) -> None:
        kind = token.type
        if token.map:
            self._row = (token.map[0], token.map[1])
        if token.level >= _DEEPEST - 1 and self.too_deep is None:
            self.too_deep = self._starts[self._row[0]]
        if kind == "blockquote_open":
            start, end = self._starts[self._row[0]], self._starts[min(self._row[1], len(self._starts) - 1)]
            quote = Quote(start, end)
            self._stack[-1].append(quote)
            self._stack.append(quote.parts)
        elif kind == "blockquote_close":
            self._stack.pop()
        elif kind in {"list_item_open", "list_item_close"}:
            self._lists += token.nesting
        elif kind in _CELLS:
            self._in_cell = token.nesting == 1
        elif kind == "heading_open":
            self._level = int(token.tag[1])
        else:
            self._content(token)

    def _content(self, token: Token) -> None:
        content = token.content.rstrip("\n")
        if token.type == "inline":
            self._inline(token.content)
        elif token.type in {"fence", "code_block"}:
            first = self._row[0] + (token.type == "fence")
            self._add(Leaf("code", content, self._lines(content, first, self._row[1])))
        elif token.type == "html_block" and not _UNSHOWN.match(content):
            self._add(Leaf("paragraph", content, self._lines(content, *self._row)))

    def _inline(self, content: str) -> None:
        if not content:
            self._level = 0
            return
        lines = self._lines(content, *self._row)
        level, self._level = self._level, 0
        kind = "heading" if level else "list" if self._lists else "paragraph"
        definition = None if level else _DEFINITION.match(content)
        note = None if level else _NOTE.match(content)
        skipped = definition.end() if definition else note.end() if note else 0
        if note:
            kind = "note"
        if skipped:
            leaf = Leaf("", content, lines)
            rest = content[skipped:]
            lines = [
                (0, leaf.place(skipped)),
                *((at - skipped, there) for at, there in lines if at > skipped),
            ]
            content = rest
        if content.strip():
            self._add(Leaf(kind, content, lines, level))

    def _add(self, leaf: Leaf) -> None:
        self._stack[-1].append(leaf)

    def _lines(self, content: str, first: int, stop: int) -> list[tuple[int, int]]:
        """Return where each line of a block's content stands: behind the marks of the blocks around it."""
        found: list[tuple[int, int]] = []
        at = 0
        for number, line in enumerate(content.split("\n")):
            row = min(first + number, max(stop - 1, first), len(self._starts) - 2)
            begin, end = self._starts[row], self._starts[row + 1]
            written = "" if self._in_cell else self._text[begin:end].rstrip()
            wanted = line.strip()
            if not self._in_cell and written.endswith(wanted):
                there = begin + len(written) - len(line.rstrip())
            else:
                inside = self._text.find(wanted, max(begin, self._cursor), end)
                there = begin if inside < 0 else inside - (len(line) - len(line.lstrip()))
                self._cursor = max(self._cursor, there + len(line))
            found.append((at, max(there, begin)))
            at += len(line) + 1
        return found


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable("reference")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser
