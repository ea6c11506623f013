"""Markdown that nobody has annotated: the text a reader of the rendered page sees, and what its marks say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

from pincite.converter.languages import detect
from pincite.converter.readers.embedded_html import Around, EmbeddedHtml, picture
from pincite.converter.readers.front_matter import parted
from pincite.converter.readers.markdown_parser import ArticleParser, excess_cells
from pincite.converter.readers.markdown_tokens import LINE_BLOCK, alt_text, is_line_block, notes_apart
from pincite.converter.readers.written_text import WrittenText
from pincite.model.document import plain_text
from pincite.reading.markdown.amount import assert_bounded
from pincite.reading.opening import decoded

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.converter.manuscript import Manuscript
    from pincite.converter.readers.written_text import Place

MEDIA_TYPE = "text/markdown"

_REVERSED = re.compile(r"\([^()\[\]\n]{1,100}\)(?=\[([^\s\[\]()<>]{1,500})\])")
_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_CALLOUT = "[!"
"""How the notes and warnings begin that some sites write as block quotes."""


def read(content: bytes) -> Manuscript:
    """Return the manuscript in the bytes of a Markdown file; raises UnreadableError for what is no UTF-8."""
    text = plain_text(decoded(content))
    assert_bounded(text)
    about, start = parted(text)
    article = _Article(text[start:], about.language)
    article.write()
    return article.written.manuscript(MEDIA_TYPE, about)


class _Article:
    """The body of an article: its tokens, written down one after the other."""

    def __init__(self, body: str, language: str | None) -> None:
        self._parser = ArticleParser()
        self._env: dict[str, object] = {}
        self._lines = body.split("\n")
        tokens = self._parser.parse(body, self._env)
        self._tokens, self._texts = notes_apart(tokens)
        self.written = WrittenText()
        self._around = Around()
        self._html = EmbeddedHtml(self.written, self._around, language or detect(body) or "")
        self._marked: dict[tuple[str, int], int] = {}
        """Notes to their numbers, in the order of their marks."""
        self._notes: list[list[Token]] = []
        """The texts of the notes that have a number."""
        self._written_notes = 0
        self._links: list[tuple[Place, str]] = []
        self._items: list[tuple[str, int]] = []
        """For each list around what is written, its last number as written, and as shown."""
        self._outside: list[Around] = []
        """What stands around each of the block quotes around what is written."""
        self._columns = self._cells = 0
        self._line: int | None = None
        """That of the row of a table that is being written."""
        self._blocks: dict[str, Callable[[Token], None]] = {
            "fence": self._code,
            "code_block": self._code,
            "html_block": lambda token: self._html.block(token.content),
            "paragraph_close": lambda _: self._html.end_paragraph(),
            "blockquote_close": self._close_quotation,
            "heading_open": self._heading,
            "heading_close": self._heading,
            "bullet_list_open": self._list,
            "bullet_list_close": self._list,
            "ordered_list_open": self._list,
            "ordered_list_close": self._list,
            "list_item_open": self._item,
            "list_item_close": self._item,
            "tr_open": self._row,
            "tr_close": self._row,
            "th_open": self._cell,
            "td_open": self._cell,
        }

    def write(self) -> None:
        """Write the article, and its notes behind it."""
        self._walk(self._tokens)
        self._html.end_paragraph()
        self._around.html.clear()
        self._around.note = True
        self._write_notes()
        for key in list(self._texts):  # what nothing marks is not lost
            if key in self._texts:
                self._take_note(key)
                self._write_notes()

    def _write_notes(self) -> None:
        """Write the notes that have a number; those that they mark get the next ones."""
        while self._written_notes < len(self._notes):
            tokens = self._notes[self._written_notes]
            self._written_notes += 1
            self.written.label(f"[{self._written_notes}]")
            start = self.written.place()
            self._walk(tokens)
            self.written.flush_label()
            self.written.note(self._written_notes, start)
            self._html.end_paragraph()

    def _walk(self, tokens: list[Token]) -> None:
        for number, token in enumerate(tokens):
            if token.type == "inline":
                is_text = number > 0 and tokens[number - 1].type == "paragraph_open"
                self._inlines(token.children or [], verse=is_text and is_line_block(token.content))
            elif token.type == "blockquote_open":
                self._open_quotation(tokens[number + 1 : number + 3])
            elif token.type in self._blocks:
                self._blocks[token.type](token)

    def _code(self, token: Token) -> None:
        self._around.html["pre"] += 1
        self.written.write(token.content, as_is=True)
        self._html.end_paragraph()
        self._around.html["pre"] -= 1

    def _heading(self, token: Token) -> None:
        if token.nesting < 0:
            self._html.end_paragraph()
        self._around.html[token.tag] += token.nesting

    def _open_quotation(self, first: list[Token]) -> None:
        self._html.end_paragraph()
        self._outside.append(self._around.copy())
        self._around.quotations += not first[-1].content.startswith(_CALLOUT)

    def _close_quotation(self, _: Token) -> None:
        self._html.end_paragraph()
        self._around.become(self._outside.pop())

    def _list(self, token: Token) -> None:
        self._around.lists += token.nesting
        if token.nesting > 0:
            self._items.append(("", 0))
        else:
            self._items.pop()

    def _item(self, token: Token) -> None:
        """Begin or end an item; its number is the one that is written, or one more where all are written alike."""
        if token.nesting < 0:
            self.written.flush_label()
        self._html.end_paragraph()
        if token.nesting > 0 and token.info:
            before, shown = self._items[-1]
            shown = shown + 1 if token.info == before else int(token.info)
            self._items[-1] = (token.info, shown)
            self.written.label(f"{shown}{token.markup}")

    def _cell(self, token: Token) -> None:
        self.written.space("\t" * (self._cells > 0))
        self._cells += 1
        if token.tag == "th":
            self._columns = self._cells

    def _row(self, token: Token) -> None:
        if token.nesting > 0:
            self._cells = 0
            self._line = token.map[0] if token.map else None
        else:
            line = "" if self._line is None else self._lines[self._line]
            for cell in excess_cells(line, self._columns):
                self.written.space("\t")
                self._inlines(self._parser.inlines(cell, self._env))
            self._html.end_paragraph()

    def _inlines(self, tokens: list[Token], *, verse: bool = False) -> None:
        """Write what stands inside a paragraph; in *verse* each line begins with a bar and ends where it does."""
        begins = verse
        for token in tokens:
            kind = token.type
            if kind in {"softbreak", "hardbreak"}:
                self.written.space("\n" if verse or kind == "hardbreak" else " ")
                begins = verse
            elif kind == "link_open":
                self._links.append((self.written.place(), str(token.attrs["href"])))
            elif kind == "link_close":
                self.written.link(*self._links.pop())
            elif kind == "image":
                self._picture(token)
            elif kind == "html_inline":
                self._html.inline(token.content)
            elif kind == "footnote_ref":
                self.written.note_mark(self._number(token))
            else:
                self._words(LINE_BLOCK.sub("", token.content, count=1) if begins else token.content)
                begins = False

    def _words(self, text: str) -> None:
        """Write words, and what in them is a link whose brackets were taken for one another."""
        text = self._html.shown(text)
        at = 0
        for found in _REVERSED.finditer(text):
            if "/" in found[1] or _FILE.search(found[1]):
                self.written.write(text[at : found.start()])
                start, at = self.written.place(), found.end()
                self.written.write(found[0])
                self.written.link(start, found[1])
        self.written.write(text[at:])

    def _picture(self, token: Token) -> None:
        target, title = str(token.attrs["src"]), token.attrs.get("title")
        self.written.picture(picture(target, alt_text(token.children or []), str(title) if title else None))

    def _number(self, token: Token) -> int:
        """Return the number of a note at its mark."""
        if "depth" in token.meta:  # it is written here
            inline = Token("inline", "", 0)
            inline.children = self._parser.inlines(token.content, self._env, token.meta["depth"])
            self._notes.append([inline])
            return len(self._notes)
        key = (str(token.meta["label"]), 0)
        return self._marked.get(key) or self._take_note(key)

    def _take_note(self, key: tuple[str, int]) -> int:
        """Give the next number to a note."""
        self._notes.append(self._texts.pop(key))
        self._marked[key] = len(self._notes)
        return len(self._notes)
