"""What kind of paragraph the elements of a page make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.converter.readers.html.class_words import said_beside, said_beside_inline, said_kind, said_source
from pincite.converter.readers.html.indents import Indents
from pincite.converter.readers.html.notes import Notes
from pincite.converter.readers.html_names import BLOCKS, HEADINGS, names

if TYPE_CHECKING:
    from pincite.converter.manuscript import Kind
    from pincite.converter.readers.html.tree import Element

_BESIDE_ROLES = names("navigation banner contentinfo search complementary")
_NOTE_ROLES = names("doc-endnotes doc-footnotes doc-footnote doc-endnote")
_BESIDE_ELEMENTS = names("nav form search button select textarea menu")
_BODY = frozenset({"html", "body", "main"})
_PART = frozenset({"article", "main"})
_KEPT = re.compile(r"(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)\b", re.IGNORECASE)
_NAMED: dict[str, Kind] = {"caption": "caption", "li": "list", "pre": "code", "listing": "code"}
_PLAIN = frozenset({"p", "li", "dt", "dd", "figcaption", "caption", *HEADINGS})
"""Blocks in which two line breaks do not end a paragraph where the page has paragraphs of its own."""
_BY_CONTENT = frozenset({"header", "figure", "cite"})
"""Elements whose kind depends on what is in them."""
_MOST = 0.5
"""Share of a page's text from which on something is the page and not beside it, nor a quotation in it."""
_MOST_NOTES = 0.8


class Place(NamedTuple):
    """What the text in an element is.

    ``kept`` says whether its white space is kept, ``parts`` whether two line breaks part paragraphs, ``depth`` how
    many ``blockquote`` are around it.
    """

    kind: Kind = "text"
    level: int = 0
    kept: bool = False
    parts: bool = True
    in_part: bool = False
    in_quotation: bool = False
    depth: int = 0
    in_figure: bool = False


class Roles:
    """Tells what the text in an element is, from what the text around it is."""

    def __init__(self, elements: list[Element], sheets: str) -> None:
        self._size = elements[0].size
        self._indents = Indents(elements, sheets)
        self.notes = Notes(elements)
        self._bare: dict[tuple[str, Place], Place] = {}
        self._titles = [one for one in elements if one.tag == "h1" and one.size]
        paragraphs = sum(one.tag == "p" and one.size > 0 for one in elements)
        self._parts_anywhere = elements[0].breaks > paragraphs
        self._closing = {id(one) for one in map(_closing_cite, elements) if one is not None}
        self._quoting = {
            id(above)
            for one in elements
            if one.tag == "blockquote"
            for above in one.above()
            if above.tag == "figure"
        }

    def within(self, element: Element, place: Place) -> Place:
        """Return what the text in *element* is, where that around it is *place*."""
        if (
            element.attributes
            or element.tag in _BY_CONTENT
            or id(element) in self.notes.blocks
            or self.makes_block(element)
            or self._is_most(element)
        ):
            return self._within(element, place)
        # most elements say nothing but their name: what follows from it is found out once
        key = element.tag, place
        if key not in self._bare:
            self._bare[key] = self._within(element, place)
        return self._bare[key]

    def _within(self, element: Element, place: Place) -> Place:
        tag = element.tag
        if tag not in BLOCKS and not self.makes_block(element):
            return place._replace(kept=True) if self._keeps(element) else place
        kind, level = self._kind(element, place)
        return Place(
            kind,
            level,
            place.kept or self._keeps(element),
            (self._parts_anywhere or tag not in _PLAIN) if tag in BLOCKS else place.parts,
            place.in_part or tag in _PART,
            place.in_quotation or kind == "quotation",
            place.depth + (tag == "blockquote"),
            id(element) in self._quoting if tag == "figure" else place.in_figure,
        )

    def makes_block(self, element: Element) -> bool:
        """Return whether an element that is none of the standard's blocks makes a paragraph all the same."""
        return id(element) in self._closing or said_beside_inline(element.tokens)

    def _kind(self, element: Element, place: Place) -> tuple[Kind, int]:
        """Return the kind and level of a block: first what it is apart from the running text, then what its name says."""
        apart = self._apart(element, place)
        if apart is not None:
            return apart, 0
        is_part = not self._is_most(element)
        if element.tag == "blockquote" and is_part:
            return "quotation", place.depth + 1
        said = said_kind(element.tokens) if element.tokens and is_part else None
        if place.in_quotation:
            is_source = element.tag in {"footer", "cite", "figcaption"} or said_source(element.tokens)
            return ("citation", 0) if is_source else (place.kind, place.level)
        if element.tag in HEADINGS or place.kind == "note":
            return self._by_name(element, place)
        if said is None and is_part and self._indents.is_apart(element):
            said = "quotation"
        if said is not None:
            return said, int(said in {"quotation", "heading"})
        return self._by_name(element, place)

    def _apart(self, element: Element, place: Place) -> Kind | None:
        """Return whether a block is a note, or stands beside the article."""
        if self._is_note(element):
            return "note"
        return "navigation" if place.kind == "navigation" or self._is_beside(element, place) else None

    def _by_name(self, element: Element, place: Place) -> tuple[Kind, int]:
        """Return the kind of a block by the name of its element alone."""
        tag = element.tag
        if tag in HEADINGS:
            return "heading", int(tag[1])
        if place.kind == "note" or (tag == "pre" and self._is_most(element)):
            return place.kind, place.level
        if tag == "figcaption":
            return ("citation" if place.in_figure else "caption"), 0
        return _NAMED.get(tag, place.kind), 0 if tag in _NAMED else place.level

    def _is_note(self, element: Element) -> bool:
        if element.attributes.get("role") in _NOTE_ROLES or id(element) in self.notes.blocks:
            return True
        if element.tag in _BODY or not element.tokens or element.size > _MOST_NOTES * self._size:
            return False
        return said_kind(element.tokens) == "note"

    def _is_beside(self, element: Element, place: Place) -> bool:
        """Return whether an element stands beside the article; never what holds most of the page's text."""
        tag = element.tag
        if tag in _BODY or self._is_most(element) or (place.in_quotation and tag != "button"):
            return False
        if tag in _BESIDE_ELEMENTS or element.attributes.get("role") in _BESIDE_ROLES:
            return True
        if tag in {"header", "footer", "aside"} and not place.in_part:
            return not (tag == "header" and self._holds_the_title(element))
        return tag != "blockquote" and said_beside(element.tokens)

    def _holds_the_title(self, element: Element) -> bool:
        """Return whether an element holds the only heading of the first level: then it is the article's own."""
        return len(self._titles) == 1 and any(one is element for one in self._titles[0].above())

    def _is_most(self, element: Element) -> bool:
        return element.size > _MOST * self._size

    def _keeps(self, element: Element) -> bool:
        """Return whether white space is kept in an element as it is."""
        if element.tag in {"pre", "listing", "textarea"}:
            return True
        return "style" in element.attributes and _KEPT.search(element.attributes["style"]) is not None


def _closing_cite(element: Element) -> Element | None:
    """Return the ``cite`` that ends a ``blockquote`` as a line of its own."""
    if element.tag == "blockquote":
        for one in reversed(element.content):
            if not isinstance(one, str) and one.size:
                return one if one.tag == "cite" else None
            if isinstance(one, str) and one.strip():
                return None
    return None
