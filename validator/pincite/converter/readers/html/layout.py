"""A page's elements laid out as text: paragraphs, links, pictures and cites with their places."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pincite.converter.languages import marks_of
from pincite.converter.manuscript import Link
from pincite.converter.readers.html.notes import is_internal
from pincite.converter.readers.html.pictures import picture_of
from pincite.converter.readers.html.roles import Place
from pincite.converter.readers.html.text import Text
from pincite.converter.readers.html_names import BLOCKS, CELLS

if TYPE_CHECKING:
    from pincite.converter.manuscript import Paragraph, Picture
    from pincite.converter.readers.html.roles import Roles
    from pincite.converter.readers.html.tree import Element, Page

_SPACE = re.compile(r"\s*")
_DASHES = " \t\n\xa0—–―-~().,"
"""What may stand around a ``cite`` that is a paragraph of its own."""


class Layout:
    """Lays out a page; elements are told where their text lies."""

    def __init__(self, page: Page, roles: Roles) -> None:
        self._roles = roles
        self._text = Text()
        self._marks = marks_of(page.language)
        self._anchors: list[Element] = []
        self._cites: list[Element] = []
        self._pictures: list[Picture] = []
        self._rows: set[int] = set()
        self._behind: dict[int, int] = {}
        self._lay(page.top)
        self.text = self._text.result()
        self.links = tuple(self._links())
        self.cites = tuple(self._stretch(one) for one in self._cites if one.start < one.end)
        self.pictures = tuple(replace(one, at=self._stretch_from(one.at)) for one in self._pictures)
        self.paragraphs = self._with_citations()

    def _lay(self, top: Element) -> None:
        """Lay out an element and all in it, without recursion."""
        # an element is followed by itself as (element, None), which ends it
        waiting: list[tuple[Element | str, Place | None]] = [(top, Place())]
        while waiting:
            one, place = waiting.pop()
            if isinstance(one, str):
                if place is not None:
                    self._text.add(one, place.kind, place.level, kept=place.kept, parts=place.parts)
            elif place is None:
                self._leave(one)
            else:
                inner = self._enter(one, place)
                waiting.append((one, None))
                waiting.extend((part, inner) for part in reversed(self._content(one)))

    def _content(self, element: Element) -> list[Element | str]:
        """Return what is in an element; around a ``q`` with the marks that browsers show."""
        if element.tag != "q":
            return element.content
        before, behind = self._marks[2:] if self._nested(element) % 2 else self._marks[:2]
        return [before, *element.content, behind]

    def _nested(self, element: Element) -> int:
        """Return in how many other ``q`` right around it one stands."""
        level = 0
        parent = element.parent
        while parent is not None and parent.tag not in BLOCKS and level < len(self._marks):
            level += parent.tag == "q"
            parent = parent.parent
        return level

    def _enter(self, element: Element, place: Place) -> Place:
        tag, text = element.tag, self._text
        inner = self._roles.within(element, place)
        if tag == "tr" and not any(cell.has_blocks or cell.breaks for cell in element.elements):
            self._rows.add(id(element))
        if self._is_block(element):
            text.end()
        elif tag in CELLS:
            text.cell()
        elif tag == "br":
            text.line_break()
        element.start = text.length
        if tag == "a" and element.attributes.get("href", "").strip():
            self._anchors.append(element)
        elif tag == "cite":
            self._cites.append(element)
        elif tag == "img" and inner.kind != "navigation":
            picture = picture_of(element, text.length)
            if picture is not None:
                self._pictures.append(picture)
        return inner

    def _leave(self, element: Element) -> None:
        element.end = self._text.length
        if self._is_block(element):
            self._text.end()

    def _is_block(self, element: Element) -> bool:
        """Return whether an element begins and ends a paragraph; a cell does so in a row with blocks in it."""
        if element.tag in CELLS:
            return id(element.parent) not in self._rows
        return element.tag in BLOCKS or self._roles.makes_block(element)

    def _links(self) -> list[Link]:
        found = []
        for one in self._anchors:
            start, end = self._stretch(one)
            if start < end and not is_internal(one):
                found.append(Link(start, end, one.attributes["href"].strip()))
        return sorted(found, key=lambda link: link.start)

    def _stretch(self, element: Element) -> tuple[int, int]:
        """Return where the text of an element lies, without the white space before it."""
        return min(self._stretch_from(element.start), element.end), element.end

    def _stretch_from(self, at: int) -> int:
        """Return where the first visible character from *at* on stands."""
        if at not in self._behind:
            space = _SPACE.match(self.text, at)
            self._behind[at] = space.end() if space else at
        return self._behind[at]

    def _with_citations(self) -> list[Paragraph]:
        """Return the paragraphs; one that is nothing but a ``cite`` is a citation."""
        cites = iter(self.cites)
        cite = next(cites, None)
        found = []
        for one in self._text.paragraphs:
            while cite is not None and cite[0] < one.start:
                cite = next(cites, None)
            if cite is not None and cite[1] <= one.end and one.kind not in {"navigation", "note", "heading"}:
                around = self.text[one.start : cite[0]] + self.text[cite[1] : one.end]
                if not around.strip(_DASHES):
                    found.append(replace(one, kind="citation", level=0))
                    continue
            found.append(one)
        return found
