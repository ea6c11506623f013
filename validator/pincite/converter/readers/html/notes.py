"""The notes of a page: which links are their marks, and where their texts lie."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from pincite.converter.manuscript import NoteLink
from pincite.converter.readers.html_names import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.readers.html.tree import Element

_MARK = re.compile(
    r"[\[(]?(?:(?:note|fn|n)\.?[ \xa0])?([0-9]{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,4})[\])]?\.?",
    re.IGNORECASE,
)
_TARGET = re.compile(r"fn|ftn|edn|note|nota|ref|cite", re.IGNORECASE)
_LONGEST_MARK = 12
_BACK = " \t\n\xa0^↑↩⤴↵\ufe0e\ufe0f"
"""What leads from a note back to its mark, besides links."""
_AROUND = _BACK + ".:)]"
_NEAR = 16
"""How far up a block is looked for."""
_MOST_BACK = 40
"""Links back from one note."""


class _Note(NamedTuple):
    mark: Element
    target: Element
    block: Element


class Notes:
    """The notes of a page, found before its text is laid out; ``links`` are known afterwards."""

    def __init__(self, elements: list[Element]) -> None:
        order = {id(element): number for number, element in enumerate(elements)}
        named: dict[str, Element] = {}
        for element in elements:
            for name in (
                element.attributes.get("id"),
                element.attributes.get("name") if element.tag == "a" else None,
            ):
                if name:
                    named.setdefault(name, element)
        self._extents: dict[tuple[int, int], tuple[int, int]] = {}
        self._notes: list[_Note] = []
        self._backs: dict[int, list[Element]] = {}
        for element in elements:
            if not is_internal(element):
                continue
            name = element.attributes["href"][1:]
            target = named.get(name) or named.get(unquote(name))
            if target is None:
                continue
            if order[id(target)] <= order[id(element)]:
                block = next((one for one in _near(element) if one.tag in BLOCKS), None)
                self._backs.setdefault(id(block), []).append(element)
            elif _is_mark(element):
                self._notes.append(_Note(element, target, _block(target)))
        self.blocks = {id(note.block) for note in self._notes if not _is_container(note.block)}
        """The elements (by identity) that hold the text of a note."""

    def links(self, text: str) -> tuple[NoteLink, ...]:
        """Return the marks with their notes in the text, in order."""
        starts: dict[int, list[int]] = {}
        for note in self._notes:
            starts.setdefault(id(note.block), []).append(note.target.start)
        for ones in starts.values():
            ones.sort()
        found = []
        for note in self._notes:
            start, end = _trimmed(text, note.mark.start, note.mark.end)
            if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
                start, end = start - 1, end + 1
            note_start, note_end = self._extent(text, note, starts[id(note.block)])
            if start < end and note_start < note_end:
                found.append(NoteLink(start, end, note_start, note_end))
        return tuple(sorted(found, key=lambda one: one.start))

    def _extent(self, text: str, note: _Note, starts: list[int]) -> tuple[int, int]:
        """Return where the text of a note lies, without its own number and the links back to its mark."""
        key = id(note.block), note.target.start
        if key not in self._extents:
            self._extents[key] = _stretch(text, note, starts)
        backs = {_trimmed(text, one.start, one.end) for one in self._of(note)[:_MOST_BACK]}
        own = _MARK.fullmatch(_mark_text(text, note.mark))
        number = own[1] if own else ""
        return _within(text, self._extents[key], backs, number)

    def _of(self, note: _Note) -> list[Element]:
        backs = self._backs.get(id(note.block), [])[:_MOST_BACK]
        for element in note.block.elements[:_MOST_BACK]:
            backs += self._backs.get(id(element), [])[:_MOST_BACK]
            for deeper in element.elements[-2:]:
                backs += self._backs.get(id(deeper), [])[:_MOST_BACK]
        return backs


def _stretch(text: str, note: _Note, starts: list[int]) -> tuple[int, int]:
    """Return where the text of a note lies, as far as the next one of those that begin at *starts* in its block."""
    block = note.block
    start, end = block.start, block.end
    if starts[0] != starts[-1] or _is_container(block):
        start = note.target.start
        behind = bisect_right(starts, start)
        end = starts[behind] if behind < len(starts) else end
        if _is_container(block):
            start, end = _trimmed(text, start, end)
            stop = text.find("\n", start, end)
            end = stop if stop >= 0 else end
    return _trimmed(text, start, end)


def is_internal(element: Element) -> bool:
    """Return whether an element is a link to a place in the page itself."""
    return element.tag == "a" and element.attributes.get("href", "").startswith("#")


def _is_mark(element: Element) -> bool:
    """Return whether a link looks like the mark of a note."""
    if not 0 < element.size <= _LONGEST_MARK:
        return False
    text = " ".join(element.text().split())
    if not _MARK.fullmatch(text):
        return False
    attributes = element.attributes
    return (
        text[0] in "[(*†‡§"
        or attributes.get("role") == "doc-noteref"
        or _TARGET.search(attributes["href"]) is not None
        or any(one.tag == "sup" for one in (*_near(element), *element.elements))
    )


def _block(target: Element) -> Element:
    """Return the block of the text that a target begins."""
    if target.tag in BLOCKS and target.size:
        return target
    block = next((one for one in _near(target) if one.tag in BLOCKS), target)
    if block.has_blocks and not target.size:
        # an empty anchor before the block that it means
        behind = block.content[target.place + 1 : target.place + 3] if target.parent is block else []
        for one in behind:
            if not isinstance(one, str):
                return one if one.tag in BLOCKS and one.size else block
            if one.strip():
                break
    return block


def _near(element: Element) -> Iterator[Element]:
    return islice(element.above(), _NEAR)


def _is_container(block: Element) -> bool:
    """Return whether a block is too much to be a note: the page itself, or what holds the page's parts."""
    return block.tag in {"html", "body", "article", "main"}


def _mark_text(text: str, mark: Element) -> str:
    return re.sub(r"\s+", " ", text[mark.start : mark.end].strip())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    inner = part.strip()
    start += len(part) - len(part.lstrip())
    return start, start + len(inner)


def _within(text: str, extent: tuple[int, int], backs: set[tuple[int, int]], number: str) -> tuple[int, int]:
    """Return the extent of a note's text without *backs* and its own number around it."""
    start, end = extent
    begins = {first: last for first, last in backs if first < last}
    ends = {last: first for first, last in backs if first < last}
    while start < end:
        if start in begins:
            start = begins[start]
        elif text[start] in _AROUND + "[(" and _leads_to(text, start, begins, number):
            start += 1
        elif (
            number
            and text.startswith(number, start)
            and not text[start + len(number) : start + len(number) + 1].isalnum()
        ):
            start += len(number)
            number = ""
        else:
            break
    while end > start:
        if end in ends and ends[end] >= start:
            end = ends[end]
        elif text[end - 1] in _BACK:
            end -= 1
        else:
            break
    return start, end


def _leads_to(text: str, at: int, begins: dict[int, int], number: str) -> bool:
    """Return whether the sign at *at* belongs to a note's number: an opening bracket only before one."""
    if text[at] not in "[(":
        return True
    return at + 1 in begins or bool(number and text.startswith(number, at + 1))
