"""HTML inside another format, as a browser would show it: what its tags mean for the text around them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.converter.languages import marks_of
from pincite.converter.manuscript import Picture
from pincite.converter.readers.data_address import held_picture, is_data
from pincite.converter.readers.html_names import BLOCKS, CELLS, HEADINGS
from pincite.converter.readers.html_tags import Tag, parts

if TYPE_CHECKING:
    from pincite.converter.manuscript import Kind
    from pincite.converter.readers.written_text import Place, WrittenText

_BREAKING = BLOCKS - CELLS | {"head", "title"}
"""Elements that end a paragraph; a head inside another format says nothing of the article and is shown."""
_KINDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("code", ("pre",)),
    ("caption", ("figcaption", "caption")),
    ("navigation", ("nav",)),
    ("list", ("li",)),
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass
class Around:
    """What stands around a paragraph: block quotes and lists, a note, and how many of which HTML elements."""

    quotations: int = 0
    lists: int = 0
    note: bool = False
    html: Counter[str] = field(default_factory=Counter)

    def copy(self) -> Around:
        """Return the same, to become it again."""
        return Around(self.quotations, self.lists, self.note, self.html.copy())

    def become(self, other: Around) -> None:
        """Become what stood around something else."""
        self.quotations, self.lists, self.note, self.html = (
            other.quotations,
            other.lists,
            other.note,
            other.html,
        )

    def kind(self) -> tuple[Kind, int]:
        """Return the kind of a paragraph here, and its level."""
        html = self.html
        depth = self.quotations + html["blockquote"]
        if self.note:
            return "note", 0
        if depth:
            return ("citation", 0) if html["blockquote"] and html["footer"] else ("quotation", depth)
        heading = min((int(name[1]) for name in HEADINGS if html[name]), default=0)
        if heading:
            return "heading", heading
        for kind, names in _KINDS:
            if any(html[name] for name in names):
                return kind, 0
        return ("list", 0) if self.lists else ("text", 0)


class EmbeddedHtml:
    """Writes what HTML shows; the elements it opens reach over what other formats write behind them."""

    def __init__(self, written: WrittenText, around: Around, language: str) -> None:
        self._written = written
        self._around = around
        self._marks = marks_of(language)
        self._quotations = 0
        """How many ``q`` are open in the paragraph."""
        self._links: list[tuple[Place, str] | None] = []
        self._cites: list[Place] = []

    def block(self, source: str) -> None:
        """Write a block of HTML."""
        for part in parts(source):
            if isinstance(part, Tag):
                self._tag(part)
            else:
                self._written.write(self.shown(part), as_is=self._around.html["pre"] > 0)
        self.end_paragraph()

    def inline(self, source: str) -> None:
        """Write a piece of HTML inside a paragraph: a tag, or what nobody sees."""
        for part in parts(source):
            if isinstance(part, Tag):
                self._tag(part)
            else:
                self._written.write(part)

    def shown(self, text: str) -> str:
        """Return *text* as it is shown inside the open elements: raised digits as such."""
        return text.translate(_RAISED) if self._around.html["sup"] and text.isdecimal() else text

    def end_paragraph(self) -> None:
        """End the paragraph that is being written."""
        self._around.html["sup"] = 0
        while self._quotations:
            self._quote(closes=True)
        self._written.close(*self._around.kind())

    def _tag(self, tag: Tag) -> None:
        if tag.name in _BREAKING:
            self.end_paragraph()
            self._count(tag)
        elif tag.name == "sup":
            self._count(tag)
        elif tag.name == "br":
            self._written.space("\n")
        elif tag.name in CELLS:
            self._written.space("\t" if tag.closes else "")
        elif tag.name == "q":
            self._quote(closes=tag.closes)
        elif tag.name == "img":
            target, alt = tag.attribute("src"), tag.attribute("alt")
            self._written.picture(picture(target, alt, tag.attribute("title")))
        elif tag.name == "a":
            self._link(tag)
        elif tag.name == "cite":
            self._cite(tag)

    def _count(self, tag: Tag) -> None:
        """Open or close an element; a tag that closes none is passed over, and so is a rule's."""
        html = self._around.html
        if not tag.closes and tag.name != "hr":
            html[tag.name] += 1
        elif html[tag.name]:
            html[tag.name] -= 1
        lists = html["ul"] + html["ol"]  # few people end an item, and none but its list's end does
        html["li"] = min(html["li"], lists) if tag.closes else min(html["li"], max(1, lists))
        for outer, inner in (("figure", "figcaption"), ("table", "caption")):
            if not html[outer]:
                html[inner] = 0

    def _quote(self, *, closes: bool) -> None:
        """Write a mark that browsers show around ``q``; an end tag that ends none shows nothing."""
        if closes and self._quotations:
            self._quotations -= 1
        elif closes:
            return
        before, behind = self._marks[2:] if self._quotations % 2 else self._marks[:2]
        self._quotations += not closes
        self._written.write(behind if closes else before)

    def _link(self, tag: Tag) -> None:
        if not tag.closes:
            target = tag.attribute("href")
            self._links.append((self._written.place(), target) if target else None)
        elif self._links and (begun := self._links.pop()):
            self._written.link(*begun)

    def _cite(self, tag: Tag) -> None:
        if not tag.closes:
            self._cites.append(self._written.place())
        elif self._cites:
            self._written.cite(self._cites.pop())


def picture(target: str | None, alt: str | None, title: str | None) -> Picture:
    """Return a picture that a tag or a mark names; one whose address holds its bytes has them as content."""
    if target is not None and is_data(target):
        return held_picture(-1, target, alt or None, title or None)
    return Picture(-1, target, alt=alt or None, title=title or None)
