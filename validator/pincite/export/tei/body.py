"""The article's text in TEI, block by block, and behind it what has no place there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.layout.values import lines
from pincite.export.tei.inline import Inline
from pincite.export.tei.pictures import figure
from pincite.export.xml_text.bodies import ArticleBody
from pincite.export.xml_text.elements import Element, Flowing
from pincite.model.json_value import pointer_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.export.layout.values import LaidBlock
    from pincite.export.xml_text.elements import Child

_HEADS = {"title": "main", "subtitle": "sub", "series": "series"}


class Body(ArticleBody[Inline]):
    """The blocks of one article."""

    def body(self) -> Element:
        """Return the text: a division from each heading on, figures behind the block that has their marks."""
        found = Element("body")
        here, is_top = found, True
        for block, cited in self.blocks():
            if block.type == "heading":
                here, is_top = Element("div"), True
                found.add(here)
            element = self._block(block, cited, is_top=is_top)
            is_top = is_top and element.name == "head"
            here.add(element, *self.figures([block, *cited]))
        if all(isinstance(one, Element) and one.name in {"head", "figure"} for one in found.children):
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
        return Flowing("quote", self._inline.quote_attributes(self._data["quotations"][number]), *inside)

    def _block(self, block: LaidBlock, cited: list[LaidBlock], *, is_top: bool) -> Element:
        if block.quotation:
            return self._quotation(block, cited)
        paragraph = block.paragraphs[0]
        if block.type == "heading" or (is_top and block.type in _HEADS):
            return Flowing("head", {"type": _HEADS.get(block.type)}, *self.words(paragraph))
        if block.type == "list":
            items = (Flowing("item", None, *self.words(one)) for one in lines(self._layout.text, paragraph))
            return Element("list", None, *items)
        if block.type == "paragraph":
            return Flowing("p", None, *self.words(paragraph))
        space = {"xml:space": "preserve"} if block.type == "code" else {}
        return Flowing("ab", {"type": block.type, **space}, *self.words(paragraph))

    def _quotation(self, block: LaidBlock, cited: list[LaidBlock]) -> Element:
        quotation = self._data["quotations"][int(pointer_steps(block.quotation)[1])]
        attributes = self._inline.quote_attributes(quotation)
        if len(block.paragraphs) == 1:
            found: Element = Flowing("quote", attributes, *self.words(block.paragraphs[0]))
        else:
            found = Element("quote", attributes)
            found.add(*(Flowing("p", None, *self.words(one)) for one in block.paragraphs))
        sources = [Flowing("bibl", None, *self.words(one.paragraphs[0])) for one in cited]
        return Element("cit", None, found, *sources) if sources else found
