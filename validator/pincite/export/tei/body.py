"""The article's text in TEI, block by block, and behind it what has no place there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.layout import lists
from pincite.export.layout.places import quotation_pieces
from pincite.export.layout.values import images_in, left_out, lines
from pincite.export.layout.verse import lines_of, paragraphs_of
from pincite.export.tei.pictures import figure
from pincite.export.xml_text.elements import Element, Flowing
from pincite.model.json_value import pointer_steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.export.layout.values import LaidBlock, Layout, Paragraph
    from pincite.export.tei.inline import Inline
    from pincite.export.xml_text.elements import Child
    from pincite.model.carried import Carried

_HEADS = {"title": "main", "subtitle": "sub", "series": "series"}
_AGAIN = {"byline": "byline", "date": "dateline"}
"""Elements at the top for what the header says too."""
_ELSEWHERE = frozenset({"else", "caption"})
_TOP = frozenset({"head", *_AGAIN.values()})


class Body:
    """The blocks of one article."""

    def __init__(self, carried: Carried, layout: Layout, inline: Inline) -> None:
        self._carried = carried
        self._data = carried.data
        self._layout = layout
        self._inline = inline

    def body(self) -> Element:
        """Return the text: a division from each heading on, figures behind the block that has their marks."""
        found = Element("body")
        here, is_top = found, True
        blocks = list(self._layout.blocks)
        for pointer in left_out(self._layout, _ELSEWHERE):
            self._carried.losses.tell(pointer)
        for number, block in enumerate(blocks):
            if block.cites or block.is_aside or block.repeats in _ELSEWHERE:
                continue  # written with its quotation, in the header or in a figure, or not the article's
            if block.figure is not None:
                here.add(figure(self._carried, block.figure, self._inline.ids))
                is_top = False
                continue
            if block.type == "heading":
                here, is_top = Element("div"), True
                found.add(here)
            cited = []
            for one in blocks[number + 1 :] if block.quotation else []:
                if not one.cites:
                    break
                cited.append(one)
            element = self._block(block, cited, is_top=is_top)
            is_top = is_top and element.name in _TOP
            here.add(element, *self._figures([block, *cited]))
        if all(isinstance(one, Element) and one.name in {*_TOP, "figure"} for one in found.children):
            found.add(Element("p"))  # a body has to have something besides
        return found

    def apart(self) -> Element | None:
        """Return a division with what has no place in the text, None where there is nothing."""
        found = Element("div", {"type": "apart"}, Flowing("head", None, "Without a place in the text"))
        for pointer in self._layout.apart:
            found.add(self._alone(pointer))
        return found if len(found.children) > 1 else None

    def _block(self, block: LaidBlock, cited: list[LaidBlock], *, is_top: bool) -> Element:
        if block.quotation:
            return self._quotation(block, cited)
        paragraph = block.paragraphs[0]
        if is_top and block.repeats in _AGAIN:
            return Flowing(_AGAIN[block.repeats], None, *self._words(paragraph))
        kind = block.repeats if block.repeats in _HEADS else block.type
        if block.type == "heading" or (is_top and kind in _HEADS):
            return Flowing("head", {"type": _HEADS.get(kind)}, *self._words(paragraph))
        return self._plain(block, paragraph)

    def _plain(self, block: LaidBlock, paragraph: Paragraph) -> Element:
        """Return a block by its type alone."""
        if block.type == "list":
            rend = None if lists.has_marks(self._layout.text, block) else "bulleted"
            items = lists.items(self._layout.text, block)
            return Element(
                "list", {"rend": rend}, *(Flowing("item", None, *self._words(one)) for one in items)
            )
        if block.type == "table":
            return self._table(block)
        if block.type == "paragraph":
            return self._paragraph(paragraph)
        space = {"xml:space": "preserve"} if block.type == "code" else {}
        return Flowing("ab", {"type": block.type, **space}, *self._words(paragraph))

    def _paragraph(self, paragraph: Paragraph) -> Element:
        """Return a paragraph; as verse where its lines are, and nothing reaches over their ends."""
        verses = lines(self._layout.text, paragraph) if paragraph.lines == "verse" else ()
        if len(verses) > 1:
            return Element("lg", None, *(Flowing("l", None, *self._words(one)) for one in verses))
        return Flowing("p", None, *self._words(paragraph))

    def _table(self, block: LaidBlock) -> Element:
        found = Element("table")
        for row in lists.items(self._layout.text, block):
            cells = lists.cells(self._layout.text, row)
            found.add(Element("row", None, *(Flowing("cell", None, *self._words(one)) for one in cells)))
        return found

    def _quotation(self, block: LaidBlock, cited: list[LaidBlock]) -> Element:
        quotation = self._data["quotations"][int(pointer_steps(block.quotation)[1])]
        attributes = self._inline.quote_attributes(quotation)
        if len(block.paragraphs) == 1 and block.paragraphs[0].lines != "verse":
            found: Element = Flowing("quote", attributes, *self._words(block.paragraphs[0]))
        else:
            found = Element("quote", attributes)
            found.add(*map(self._paragraph, block.paragraphs))
        sources = [Flowing("bibl", None, *self._words(one.paragraphs[0])) for one in cited]
        return Element("cit", None, found, *sources) if sources else found

    def _words(self, paragraph: Paragraph) -> list[Child]:
        return self._inline.paragraph(self._layout.text, paragraph)

    def _figures(self, blocks: list[LaidBlock]) -> Iterator[Element]:
        for block in blocks:
            for paragraph in block.paragraphs:
                for number in images_in(paragraph.pieces):
                    yield figure(self._carried, number, self._inline.ids)

    def _alone(self, pointer: str) -> Element | None:
        """Return a quotation, claim or image that stands nowhere in the text."""
        kind, number, *rest = pointer_steps(pointer)
        index = int(number)
        if rest:
            if rest[0] == "segments":
                self._carried.losses.tell(pointer)
            return None
        if kind == "images":
            return figure(self._carried, index, self._inline.ids)
        if kind == "claims":
            claim = self._data["claims"][index]
            own = self._inline.ids.own(claim["id"])
            return Flowing("p", None, Element("seg", {"type": "claim", "xml:id": own}, claim["text"]))
        if kind == "relations":
            return None
        quotation = self._data["quotations"][index]
        words = quotation["text"]
        pieces = quotation_pieces(quotation, pointer)
        if pieces is None:
            for place in range(len(quotation["segments"])):
                self._carried.losses.tell(f"{pointer}/segments/{place}")
        attributes = self._inline.quote_attributes(quotation)
        shown = [] if pieces else paragraphs_of(words)
        if len(shown) > 1 or any(lines_of(one, meant=False) for one in shown):
            return Element("quote", attributes, *map(_paragraph_alone, shown))
        return Flowing("quote", attributes, *self._inline.children(words, 0, len(words), pieces or ()))


def _paragraph_alone(words: str) -> Element:
    if lines_of(words, meant=False):
        return Element("lg", None, *(Flowing("l", None, one) for one in words.split("\n")))
    return Flowing("p", None, words)
