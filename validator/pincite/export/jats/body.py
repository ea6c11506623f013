"""The article's text in JATS, block by block, and behind it what has no place there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.jats.figures import figure
from pincite.export.jats.inline import Inline
from pincite.export.layout import lists
from pincite.export.layout.english import called, place_words
from pincite.export.layout.values import ALL_REPEATS, left_out, lines
from pincite.export.layout.verse import lines_of, paragraphs_of
from pincite.export.xml_text.bodies import ArticleBody
from pincite.export.xml_text.elements import Element, Flowing
from pincite.model.json_value import pointer_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.export.layout.values import LaidBlock, Layout, Paragraph
    from pincite.export.xml_text.elements import Child
    from pincite.model.carried import Carried
    from pincite.model.format import Citation


class Body(ArticleBody[Inline]):
    """The blocks of one article."""

    def __init__(self, carried: Carried, layout: Layout, inline: Inline) -> None:
        super().__init__(carried, layout, inline)
        self._apart = frozenset(layout.apart)
        self._sources = {one["id"]: one for one in reversed(carried.data.get("sources", []))}

    def body(self) -> Element:
        """Return the text: a section from each heading on, figures behind the block that has their marks."""
        found = Element("body")
        here = found
        for pointer in left_out(self._layout, ALL_REPEATS):
            self._carried.losses.tell(pointer)
        for block, cited in self.blocks(ALL_REPEATS):
            if block.figure is not None:
                here.add(self.figure(block.figure))
                continue
            if block.type == "heading":
                here = Element("sec", None, Flowing("title", None, *self.words(block.paragraphs[0])))
                found.add(here)
            else:
                here.add(self._block(block, cited))
            here.add(*self.figures([block, *cited]))
        return found

    def apart(self) -> Element | None:
        """Return an appendix with what has no place in the text, None where there is nothing."""
        found = list(self.without_a_place())
        if not found:
            return None
        title = Element("title", None, "Without a place in the text")
        return Element("app-group", None, Element("app", {"content-type": "apart"}, title, *found))

    def figure(self, number: int) -> Element:
        """Return an image."""
        return figure(self._carried, number, self._inline.ids)

    def claim_alone(self, number: int) -> Element:
        """Return a claim that stands nowhere in the text."""
        words = self._data["claims"][number]["text"]
        return Flowing("p", None, self._inline.claim(number, [words], words))

    def quotation_alone(self, number: int, inside: Sequence[Child]) -> Element:
        """Return a quotation that stands nowhere in the text, with its citations that do not either."""
        quotation = self._data["quotations"][number]
        loose = [
            self._inline.citation(one, [self._named(one)])
            for place, one in enumerate(quotation.get("citations", []))
            if f"/quotations/{number}/citations/{place}" in self._apart
        ]
        if quotation.get("display") == "inline":
            attributes = {"content-type": "quotation", **self._inline.quotation_attributes(number, "inline")}
            spaced = [part for one in loose for part in (" ", one)]
            return Flowing("p", None, Element("named-content", attributes, *inside), *spaced)
        attributes = self._inline.quotation_attributes(number, "block")
        sources = [Flowing("attrib", None, one) for one in loose]
        shown: list[Element] = [Flowing("p", None, *inside)]
        if not any(isinstance(one, Element) for one in inside):
            shown = [_paragraph_alone(one) for one in paragraphs_of(quotation["text"])]
        return Element("disp-quote", attributes, *shown, *sources)

    def citation_alone(self, kind: str, number: int, place: int) -> Element | None:
        """Return a citation that is printed nowhere, behind what it is for; with a quotation apart it is there already."""
        if kind == "quotations" and f"/quotations/{number}" in self._apart:
            return None
        owner = self._data["quotations"][number] if kind == "quotations" else self._data["claims"][number]
        citation = owner["citations"][place]
        target = Element("named-content", {"content-type": "cited-for", "rid": owner["id"]}, owner["text"])
        inside = self._inline.citation(citation, [self._named(citation)])
        return Flowing("p", {"content-type": "citation"}, target, " ", inside)

    def _block(self, block: LaidBlock, cited: list[LaidBlock]) -> Element:
        paragraph = block.paragraphs[0]
        if block.quotation:
            return self._quotation(block, cited)
        if block.type == "list":
            has_marks = lists.has_marks(self._layout.text, block)
            found = Element("list", {"list-type": "simple" if has_marks else "bullet"})
            for one in lists.items(self._layout.text, block):
                found.add(Element("list-item", None, Flowing("p", None, *self.words(one))))
            return found
        if block.type == "table":
            return self._table(block)
        if block.type == "code":
            words = self.words(paragraph)
            # Journal Publishing has no references directly in it
            if any(isinstance(one, Element) for one in words):
                words = [Element("named-content", {"content-type": "code"}, *words)]
            return Flowing("preformat", {"xml:space": "preserve"}, *words)
        if paragraph.lines == "verse":
            return self._paragraph(paragraph)
        kind = None if block.type == "paragraph" else block.type
        return Flowing("p", {"content-type": kind}, *self.words(paragraph))

    def _paragraph(self, paragraph: Paragraph) -> Element:
        """Return a paragraph; as verse where its lines are, and nothing reaches over their ends."""
        verses = lines(self._layout.text, paragraph) if paragraph.lines == "verse" else ()
        if len(verses) > 1:
            return Element(
                "verse-group", None, *(Flowing("verse-line", None, *self.words(one)) for one in verses)
            )
        return Flowing("p", None, *self.words(paragraph))

    def _table(self, block: LaidBlock) -> Element:
        found = Element("tbody")
        for row in lists.items(self._layout.text, block):
            cells = lists.cells(self._layout.text, row)
            found.add(Element("tr", None, *(Flowing("td", None, *self.words(one)) for one in cells)))
        return Element("table-wrap", None, Element("table", None, found))

    def _quotation(self, block: LaidBlock, cited: list[LaidBlock]) -> Element:
        index = int(pointer_steps(block.quotation)[1])
        found = Element("disp-quote", self._inline.quotation_attributes(index, "block"))
        found.add(*map(self._paragraph, block.paragraphs))
        found.add(*(Flowing("attrib", None, *self.words(one.paragraphs[0])) for one in cited))
        return found

    def _named(self, citation: Citation) -> str:
        """Return a citation as printed, else the title of its source, or its id, and the place there."""
        if citation.get("raw"):
            return citation["raw"]
        source = citation.get("source", "")
        title = called(self._sources[source], self._sources) if source in self._sources else source
        return ", ".join(one for one in (title, place_words(citation.get("locator", {}))) if one)


def _paragraph_alone(words: str) -> Element:
    if lines_of(words, meant=False) == "verse":
        return Element("verse-group", None, *(Flowing("verse-line", None, one) for one in words.split("\n")))
    return Flowing("p", None, words)
