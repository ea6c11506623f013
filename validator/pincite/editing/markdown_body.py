"""The body of annotated Markdown: attributes that are there are changed in their place, and words that are plain.

A piece of the text is rewritten where it stands in the file as it is read: without marks, escapes and references in it.
What comes in its place is not escaped: where it would be read as a mark, the reading back tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from pincite.editing.edits import Edit
from pincite.editing.splices import Splices

if TYPE_CHECKING:
    from pincite.editing.line_ends import LineEnds
    from pincite.model.fix import Change
    from pincite.model.json_value import Json
    from pincite.reading.markdown.document import Parts

BELOW = "it stands in the text below the front matter, and is changed there by hand"
_MARKED = "the text below the front matter has marks, line ends or escapes there, and is changed by hand"
_SAFE = re.compile(r"[\w./+-]+")
"""Values of attributes that mean themselves."""
_NAME = re.compile(r"[A-Za-z_][\w-]*")
"""Names of attributes."""


class BodyEditor:
    """Takes changes of the body of *text* (no byte order mark, LF line ends); *ends* lead to the file's own."""

    def __init__(self, text: str, parts: Parts, ends: LineEnds) -> None:
        self.splices = Splices(parts.body.text)
        self._text = text
        self._body = parts.body
        self._places = parts.merged.places
        self._ends = ends
        self._edits: list[Edit] = []

    def edits(self) -> list[Edit]:
        """Return the edits of the file's text."""
        in_file, written = self._ends.in_file, self._ends.written
        return [Edit(in_file(start), in_file(end), written(new)) for start, end, new in self._edits]

    def has(self, pointer: str) -> bool:
        """Return whether the body says the value at *pointer*."""
        return pointer in self._places

    def put(self, pointer: str, value: Json) -> str | None:
        """Change the attribute, or the id, that gives a value; return why it cannot be, None where it can."""
        (start, end), key = self._places[pointer]
        written = self._text[start:end]
        plain = isinstance(value, (str, int)) and not isinstance(value, bool)
        is_id = pointer.endswith("/id") and self._text[start - 1 : start] == "#"
        if key == (start, end) and not is_id:
            return BELOW
        if not plain or not _SAFE.fullmatch(f"{value}") or not _SAFE.fullmatch(written):
            return BELOW
        self._edits.append(Edit(start, end, f"{value}"))
        return None

    def remove(self, pointer: str) -> str | None:
        """Take the attribute away that gives a value, with the space before it, in the manner of ``put``."""
        (start, end), key = self._places[pointer]
        if key == (start, end) or not self._is_attribute(pointer):
            return BELOW
        marks = self._text[end : end + 1]
        end += marks in {'"', "'"} and self._text[start - 1] == marks
        begin = key[0]
        while self._text[begin - 1] in " \t\n":
            begin -= 1
        if self._text[begin - 1] == "{":
            begin = key[0]
            while self._text[end] in " \t":
                end += 1
        self._edits.append(Edit(begin, end, ""))
        return None

    def rename(self, pointer: str, name: str) -> str | None:
        """Give the attribute another name that gives a value, in the manner of ``put``."""
        place, key = self._places[pointer]
        if key == place or not self._is_attribute(pointer) or not _NAME.fullmatch(name):
            return BELOW
        self._edits.append(Edit(*key, name))
        return None

    def rewrite(self, change: Change) -> str | None:
        """Write a text in the place of a piece of the article's, in the manner of ``put``."""
        placed = self.splices.placed(change)
        if not isinstance(placed, Edit):
            return placed
        start, end, new = placed
        place = self._body.word_for_word(start, end)
        if place is None:
            return _MARKED
        self.splices.make(placed)
        self._edits.append(Edit(*place, new))
        return None

    def rewritten(self) -> list[str]:
        """Return the pointers of values in whose words something is rewritten."""
        begins = sorted(one.start for one in self._edits)
        return [
            f"{pointer}/text" if pointer.endswith("/alt") else pointer
            for pointer, ((start, end), _) in self._places.items()
            if bisect_left(begins, start) < bisect_right(begins, end)
        ]

    def _is_attribute(self, pointer: str) -> bool:
        """Return whether a value stands behind its key, an equals sign and nothing else but a quotation mark."""
        (start, _), key = self._places[pointer]
        return self._text[key[1] : start] in {"=", '="', "='"}
