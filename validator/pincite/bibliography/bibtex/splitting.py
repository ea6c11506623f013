"""A BibTeX file in its entries, as bibtexparser splits it, with its macros put in."""

from __future__ import annotations

import logging
import re
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from pincite.bibliography.bibtex.dates import MONTHS
from pincite.bibliography.listed import Remark, shown
from pincite.bibliography.rules import entry_unreadable, field_passed_over

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bibtexparser.model import Block, Entry

_PIECE = re.compile(r"\s*#?\s*(?:(?P<name>[^\s\"#{}]+)|(?P<open>[{\"])|(?P<stray>\}))?")
_MARK = re.compile(r"(?<!\\)[{}\"]")
_MOST = 10_000_000
"""Characters that the macros of a file may put into it: macros of macros grow without end."""


class Split(NamedTuple):
    """An entry of a file: its key and line, its type in small letters, and its fields' values and lines by their names."""

    key: str
    line: int
    kind: str
    values: dict[str, str]
    lines: dict[str, int]


def split(text: str) -> tuple[list[Split], list[Remark]]:
    """Return the entries of a file, and remarks on what is none.

    Raises ImportError, naming the extra, where bibtexparser is not installed.
    """
    if find_spec("bibtexparser") is None:
        message = "reading BibTeX needs bibtexparser, and it is not installed: pip install 'pincite[bibtex]'"
        raise ImportError(message, name="bibtexparser")
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415 - it comes with an extra

    # what it logs is told in remarks
    log = logging.getLogger("bibtexparser")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        blocks = parse_string(text, parse_stack=[]).blocks
    finally:
        log.setLevel(level)
    return _Blocks(blocks).read()


class _Blocks:
    """The blocks of a file on their way to entries."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = blocks
        self._macros = {name: name for name in MONTHS}
        self._room = _MOST
        self._remarks: list[Remark] = []

    def read(self) -> tuple[list[Split], list[Remark]]:
        """Return the entries in their order, and remarks."""
        from bibtexparser import model  # noqa: PLC0415 - as above

        found = []
        for block in self._blocks:
            line = _line(block.start_line)
            inner = block.ignore_error_block if isinstance(block, model.ParsingFailedBlock) else block
            if isinstance(inner, model.String):
                self._macros[inner.key.lower()] = self._evaluated(inner.value, line)
            elif isinstance(block, model.DuplicateBlockKeyBlock):
                words = f"the key {shown(block.key)} stands a second time; this entry is left out"
                self._remarks.append(Remark(entry_unreadable.RULE, line, words))
            elif isinstance(inner, model.Entry):
                found.append(self._entry(inner))
            elif isinstance(block, model.ParsingFailedBlock):
                words = "what begins here does not end as an entry does: a brace or a comma may be missing"
                self._remarks.append(Remark(entry_unreadable.RULE, line, words))
        return found, self._remarks

    def _entry(self, entry: Entry) -> Split:
        values: dict[str, str] = {}
        lines: dict[str, int] = {}
        for field in entry.fields:
            name, line = field.key.lower(), _line(field.start_line)
            if name in values:
                words = f"the field {shown(name)} stands a second time; the first one counts"
                self._remarks.append(Remark(field_passed_over.RULE, line, words))
                continue
            values[name], lines[name] = self._evaluated(field.value, line), line
        return Split(entry.key, _line(entry.start_line), entry.entry_type.lower(), values, lines)

    def _evaluated(self, raw: str, line: int) -> str:
        """Return what a value says: pieces in braces or quotation marks, numbers and macros, joined by ``#``."""
        if raw.startswith("{") and raw.find("}") == len(raw) - 1:
            return raw[1:-1]
        found, at = [], 0
        while at < len(raw):
            piece = _PIECE.match(raw, at)
            if piece is None or piece.end() == at:
                break
            at = piece.end()
            if piece["open"]:
                end = _end(raw, at, piece["open"])
                found.append(raw[at:end])
                at = end + 1
            elif piece["name"]:
                found.append(self._named(piece["name"], line))
        return "".join(found)

    def _named(self, name: str, line: int) -> str:
        """Return what a macro stands for; numbers are themselves."""
        if name.isdecimal():
            return name
        text = self._macros.get(name.lower())
        if text is None or len(text) > self._room:
            why = "is not defined" if text is None else "makes the file too long"
            self._remarks.append(Remark(field_passed_over.RULE, line, f"the macro {shown(name)} {why}"))
            return name
        self._room -= len(text)
        return text


def _end(raw: str, start: int, opening: str) -> int:
    """Return where a piece ends that was opened before *start*: at its brace or mark, or at the end."""
    depth = 1 if opening == "{" else 0
    for mark in _MARK.finditer(raw, start):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        if depth <= 0 and mark[0] == ("}" if opening == "{" else '"'):
            return mark.start()
    return len(raw)


def _line(start: int | None) -> int:
    """Return a line from 1, of bibtexparser's, which count from 0."""
    return (start or 0) + 1
