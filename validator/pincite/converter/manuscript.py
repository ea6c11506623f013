"""An article as a reader hands it on: its text, its paragraphs, and what its file says besides.

All offsets are Unicode code points in ``Manuscript.text``, half-open. What a format says (a block quotation, a
heading, the target of a link) is kept as it is said; what it means is for ``segment`` to find out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal[
        "text", "heading", "quotation", "citation", "list", "caption", "code", "note", "navigation"
    ]
    """What a format says of a paragraph; "text" where it says nothing."""


@dataclass(frozen=True)
class Paragraph:
    """A stretch of the article's text from ``start`` to ``end``, without outer white space.

    ``level`` is that of a heading (1 is the highest) or the depth of a quotation in quotations (1 is the outermost).
    """

    start: int
    end: int
    text: str
    kind: Kind = "text"
    level: int = 0

    @property
    def words(self) -> int:
        """Return how many words the paragraph has, roughly."""
        return self.text.count(" ") + 1


@dataclass(frozen=True)
class Link:
    """A stretch of the text that leads to ``target``: an address, or a path as the file has it."""

    start: int
    end: int
    target: str


@dataclass(frozen=True)
class Picture:
    """A picture in the article, before the character at ``at``; it takes up no text.

    ``target`` is its address or path as the file has it, None where its bytes are in the file: ``content``.
    ``media_type`` is what the file says or the bytes show; ``alt`` the text for those who cannot see it; ``title``
    what the page shows of it on demand.
    """

    at: int
    target: str | None = None
    content: bytes | None = None
    media_type: str | None = None
    alt: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class NoteLink:
    """The mark of a note from ``start`` to ``end``, and its text from ``note_start`` to ``note_end``.

    The mark is in the text, as "[1]" or as the file prints it; the note's text is without its own number.
    """

    start: int
    end: int
    note_start: int
    note_end: int


@dataclass(frozen=True)
class About:
    """What a file says of its article outside the text: in the head of a page, in a document's properties."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    url: str | None = None
    language: str | None = None
    publication: str | None = None


@dataclass(frozen=True)
class Manuscript:
    """An article's text (no BOM, LF line ends) with its paragraphs, in order, and what stands at places in it.

    Every visible character lies in exactly one paragraph. ``media_type`` is that of the file that was read.
    """

    text: str
    paragraphs: list[Paragraph]
    media_type: str = "text/plain"
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[NoteLink, ...] = ()
    cites: tuple[tuple[int, int], ...] = ()
    """Stretches that the file marks as naming a source (HTML's ``cite``)."""
    about: About = field(default_factory=About)


def trimmed(start: int, raw: str, kind: Kind = "text", level: int = 0) -> Paragraph:
    """Return the paragraph in *raw*, which begins at *start*, without the white space around it."""
    text = raw.strip()
    start += len(raw) - len(raw.lstrip())
    return Paragraph(start, start + len(text), text, kind, level)
