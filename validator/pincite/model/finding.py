"""One finding: what is wrong, where, and what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pincite.model.fix import Fix
    from pincite.model.rule import Severity


class Span(NamedTuple):
    """A piece of the article's text: code points, from 0, half-open."""

    start: int
    end: int


class Place(NamedTuple):
    """A range in a file: lines and columns count from 1, columns in code points, the end is exclusive.

    ``excerpt`` is the first line of the range (cut to a window where the line is long) and ``offset`` the
    number of code points that the window leaves out on its left.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    offset: int = 0


class Finding(NamedTuple):
    """One fault of one file, fully comparable.

    ``place`` is None only for a file that could not be read at all; ``pointer`` is a JSON Pointer (RFC 6901)
    into the document, ``""`` for the whole; ``span`` is the piece of the article's text it is about; ``fix`` mends it.
    """

    path: str
    code: str
    name: str
    severity: Severity
    message: str
    hint: str | None = None
    pointer: str = ""
    place: Place | None = None
    span: Span | None = None
    fix: Fix | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str, str]:
        """Return the key of the total order: path, line, column, code, message, pointer."""
        place = self.place
        return (
            self.path,
            place.line if place else 0,
            place.column if place else 0,
            self.code,
            self.message,
            self.pointer,
        )
