"""The parser for Markdown as people write articles in it: CommonMark with tables, strikethrough and footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_block.table import escapedSplit
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_DEEPEST = 60
"""Block quotes, lists and notes inside one another; the marks of what stands deeper are read as text."""
_LONGEST_LABEL = 200
"""Characters of a note's label."""
_NOTE_DEPTH = "depth of notes"
_DEEPEST_NOTE = 3
"""Notes written where they are marked, inside one another: each of them is parsed once more for each around it."""


class ArticleParser(MarkdownIt):
    """Markdown as it is written: addresses are left as they are, and none of them is refused."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": _DEEPEST + 40, "html": True})
        self.enable(["table", "strikethrough"])
        footnote_plugin(self, inline=False, move_to_end=False)
        self.block.ruler.at(
            "footnote_def", footnote_def, {"alt": ["paragraph", "reference", "blockquote", "list"]}
        )
        # its own rule looks for the end of a label through all of the paragraph, for each of the marks
        self.inline.ruler.at("footnote_ref", _note_mark)
        self.inline.ruler.before("footnote_ref", "footnote_inline", _note_in_place)
        self.block.ruler.before("table", "deepest", _deepest)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        """Return a link's target as it is written."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's name
        """Return an address in angle brackets as it is written."""
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown-it's name
        """Return True: nobody follows these links here."""
        return True

    def inlines(self, source: str, env: dict[str, object], depth: int = 0) -> list[Token]:
        """Return the tokens of a text that stands alone; *depth* counts the notes around it written in their places."""
        return self.inline.parse(source, self, {**env, _NOTE_DEPTH: depth}, [])


def excess_cells(line: str, columns: int) -> list[str]:
    """Return what a line of a table has behind its last column, which no rendered page shows."""
    line = line.strip().lstrip("> \t").removeprefix("|").removesuffix("|")
    return escapedSplit(line)[columns:]


def _deepest(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's own shape
    """Take the lines up to the next blank one as a paragraph where marks stand too deep; the parser drops them."""
    if silent or state.level < _DEEPEST:
        return False
    last = line + 1
    while last < end and not state.isEmpty(last) and state.sCount[last] >= state.blkIndent:
        last += 1
    state.line = last
    content = state.getLines(line, last, state.blkIndent, False).strip()  # noqa: FBT003 - takes no keywords
    state.push("paragraph_open", "p", 1)
    token = state.push("inline", "", 0)
    token.content, token.children = content, []
    state.push("paragraph_close", "p", -1)
    return True


def _note_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own shape
    """Read ``[^label]`` where the label has a note."""
    source, start = state.src, state.pos
    if not source.startswith("[^", start):
        return False
    end = source.find("]", start + 2, min(state.posMax, start + 2 + _LONGEST_LABEL))
    label = source[start + 2 : end]
    if end < 0 or f":{label}" not in state.env.get("footnotes", {}).get("refs", {}):
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": label}
    state.pos = end + 1
    return True


def _note_in_place(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own shape
    """Read ``^[text]``, a note written where it is marked."""
    depth = state.env.get(_NOTE_DEPTH, 0)
    if depth >= _DEEPEST_NOTE or not state.src.startswith("^[", state.pos):
        return False
    end = parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    if not silent:
        token = state.push("footnote_ref", "", 0)
        token.content = state.src[state.pos + 2 : end]
        token.meta = {"depth": depth + 1}
    state.pos = end + 1
    return True
