"""The article's text in JATS, block by block, and behind it what has no place there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.jats.figures import figure
from pincite.export.layout import lists
from pincite.export.layout.english import called, place_words
from pincite.export.layout.places import quotation_pieces
from pincite.export.layout.values import ALL_REPEATS, images_in, left_out, lines
from pincite.export.layout.verse import lines_of, paragraphs_of
from pincite.export.xml_text.elements import Element, Flowing
from pincite.model.json_value import pointer_steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.export.jats.inline import Inline
    from pincite.export.layout.values import LaidBlock, Layout, Paragraph
    from pincite.export.xml_text.elements import Child
    from pincite.model.carried import Carried
    from pincite.model.format import Citation


class Body:
    """The blocks of one article."""

    def __init__(self, carried: Carried, layout: Layout, inline: Inline) -> None:
        self._carried = carried
        self._data = carried.data
        self._layout = layout
        self._inline = inline
        self._apart = frozenset(layout.apart)
        self._sources = {one["id"]: one for one in reversed(carried.data.get("sources", []))}

    def body(self) -> Element:
        """Return the text: a section from each heading on, figures behind the block that has their marks."""
        found = Element("body")
        here = found
        blocks = list(self._layout.blocks)
        for pointer in left_out(self._layout, ALL_REPEATS):
            self._carried.losses.tell(pointer)
        for number, block in enumerate(blocks):
            if block.cites or block.is_aside or block.repeats:
                continue  # written with its quotation, or in the article's front, or not the article's
            if block.figure is not None:
                here.add(figure(self._carried, block.figure, self._inline.ids))
                continue
            if block.type == "heading":
                here = Element("sec", None, Flowing("title", None, *self._words(block.paragraphs[0])))
                here.add(*self._figures([block]))
                found.add(here)
                continue
            cited = []
            for one in blocks[number + 1 :] if block.quotation else []:
                if not one.cites:
                    break
                cited.append(one)
            here.add(self._block(block, cited), *self._figures([block, *cited]))
        return found

    def apart(self) -> Element | None:
        """Return an appendix with what has no place in the text, None where there is nothing."""
        title = Element("title", None, "Without a place in the text")
        found = Element("app", {"content-type": "apart"}, title)
        for pointer in self._layout.apart:
            found.add(self._alone(pointer))
        return Element("app-group", None, found) if len(found.children) > 1 else None

    def _block(self, block: LaidBlock, cited: list[LaidBlock]) -> Element:
        paragraph = block.paragraphs[0]
        if block.quotation:
            return self._quotation(block, cited)
        if block.type == "list":
            has_marks = lists.has_marks(self._layout.text, block)
            found = Element("list", {"list-type": "simple" if has_marks else "bullet"})
            for one in lists.items(self._layout.text, block):
                found.add(Element("list-item", None, Flowing("p", None, *self._words(one))))
            return found
        if block.type == "table":
            return self._table(block)
        if block.type == "code":
            words = self._words(paragraph)
            # Journal Publishing has no references directly in it
            if any(isinstance(one, Element) for one in words):
                words = [Element("named-content", {"content-type": "code"}, *words)]
            return Flowing("preformat", {"xml:space": "preserve"}, *words)
        kind = None if block.type == "paragraph" else block.type
        if paragraph.lines == "verse":
            return self._paragraph(paragraph)
        return Flowing("p", {"content-type": kind}, *self._words(paragraph))

    def _paragraph(self, paragraph: Paragraph) -> Element:
        """Return a paragraph; as verse where its lines are, and nothing reaches over their ends."""
        verses = lines(self._layout.text, paragraph) if paragraph.lines == "verse" else ()
        if len(verses) > 1:
            return Element(
                "verse-group", None, *(Flowing("verse-line", None, *self._words(one)) for one in verses)
            )
        return Flowing("p", None, *self._words(paragraph))

    def _table(self, block: LaidBlock) -> Element:
        found = Element("tbody")
        for row in lists.items(self._layout.text, block):
            cells = lists.cells(self._layout.text, row)
            found.add(Element("tr", None, *(Flowing("td", None, *self._words(one)) for one in cells)))
        return Element("table-wrap", None, Element("table", None, found))

    def _quotation(self, block: LaidBlock, cited: list[LaidBlock]) -> Element:
        index = int(pointer_steps(block.quotation)[1])
        found = Element("disp-quote", self._inline.quotation_attributes(index, "block"))
        found.add(*map(self._paragraph, block.paragraphs))
        found.add(*(Flowing("attrib", None, *self._words(one.paragraphs[0])) for one in cited))
        return found

    def _words(self, paragraph: Paragraph) -> list[Child]:
        return self._inline.children(self._layout.text, paragraph.start, paragraph.end, paragraph.pieces)

    def _figures(self, blocks: list[LaidBlock]) -> Iterator[Element]:
        for block in blocks:
            for paragraph in block.paragraphs:
                for number in images_in(paragraph.pieces):
                    yield figure(self._carried, number, self._inline.ids)

    def _alone(self, pointer: str) -> Element | None:
        """Return what stands nowhere in the text."""
        kind, number, *rest = pointer_steps(pointer)
        index = int(number)
        if rest and rest[0] == "segments":
            self._carried.losses.tell(pointer)
        elif rest and rest[0] == "citations":
            return self._citation(kind, index, int(rest[1]))
        elif not rest and kind == "images":
            return figure(self._carried, index, self._inline.ids)
        elif not rest and kind == "claims":
            words = self._data["claims"][index]["text"]
            return Flowing("p", None, self._inline.claim(index, [words], words))
        elif not rest and kind == "quotations":
            return self._quotation_alone(index, pointer)
        return None

    def _quotation_alone(self, index: int, pointer: str) -> Element:
        quotation = self._data["quotations"][index]
        words = quotation["text"]
        pieces = quotation_pieces(quotation, pointer)
        if pieces is None:
            for place in range(len(quotation["segments"])):
                self._carried.losses.tell(f"{pointer}/segments/{place}")
        inside = self._inline.children(words, 0, len(words), pieces or ())
        loose = [
            self._inline.citation(one, [self._named(one)])
            for number, one in enumerate(quotation.get("citations", []))
            if f"{pointer}/citations/{number}" in self._apart
        ]
        if quotation.get("display") == "inline":
            attributes = {"content-type": "quotation", **self._inline.quotation_attributes(index, "inline")}
            spaced = [part for one in loose for part in (" ", one)]
            return Flowing("p", None, Element("named-content", attributes, *inside), *spaced)
        attributes = self._inline.quotation_attributes(index, "block")
        sources = [Flowing("attrib", None, one) for one in loose]
        shown: list[Element] = [Flowing("p", None, *inside)]
        if not pieces:
            shown = [self._paragraph_alone(one) for one in paragraphs_of(words)]
        return Element("disp-quote", attributes, *shown, *sources)

    def _paragraph_alone(self, words: str) -> Element:
        if lines_of(words, meant=False) == "verse":
            return Element(
                "verse-group", None, *(Flowing("verse-line", None, one) for one in words.split("\n"))
            )
        return Flowing("p", None, words)

    def _named(self, citation: Citation) -> str:
        """Return a citation as printed, else the title of its source, or its id, and the place there."""
        if citation.get("raw"):
            return citation["raw"]
        source = citation.get("source", "")
        title = called(self._sources[source], self._sources) if source in self._sources else source
        return ", ".join(one for one in (title, place_words(citation.get("locator", {}))) if one)

    def _citation(self, kind: str, index: int, number: int) -> Element | None:
        """Return a citation that is printed nowhere, behind what it is for; with a quotation apart it is there already."""
        if kind == "quotations" and f"/quotations/{index}" in self._apart:
            return None
        owner = self._data["quotations"][index] if kind == "quotations" else self._data["claims"][index]
        citation = owner["citations"][number]
        target = Element("named-content", {"content-type": "cited-for", "rid": owner["id"]}, owner["text"])
        inside = self._inline.citation(citation, [self._named(citation)])
        return Flowing("p", {"content-type": "citation"}, target, " ", inside)
