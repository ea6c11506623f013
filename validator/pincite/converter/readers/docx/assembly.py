"""Paragraphs and notes become one text with what stands at places in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pincite.converter.manuscript import Link, Manuscript, NoteLink, Paragraph, trimmed
from pincite.converter.readers.docx.kinds import roles
from pincite.converter.readers.docx.style_names import Role

if TYPE_CHECKING:
    from pincite.converter.manuscript import About, Picture
    from pincite.converter.readers.docx.draft import Block, Mark
    from pincite.converter.readers.docx.notes import NoteKey, Notes

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BETWEEN = "\n"
"""What parts paragraphs, as in the text of pages; a line break in one is a line end as well."""


def assembled(body: list[Block], texts: dict[NoteKey, list[Block]], notes: Notes, about: About) -> Manuscript:
    """Return the manuscript of an article's paragraphs and, behind them, the texts of its notes."""
    text = _Text()
    for block, role in zip(body, roles(body), strict=True):
        text.add(block, role)
    spans: dict[NoteKey, tuple[int, int]] = {}
    own = {mark.note: block.text[mark.start : mark.end] for block in body for mark in block.marks if mark.own}
    for key, blocks in texts.items():
        number = notes.number(key)
        label = f"[{number}] " if number is not None else ""
        skipped = label or own.get(key, "")
        for index, block in enumerate(blocks):
            labelled = block.after(label) if index == 0 and block.text else block
            start, end = text.add(labelled, Role("note"))
            if index == 0:
                start += _length_of_mark(labelled.text, skipped)
            spans[key] = (spans[key][0] if key in spans else start, end)
    return text.manuscript(spans, about)


def _length_of_mark(text: str, mark: str) -> int:
    """Return how many characters of a note's text are its own mark and the blanks behind it."""
    if not text.startswith(mark):
        return 0
    rest = text[len(mark) :]
    return len(text) - len(rest.lstrip()) if rest.strip() else len(mark)


@dataclass
class _Text:
    pieces: list[str] = field(default_factory=list)
    at: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def add(self, block: Block, role: Role) -> tuple[int, int]:
        """Add a paragraph and return from where to where it is; one of a picture alone takes up no text.

        Blank lines in it part it: two breaks in a line are how some people end a paragraph.
        """
        start = self.at
        if block.text:
            start += len(_BETWEEN) if self.at else 0
            self.pieces += [_BETWEEN if self.at else "", block.text]
            self.at = start + len(block.text)
            parts = [(0, block.text)] if role.kind == "code" else _parted(block.text)
            self.paragraphs += [trimmed(start + at, part, role.kind, role.level) for at, part in parts]
        self.links += [Link(start + one.start, start + one.end, one.target) for one in block.links]
        self.pictures += [replace(one, at=start + one.at) for one in block.pictures]
        self.marks += [one._replace(start=start + one.start, end=start + one.end) for one in block.marks]
        return start, self.at

    def manuscript(self, spans: dict[NoteKey, tuple[int, int]], about: About) -> Manuscript:
        return Manuscript(
            text="".join(self.pieces),
            paragraphs=self.paragraphs,
            media_type=MEDIA_TYPE,
            links=tuple(sorted(self.links, key=lambda one: (one.start, one.end))),
            pictures=tuple(self.pictures),
            notes=tuple(
                NoteLink(one.start, one.end, *spans[one.note]) for one in self.marks if one.note in spans
            ),
            about=about,
        )


def _parted(text: str) -> list[tuple[int, str]]:
    """Return the stretches of a text between its blank lines, each with its place."""
    found: list[tuple[int, str]] = []
    start = at = 0
    for line in text.split("\n"):
        if not line.strip():
            if text[start:at].strip():
                found.append((start, text[start:at]))
            start = at + len(line) + 1
        at += len(line) + 1
    return [*found, (start, text[start:])]
