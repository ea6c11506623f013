"""A page's elements in plain Python, with how much text each of them shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from pincite.converter.readers.html_names import BLOCKS, HEADINGS, UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_NAMED_BY_TITLE = HEADINGS | {"a", "section"}
_NOT_SHOWN = re.compile(r"(?:^|;)[ \t\n\f\r]*display[ \t\n\f\r]*:[ \t\n\f\r]*none\b", re.IGNORECASE)


@dataclass(eq=False, slots=True)
class Element:
    """An element; ``size`` is how many visible characters it shows, white space not counted.

    ``start`` and ``end`` are where its text lies, once it is known: code points, white space at the start included.
    ``place`` is its index in its parent's content. ``has_blocks`` says whether blocks are in it, ``breaks`` how many pairs of line breaks.
    """

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    content: list[Element | str] = field(default_factory=list)
    size: int = 0
    has_blocks: bool = False
    breaks: int = 0
    place: int = 0
    start: int = 0
    end: int = 0

    @property
    def tokens(self) -> list[str]:
        """Return its classes and its id; not the id of a heading or section, which repeats words of the article."""
        if not self.attributes:
            return []
        classes = self.attributes.get("class", "").split()
        if self.tag in _NAMED_BY_TITLE or "section" in classes:
            return classes
        return [*classes, *self.attributes.get("id", "").split()]

    @property
    def elements(self) -> list[Element]:
        """Return the elements right in it."""
        return [one for one in self.content if isinstance(one, Element)]

    def text(self) -> str:
        """Return all the text in it, with its white space as it is."""
        parts: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                parts.append(one)
            else:
                waiting += reversed(one.content)
        return "".join(parts)

    def above(self) -> Iterator[Element]:
        """Yield the elements it is in, innermost first."""
        parent = self.parent
        while parent is not None:
            yield parent
            parent = parent.parent


@dataclass
class Page:
    """A page as it is shown, and its head, which is not.

    ``top`` is the ``html`` element; ``elements`` are it and all in it, in the order of the page; ``head`` are those of
    the head. Elements that browsers do not show are left out, whatever is in them.
    """

    top: Element
    elements: list[Element]
    head: list[Element]

    @property
    def language(self) -> str:
        """Return the language that the page or its body says it is in, empty where they say none."""
        for element in (self.top, *self.top.elements):
            saying = element.attributes.get("lang") or element.attributes.get("xml:lang") or ""
            if saying.strip():
                primary, *rest = saying.strip().replace("_", "-").split("-")
                return "-".join([primary.lower(), *rest])
        return ""


def page(source: str) -> Page:
    """Return the page that the parser makes of a source."""
    root = LexborHTMLParser(source.encode("utf-8")).root
    top = Element("html", _attributes(root) if root is not None else {})
    head = Element("head", {})
    if root is not None:
        for node in _children(root):
            if node.tag == "head":
                _fill(head, node, hidden=True)
            elif node.tag == "-text":
                top.content.append(node.text(deep=False))
            elif node.tag and node.tag[0] != "-":
                element = Element(node.tag, _attributes(node), top, place=len(top.content))
                top.content.append(element)
                _fill(element, node)
    elements = _in_order(top)
    _measure(elements)
    return Page(top, elements, _in_order(head))


def _in_order(top: Element) -> list[Element]:
    found = []
    waiting = [top]
    while waiting:
        element = waiting.pop()
        found.append(element)
        if element.content:
            waiting += [one for one in reversed(element.content) if isinstance(one, Element)]
    return found


def _fill(top: Element, top_node: LexborNode, *, hidden: bool = False) -> None:
    """Give an element what is in it, level by level without recursion."""
    waiting = [(top, top_node)]
    while waiting:
        parent, parent_node = waiting.pop()
        for node in _children(parent_node):
            tag = node.tag or "-"
            if tag == "-text":
                parent.content.append(node.text(deep=False))
            elif tag[0] != "-":
                attributes = _attributes(node)
                if hidden or not is_hidden(tag, attributes):
                    element = Element(tag, attributes, parent, place=len(parent.content))
                    parent.content.append(element)
                    waiting.append((element, node))


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _attributes(node: LexborNode) -> dict[str, str]:
    return {name: value or "" for name, value in node.attributes.items()}


def is_hidden(tag: str, attributes: dict[str, str]) -> bool:
    """Return whether browsers do not show an element, by its name or what it says of itself."""
    if tag in UNSEEN:
        # a link or meta in the body says something of the article, though nothing is shown
        return tag not in {"meta", "link"}
    if tag == "dialog" and "open" not in attributes:
        return True
    if "hidden" in attributes:
        return attributes["hidden"].lower() != "until-found"
    return "style" in attributes and _NOT_SHOWN.search(attributes["style"]) is not None


def _measure(elements: list[Element]) -> None:
    """Count each element's visible characters, its blocks and its pairs of line breaks."""
    for element in reversed(elements):
        run = 0
        for one in element.content:
            if isinstance(one, str):
                visible = sum(map(len, one.split()))
                element.size += visible
                run = 0 if visible else run
            else:
                run = run + 1 if one.tag == "br" else 0
                element.breaks += run == 2  # noqa: PLR2004 - a pair; a third belongs to it
                element.size += one.size
                element.breaks += one.breaks
                element.has_blocks |= one.has_blocks or one.tag in BLOCKS
