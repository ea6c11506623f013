"""The walk through a story's XML (the body, a note): what each element says is taken down in order.

What is not known is walked through: a container that nobody has heard of yet must not lose its text.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from pincite.converter.readers.docx import fields, formulas, objects, runs
from pincite.converter.readers.docx.draft import Shape
from pincite.converter.readers.docx.limits import MAX_DEPTH
from pincite.converter.readers.docx.markup import attribute, child, name_of, switch
from pincite.converter.readers.docx.refusal import refusal, too_much
from pincite.converter.readers.docx.scribe import Scribe
from pincite.converter.readers.docx.styles import Numbering, indent_of, numbering_of, outline_role

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from pincite.converter.readers.docx.content import Content
    from pincite.converter.readers.docx.draft import Block


class Walk:
    """A walk through the stories of one part; *content* is what all parts share."""

    def __init__(self, content: Content, part: str) -> None:
        self.scribe = Scribe()
        self.content = content
        self.relationships = content.package.relationships(part)
        self.style_hides = False
        """Whether the paragraph's style hides its text."""
        self.alt: str | None = None
        """What is to be said of the next pictures to those who cannot see them."""
        self.waiting: deque[tuple[_Element, int]] = deque()
        """What stands in a paragraph as a text apart (in a box), and follows it."""
        self.diagrams: set[str] = set()
        """The parts with texts of diagrams that were taken down."""
        self._part = part
        self._in_paragraph = False
        self._tables = 0
        self._numbering: tuple[Numbering, str | None] | None = None
        self._emptying = False

    def story(self, element: _Element) -> list[Block]:
        """Return the paragraphs within an element, those without text or picture left out."""
        self.scribe.blocks = []
        self.inside(element, 0)
        self.close()
        return self.scribe.blocks

    def element(self, element: _Element, depth: int) -> None:
        """Take down what an element says that stands *depth* deep; raises UnreadableError for one too deep."""
        if depth > MAX_DEPTH:
            raise too_much(f"its part {self._part} has elements more than {MAX_DEPTH} deep")
        name = name_of(element)
        if not name or name in _DROPPED:
            return
        handle = _HANDLERS.get(name)
        if handle is None:
            self.inside(element, depth)
        else:
            handle(self, element, depth)

    def inside(self, element: _Element, depth: int) -> None:
        """Take down what the elements say that stand in one."""
        for one in element:
            self.element(one, depth + 1)

    def waits(self, element: _Element, depth: int) -> bool:
        """Return whether an element has to wait for the end of the paragraph that it stands in."""
        if self._in_paragraph and not self.scribe.hidden:
            self.waiting.append((element, depth))
        return self._in_paragraph

    def close(self) -> None:
        """End the paragraph, and walk through what waited for its end."""
        block = self.scribe.finish()
        if block:
            label = self.content.lists.next_label(*self._numbering) if self._numbering else ""
            if block.text or block.pictures:
                self.scribe.blocks.append(block.after(label) if block.text else block)
        self._numbering = None
        if self._emptying:
            return
        self._emptying = True
        while self.waiting:
            element, depth = self.waiting.popleft()
            with self.scribe.apart():
                self.element(element, depth)
                self.close()
        self._emptying = False

    def paragraph(self, element: _Element, depth: int) -> None:
        """Take down a paragraph."""
        if self.waits(element, depth):
            return
        properties = child(element, "w:pPr")
        self.scribe.begin(self._shape(properties))
        self._in_paragraph = True
        self.inside(element, depth)
        self._in_paragraph = False
        if not _goes_on(child(properties, "w:rPr")):
            self.close()

    def table(self, element: _Element, depth: int) -> None:
        """Take down a table, row by row."""
        if self.waits(element, depth):
            return
        self.close()
        self._tables += 1
        self.inside(element, depth)
        self._tables -= 1

    def row(self, element: _Element, depth: int) -> None:
        """Take down a row, unless it was deleted."""
        if child(element, "w:trPr", "w:del") is None:
            self.inside(element, depth)

    def cell(self, element: _Element, depth: int) -> None:
        """Take down a cell, unless it was deleted."""
        if child(element, "w:tcPr", "w:cellDel") is None:
            self.inside(element, depth)
            if not self._in_paragraph:
                self.close()

    def other_document(self, element: _Element, depth: int) -> None:  # noqa: ARG002 - as all handlers
        """Refuse a document that shows another one, of which there is no text here."""
        relationship = self.relationships.get(attribute(element, "r:id") or "")
        name = relationship.target if relationship else "another document"
        raise refusal(
            f"the file takes a part of its text from {name}, which it does not hold as text of its own",
            "open it in a word processor and save it again as .docx",
        )

    def _shape(self, properties: _Element | None) -> Shape:
        """Return how a paragraph with some properties looks, and take down how it is numbered."""
        style_id = attribute(child(properties, "w:pStyle"))
        style = self.content.styles.of_paragraph(style_id)
        self.style_hides = style.hidden
        said = [one for one in (numbering_of(properties), style.numbering) if one]
        number = next((one.number for one in said if one.number is not None), None)
        level = next((one.level for one in said if one.level is not None), None)
        numbering = Numbering(number, level) if number not in {None, "0"} else None
        self._numbering = (numbering, style_id) if numbering else None
        listed = self.content.lists.indent(numbering)
        return Shape(
            role=style.role or outline_role(properties),
            indent=indent_of(properties).over(listed).over(style.indent),
            numbered=numbering is not None,
            in_table=self._tables > 0,
            aligned=attribute(child(properties, "w:jc")) or style.aligned,
        )


def _goes_on(end: _Element | None) -> bool:
    """Return whether a paragraph's end (its mark, with some properties) was deleted or is not to be seen."""
    deleted = child(end, "w:del") is not None or child(end, "w:moveFrom") is not None
    return deleted or bool(switch(end, "w:specVanish") and switch(end, "w:vanish"))


_HANDLERS: dict[str, Callable[[Walk, _Element, int], None]] = {
    "w:p": Walk.paragraph,
    "a:p": Walk.paragraph,
    "w:tbl": Walk.table,
    "w:tr": Walk.row,
    "w:tc": Walk.cell,
    "w:altChunk": Walk.other_document,
    "w:subDoc": Walk.other_document,
    **runs.HANDLERS,
    **fields.HANDLERS,
    **objects.HANDLERS,
    **formulas.HANDLERS,
}

_DROPPED = {
    # deleted or moved away
    "w:del", "w:moveFrom", "w:delText", "w:delInstrText",
    # properties
    "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblPrEx", "w:tblGrid", "w:trPr", "w:tcPr",
    "w:sectPr", "w:customXmlPr", "w:smartTagPr", "w:rubyPr", "w:fldData", "w:ffData", "w:background",
    "m:rPr", "m:ctrlPr",
}  # fmt: skip
"""Elements with nothing to be seen in them."""
