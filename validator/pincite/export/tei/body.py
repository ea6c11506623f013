"""The article's text in TEI, block by block, and behind it what has no place there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.layout import lists
from pincite.export.layout.values import left_out, lines
from pincite.export.layout.verse import lines_of, paragraphs_of
from pincite.export.tei.inline import Inline
from pincite.export.tei.pictures import figure
from pincite.export.xml_text.bodies import ArticleBody
from pincite.export.xml_text.elements import Element, Flowing
from pincite.model.json_value import pointer_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.export.layout.values import LaidBlock, Paragraph
    from pincite.export.xml_text.elements import Child

_HEADS = {"title": "main", "subtitle": "sub", "series": "series"}
_AGAIN = {"byline": "byline", "date": "dateline"}
"""Elements at the top for what the header says too."""
_ELSEWHERE = frozenset({"else", "caption"})
_TOP = frozenset({"head", *_AGAIN.values()})


class Body(ArticleBody[Inline]):
    """The blocks of one article."""

    def body(self) -> Element:
        """Return the text: a division from each heading on, figures behind the block that has their marks."""
        found = Element("body")
        here, is_top = found, True
        for pointer in left_out(self._layout, _ELSEWHERE):
            self._carried.losses.tell(pointer)
        for block, cited in self.blocks(_ELSEWHERE):
            if block.figure is not None:
                here.add(self.figure(block.figure))
                is_top = False
                continue
            if block.type == "heading":
                here, is_top = Element("div"), True
                found.add(here)
            element = self._block(block, cited, is_top=is_top)
            is_top = is_top and element.name in _TOP
            here.add(element, *self.figures([block, *cited]))
        if all(isinstance(one, Element) and one.name in {*_TOP, "figure"} for one in found.children):
            found.add(Element("p"))  # a body has to have something besides
        return found

    def apart(self) -> Element | None:
        """Return a division with what has no place in the text, None where there is nothing."""
        found = list(self.without_a_place())
        head = Flowing("head", None, "Without a place in the text")
        return Element("div", {"type": "apart"}, head, *found) if found else None

    def figure(self, number: int) -> Element:
        """Return an image."""
        return figure(self._carried, number, self._inline.ids)

    def claim_alone(self, number: int) -> Element:
        """Return a claim that stands nowhere in the text."""
        claim = self._data["claims"][number]
        own = self._inline.ids.own(claim["id"])
        return Flowing("p", None, Element("seg", {"type": "claim", "xml:id": own}, claim["text"]))

    def quotation_alone(self, number: int, inside: Sequence[Child]) -> Element:
        """Return a quotation that stands nowhere in the text."""
        attributes = self._inline.quote_attributes(self._data["quotations"][number])
        shown = paragraphs_of(self._data["quotations"][number]["text"])
        is_bare = not any(isinstance(one, Element) for one in inside)
        if is_bare and (len(shown) > 1 or any(lines_of(one, meant=False) for one in shown)):
            return Element("quote", attributes, *map(_paragraph_alone, shown))
        return Flowing("quote", attributes, *inside)

    def _block(self, block: LaidBlock, cited: list[LaidBlock], *, is_top: bool) -> Element:
        if block.quotation:
            return self._quotation(block, cited)
        paragraph = block.paragraphs[0]
        if is_top and block.repeats in _AGAIN:
            return Flowing(_AGAIN[block.repeats], None, *self.words(paragraph))
        kind = block.repeats if block.repeats in _HEADS else block.type
        if block.type == "heading" or (is_top and kind in _HEADS):
            return Flowing("head", {"type": _HEADS.get(kind)}, *self.words(paragraph))
        return self._plain(block, paragraph)

    def _plain(self, block: LaidBlock, paragraph: Paragraph) -> Element:
        """Return a block by its type alone."""
        if block.type == "list":
            rend = None if lists.has_marks(self._layout.text, block) else "bulleted"
            items = lists.items(self._layout.text, block)
            return Element(
                "list", {"rend": rend}, *(Flowing("item", None, *self.words(one)) for one in items)
            )
        if block.type == "table":
            return self._table(block)
        if block.type == "paragraph":
            return self._paragraph(paragraph)
        space = {"xml:space": "preserve"} if block.type == "code" else {}
        return Flowing("ab", {"type": block.type, **space}, *self.words(paragraph))

    def words(self, paragraph: Paragraph) -> list[Child]:
        """Return a paragraph's text with its annotations, and its line ends where they mean something."""
        return self._inline.paragraph(self._layout.text, paragraph)

    def _paragraph(self, paragraph: Paragraph) -> Element:
        """Return a paragraph; as verse where its lines are, and nothing reaches over their ends."""
        verses = lines(self._layout.text, paragraph) if paragraph.lines == "verse" else ()
        if len(verses) > 1:
            return Element("lg", None, *(Flowing("l", None, *self.words(one)) for one in verses))
        return Flowing("p", None, *self.words(paragraph))

    def _table(self, block: LaidBlock) -> Element:
        found = Element("table")
        for row in lists.items(self._layout.text, block):
            cells = lists.cells(self._layout.text, row)
            found.add(Element("row", None, *(Flowing("cell", None, *self.words(one)) for one in cells)))
        return found

    def _quotation(self, block: LaidBlock, cited: list[LaidBlock]) -> Element:
        quotation = self._data["quotations"][int(pointer_steps(block.quotation)[1])]
        attributes = self._inline.quote_attributes(quotation)
        if len(block.paragraphs) == 1 and block.paragraphs[0].lines != "verse":
            found: Element = Flowing("quote", attributes, *self.words(block.paragraphs[0]))
        else:
            found = Element("quote", attributes)
            found.add(*map(self._paragraph, block.paragraphs))
        sources = [Flowing("bibl", None, *self.words(one.paragraphs[0])) for one in cited]
        return Element("cit", None, found, *sources) if sources else found


def _paragraph_alone(words: str) -> Element:
    if lines_of(words, meant=False):
        return Element("lg", None, *(Flowing("l", None, one) for one in words.split("\n")))
    return Flowing("p", None, words)
