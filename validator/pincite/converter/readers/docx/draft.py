"""A paragraph while it is walked through, and what it comes to; offsets are from the start of its own text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from pincite.converter.readers.docx.styles import NO_INDENT

if TYPE_CHECKING:
    from pincite.converter.manuscript import Picture
    from pincite.converter.readers.docx.notes import NoteKey
    from pincite.converter.readers.docx.style_names import Role
    from pincite.converter.readers.docx.styles import Indent


class Span(NamedTuple):
    """A link's text and target."""

    start: int
    end: int
    target: str


class Mark(NamedTuple):
    """A note's mark; ``own`` is whether the author chose it, so that the note's text has it too."""

    start: int
    end: int
    note: NoteKey
    own: bool


@dataclass(frozen=True)
class Shape:
    """How a paragraph looks, as far as it shows what the paragraph is; ``role`` is what its style says."""

    role: Role | None = None
    indent: Indent = NO_INDENT
    numbered: bool = False
    in_table: bool = False
    aligned: str | None = None


@dataclass(frozen=True)
class Block:
    """A paragraph: its text without outer white space, and what stands at places in it."""

    text: str
    shape: Shape = Shape()
    links: tuple[Span, ...] = ()
    pictures: tuple[Picture, ...] = ()
    marks: tuple[Mark, ...] = ()

    def after(self, label: str) -> Block:
        """Return the paragraph with a label before its text."""
        by = len(label)
        return replace(
            self,
            text=label + self.text,
            links=tuple(one._replace(start=one.start + by, end=one.end + by) for one in self.links),
            pictures=tuple(replace(one, at=one.at + by) for one in self.pictures),
            marks=tuple(one._replace(start=one.start + by, end=one.end + by) for one in self.marks),
        )


@dataclass
class Draft:
    """A paragraph that text is added to; ``at`` is how much it has."""

    pieces: list[str] = field(default_factory=list)
    at: int = 0
    links: list[Span] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    shape: Shape = Shape()

    def say(self, text: str) -> None:
        """Add text."""
        self.pieces.append(text)
        self.at += len(text)

    def block(self) -> Block:
        """Return what the paragraph has come to."""
        raw = "".join(self.pieces)
        text = raw.strip()
        lead = len(raw) - len(raw.lstrip())

        def placed(at: int) -> int:
            return min(max(at - lead, 0), len(text))

        links = (Span(placed(start), placed(end), target) for start, end, target in self.links)
        marks = (one._replace(start=placed(one.start), end=placed(one.end)) for one in self.marks)
        return Block(
            text,
            self.shape,
            tuple(one for one in links if text[one.start : one.end].strip()),
            tuple(replace(one, at=placed(one.at)) for one in self.pictures),
            tuple(one for one in marks if one.start < one.end),
        )
