"""Citations in numbered notes: a mark in the text, the citation in a list at its end."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pincite.converter.citation.pieces import ends_sentence, sentences
from pincite.converter.manuscript import NoteLink
from pincite.converter.segment.evidence import evidence, reads_as_prose
from pincite.converter.segment.found import FoundCitation
from pincite.converter.segment.image_marks import closing_marks, image_marks
from pincite.converter.segment.layouts.enclosed import following_marks, placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Manuscript, Paragraph
    from pincite.converter.segment.image_marks import ImageMark
    from pincite.converter.styles import Style

_LONGEST_NUMBER = 3
"""Digits of a note's number."""
_ENTRY = re.compile(r"(?:\[[0-9]{1,3}\][.:]?|[0-9]{1,3}[.):]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*(?=\S)")
"""How an entry of a list of notes begins."""
_MARK_SIGNS = frozenset("[⁰¹²³⁴⁵⁶⁷⁸⁹")
"""What a note's label begins with that is no item of an ordinary list."""
_BRACKETED = re.compile(r"\[(?P<number>[0-9]{1,3})\]")
_RAISED = re.compile(r"(?P<number>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
_GLUED = re.compile(
    r"(?:(?<=[^\W\d_][.,;:!?”’»\"')])|(?<=[.!?…,][”’»\"'])|(?<=[”’»\"')][.,;:]))(?P<number>[0-9]{1,3})(?=[\s.,;:)]|\Z)"
)
"""A raised number that lost its raising: glued to the punctuation before it."""
_BEHIND = " \t\xa0.,;:"
_ARROWS = " \t\n\xa0↩\ufe0e↑^"
"""What may lead back from a note to the text, and stands behind the note."""
_MARKED_SHARE = 0.5
"""Share of a list's numbers that must stand in the text before it, for it to be a list of notes."""


def find(manuscript: Manuscript, style: Style, lexicon: Lexicon) -> Iterator[FoundCitation]:
    """Yield the citations in notes, each at every mark that leads to it; other notes are remarks."""
    starts = [paragraph.start for paragraph in manuscript.paragraphs]
    read: dict[tuple[int, int], _Note] = {}
    marks: dict[int, list[ImageMark]] = {}
    for link in manuscript.notes:
        key = (link.note_start, link.note_end)
        if key not in read:  # one note may be called from many places
            read[key] = _note(manuscript, link, lexicon)
        note, number = read[key], bisect_right(starts, link.start) - 1
        paragraph = manuscript.paragraphs[number]
        if note.points < style.points or link.end > paragraph.end:
            continue
        if number not in marks:
            marks[number] = image_marks(paragraph.text, lexicon)
        finish = link.end - paragraph.start
        following, tail = following_marks(paragraph.text, finish, marks[number])
        last = tail >= len(paragraph.text.rstrip(_BEHIND))
        yield FoundCitation(
            paragraph=number,
            start=note.start,
            end=note.end,
            raw=manuscript.text[note.start : note.end],
            alone=False,
            last=last,
            tail=paragraph.end if last else paragraph.start + tail,
            images=(*placed(following, paragraph.start), *note.images),
            place=(link.start, link.end),
            style=style.name,
            points=note.points,
            note_mark=manuscript.text[link.start : link.end],
            introduces=last and paragraph.text[: link.start - paragraph.start].rstrip().endswith(":"),
        )


def note_number(mark: str) -> int | None:
    """Return the number in the printed mark of a note ("[3]", "³", "3."); None for a sign such as "*"."""
    digits = "".join(str(unicodedata.digit(sign)) for sign in mark if sign.isdigit())
    return int(digits) if 0 < len(digits) <= _LONGEST_NUMBER else None


class _Note(NamedTuple):
    """The citation in a note, what speaks for it being one, and the image marks behind it."""

    start: int
    end: int
    points: int
    images: list[ImageMark]


def _note(manuscript: Manuscript, link: NoteLink, lexicon: Lexicon) -> _Note:
    start, end = _without_marks(manuscript, link, lexicon)
    raw = manuscript.text[start:end]
    points = evidence(raw, lexicon) + 1 if raw else 0  # a note is where a citation stands
    return _Note(start, end, points, image_marks(manuscript.text[end : link.note_end], lexicon, end))


def with_notes(manuscript: Manuscript) -> Manuscript:
    """Return an article with the notes that its text prints, where its file has no links to any."""
    return manuscript if manuscript.notes else replace(manuscript, notes=printed_notes(manuscript))


def note_paragraphs(manuscript: Manuscript) -> set[int]:
    """Return the numbers of the paragraphs that hold notes."""
    starts = [paragraph.start for paragraph in manuscript.paragraphs]
    found = {number for number, one in enumerate(manuscript.paragraphs) if one.kind == "note"}
    for link in manuscript.notes:
        last = bisect_right(starts, max(link.note_start, link.note_end - 1))
        found.update(range(bisect_right(starts, link.note_start) - 1, last))
    return found


def printed_notes(manuscript: Manuscript) -> tuple[NoteLink, ...]:
    """Return the notes of a text that has no links: a numbered list at its end, and the numbers that point to it.

    The list runs from 1 without a gap, to the end but for a few lines; half of its numbers must stand as marks in
    the text before it. Where numbers begin anew (a list below each chapter), a mark leads to the next note with its
    number.
    """
    below = _below_their_text(manuscript)
    if below is not None:
        return below
    entries = _list_at_end(manuscript.paragraphs)
    if not entries:
        return ()
    first = min(paragraph.start for _, paragraph in entries.values())
    body = manuscript.text[:first]
    marks = _marks(body)
    if not {number for _, _, number in marks} & entries.keys():
        marks = _in_order(body)
    marks = [mark for mark in marks if mark[2] in entries]
    if len({number for _, _, number in marks}) < _MARKED_SHARE * len(entries):
        return ()
    return tuple(
        NoteLink(start, end, entries[number][1].start + entries[number][0], entries[number][1].end)
        for start, end, number in sorted(marks)
    )


def _below_their_text(manuscript: Manuscript) -> tuple[NoteLink, ...] | None:
    """Return the notes whose numbers, in brackets or raised, begin anew; None where no number stands twice."""
    entries: dict[int, list[tuple[int, Paragraph]]] = {}
    for paragraph in manuscript.paragraphs:
        found = _ENTRY.match(paragraph.text) if paragraph.text[:1] in _MARK_SIGNS else None
        if found:
            number = note_number(found[0]) or 0
            entries.setdefault(number, []).append((found.end(), paragraph))
    if all(len(listed) == 1 for listed in entries.values()):
        return None
    labels = {paragraph.start for listed in entries.values() for _, paragraph in listed}
    links = []
    for start, end, number in _marks(manuscript.text):
        listed = entries.get(number, [])
        at = bisect_right(listed, start, key=lambda entry: entry[1].start)
        if start not in labels and at < len(listed):
            length, paragraph = listed[at]
            links.append(NoteLink(start, end, paragraph.start + length, paragraph.end))
    return tuple(links)


def _marks(text: str) -> list[tuple[int, int, int]]:
    """Return the numbers in brackets and the raised ones of a text: start, end and number."""
    found = [match for pattern in (_BRACKETED, _RAISED) for match in pattern.finditer(text)]
    listed = ((one.start(), one.end(), note_number(one["number"]) or 0) for one in found)
    return sorted(listed)


def _list_at_end(paragraphs: list[Paragraph]) -> dict[int, tuple[int, Paragraph]]:
    """Return the entries of the last list numbered from 1: number to the length of its label and its paragraph."""
    listed: dict[int, tuple[int, Paragraph]] = {}
    for paragraph in reversed(paragraphs):
        found = _ENTRY.match(paragraph.text)
        number = (note_number(found[0]) or 0) if found else 0
        if found and (not listed or number == min(listed) - 1):
            listed[number] = (found.end(), paragraph)
            if number == 1:
                return listed
        elif listed and number:
            return {}
    return {}


def _in_order(body: str) -> list[tuple[int, int, int]]:
    """Return the numbers glued to punctuation that count up from 1, each the next one: what else would they be."""
    marks: list[tuple[int, int, int]] = []
    for found in _GLUED.finditer(body):
        number = int(found["number"])
        if number == len(marks) + 1:
            marks.append((found.start(), found.end(), number))
    return marks


def _without_marks(manuscript: Manuscript, link: NoteLink, lexicon: Lexicon) -> tuple[int, int]:
    """Return where a note's own words stand: without the image marks at its end and an arrow back to the text."""
    text = manuscript.text[link.note_start : link.note_end]
    start = link.note_start + len(text) - len(text.lstrip())
    end = len(text.rstrip(_ARROWS))
    images = closing_marks(text[:end], lexicon)
    end = len(text[: images[0].start].rstrip()) if images else end
    return start, max(start, link.note_start + _without_remarks(text[:end], lexicon))


def _without_remarks(text: str, lexicon: Lexicon) -> int:
    """Return where a note's citation ends: before sentences that only remark, and before its own full stop."""
    spans = list(sentences(text, lexicon))
    while len(spans) > 1 and _is_remark(text[slice(*spans[-1])], lexicon):
        spans.pop()
    end = spans[-1][1] if spans else len(text)
    return end - 1 if ends_sentence(text[:end], lexicon) else end


def _is_remark(sentence: str, lexicon: Lexicon) -> bool:
    """Return whether a sentence is running text that names no source."""
    return reads_as_prose(sentence) and evidence(sentence, lexicon) <= 0
