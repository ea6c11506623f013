"""An article's text while a reader writes it down, with the places of what stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pincite.converter.manuscript import Link, Manuscript, NoteLink, Paragraph, Picture

if TYPE_CHECKING:
    from pincite.converter.manuscript import About, Kind

_BLANKS = re.compile(r"[ \t\n\f\r]+")


@dataclass(eq=False)
class Place:
    """Where the next visible character will stand, once it is written."""

    at: int = -1


@dataclass(frozen=True)
class _PlacedPicture:
    place: Place
    picture: Picture


class WrittenText:
    """Text in paragraphs, which a line feed parts; white space is written only between visible characters."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._paragraphs: list[Paragraph] = []
        self._open: list[str] = []
        self._start = 0
        """Where the open paragraph begins."""
        self._end = 0
        """Where the last visible character ends."""
        self._gap = ""
        """White space that is written if something visible follows it."""
        self._label = ""
        self._waiting: list[Place] = []
        self._links: list[tuple[Place, int, str]] = []
        self._cites: list[tuple[Place, int]] = []
        self._pictures: list[_PlacedPicture] = []
        self._marks: list[tuple[int, int, int]] = []
        self._notes: dict[int, tuple[Place, int]] = {}

    def write(self, text: str, *, as_is: bool = False) -> None:
        """Add *text* to the open paragraph, a run of blanks as one unless it is written *as_is*."""
        if not as_is:
            text = _BLANKS.sub(" ", text)
        seen = text.strip()
        if not seen:
            self._gap += text
            return
        lead = len(text) - len(text.lstrip())
        self._gap += text[:lead]
        if self._label:
            self.flush_label()
            self._gap = " "
        self._add(seen)
        self._gap = text[lead + len(seen) :]

    def _add(self, seen: str) -> None:
        if self._open:
            seen = _gap(self._gap) + seen
        else:
            self._start = self._end = self._end + 1 if self._paragraphs else 0
        gap = len(seen) - len(seen.lstrip())
        for place in self._waiting:
            place.at = self._end + gap
        self._waiting.clear()
        self._open.append(seen)
        self._end += len(seen)

    def space(self, blank: str) -> None:
        """Add white space, which counts if something visible follows it in the paragraph."""
        self._gap += blank

    def label(self, label: str) -> None:
        """Let *label* and a blank stand before the next text that is written; no place is before it."""
        self._label = f"{self._label} {label}" if self._label else label

    def flush_label(self) -> None:
        """Write a label; what waits for its place stands behind it."""
        if self._label:
            label, self._label = self._label, ""
            waiting, self._waiting = self._waiting, []
            self._add(label)
            self._waiting = waiting

    def close(self, kind: Kind = "text", level: int = 0) -> None:
        """End the open paragraph, if there is one."""
        self._gap = ""
        if self._open:
            text = "".join(self._open)
            self._open.clear()
            self._parts.append(text)
            self._paragraphs.append(Paragraph(self._start, self._end, text, kind, level))

    def place(self) -> Place:
        """Return the place of what will be written next."""
        place = Place()
        self._waiting.append(place)
        return place

    def link(self, start: Place, target: str) -> None:
        """Add the link from *start* to what was written last."""
        self._links.append((start, self._end, target))

    def cite(self, start: Place) -> None:
        """Add what names a source, from *start* to what was written last."""
        self._cites.append((start, self._end))

    def picture(self, picture: Picture) -> None:
        """Add a picture before what will be written next."""
        self._pictures.append(_PlacedPicture(self.place(), picture))

    def note_mark(self, number: int) -> None:
        """Write the mark of a note."""
        mark = f"[{number}]"
        self.write(mark)
        self._marks.append((self._end - len(mark), self._end, number))

    def note(self, number: int, start: Place) -> None:
        """Say that the text of a note reaches from *start* to what was written last."""
        if start.at < 0:  # a note without words
            start.at = self._end
            self._waiting.remove(start)
        self._notes[number] = (start, self._end)

    def manuscript(self, media_type: str, about: About) -> Manuscript:
        """Return what was written."""
        self.close()
        for place in self._waiting:  # nothing follows
            place.at = self._end
        self._waiting.clear()
        notes = [
            NoteLink(start, end, *_stretch(*self._notes[number]))
            for start, end, number in self._marks
            if number in self._notes
        ]
        return Manuscript(
            "\n".join(self._parts),
            self._paragraphs,
            media_type,
            links=tuple(Link(*_stretch(place, end), target) for place, end, target in self._links),
            pictures=tuple(replace(one.picture, at=one.place.at) for one in self._pictures),
            notes=tuple(notes),
            cites=tuple(span for one in self._cites if (span := _stretch(*one))[0] < span[1]),
            about=about,
        )


def _stretch(place: Place, end: int) -> tuple[int, int]:
    """Return from where to where something reaches; what holds nothing visible reaches nowhere."""
    return place.at, max(place.at, end)


def _gap(blanks: str) -> str:
    """Return white space as it is shown: line breaks count most, then the tabs between a table's cells."""
    for mark in ("\n", "\t"):
        if mark in blanks:
            return mark * blanks.count(mark)
    return _BLANKS.sub(" ", blanks)
