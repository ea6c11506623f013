"""The text of a page as it is built: white space collapsed as browsers do, paragraphs parted by line breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.manuscript import trimmed

if TYPE_CHECKING:
    from pincite.converter.manuscript import Kind, Paragraph

_COLLAPSED = re.compile(r"[ \t\n\f\r]+")
_GAP = re.compile(r"\s*")


class Text:
    """The text so far. White space waits in ``_gap`` until something visible comes behind it.

    ``length`` is that of what is there, without what waits.
    """

    def __init__(self) -> None:
        self.length = 0
        self.paragraphs: list[Paragraph] = []
        self._parts: list[str] = []
        self._line: list[str] = []
        self._gap = ""
        self._kind: tuple[Kind, int] = ("text", 0)

    def add(self, text: str, kind: Kind, level: int, *, kept: bool = False, parts: bool = False) -> None:
        """Add a piece of text of a paragraph of this kind; *kept*: with its white space as it is.

        *parts*: two line breaks in a row part paragraphs.
        """
        text = text.replace("\r\n", "\n").replace("\r", "\n") if kept else _COLLAPSED.sub(" ", text)
        if not self.length:
            text = text.lstrip("\ufeff")  # at the beginning of a text it would be taken for a byte order mark
        gap = _GAP.match(text)
        before = gap[0] if gap else ""
        self._wait(before, kept=kept)
        text = text[len(before) :]
        if not text:
            return
        visible = text.rstrip()
        if parts and self._gap.count("\n") > 1:
            self.end()
        if not self._line:
            self._begin(kind, level)
        self._emit(self._gap + visible)
        self._gap = ""
        self._wait(text[len(visible) :], kept=kept)

    def line_break(self) -> None:
        """Break the line in a paragraph."""
        self._gap = self._gap.rstrip(" ") + "\n" if self._line else ""

    def cell(self) -> None:
        """Part two cells of a row."""
        self._gap = self._gap.rstrip(" ") + "\t" if self._line else ""

    def end(self) -> None:
        """End the paragraph; the white space that waits is dropped."""
        if self._line:
            line = "".join(self._line)
            self.paragraphs.append(trimmed(self.length - len(line), line, *self._kind))
            self._parts.append(line)
            self._line = []
        self._gap = ""

    def result(self) -> str:
        """Return the whole text."""
        self.end()
        return "".join(self._parts)

    def _begin(self, kind: Kind, level: int) -> None:
        self._kind = kind, level
        if self._parts:
            self._parts.append("\n")
            self.length += 1

    def _emit(self, text: str) -> None:
        self._line.append(text)
        self.length += len(text)

    def _wait(self, space: str, *, kept: bool) -> None:
        if (
            not kept
            and space[:1] == " "
            and (self._gap[-1:] in {" ", "\n", "\t"} or not (self._gap or self._line))
        ):
            space = space[1:]
        self._gap += space
