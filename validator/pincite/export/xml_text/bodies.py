"""What the body of an article has in common in every XML: its blocks in order, its figures, and what has no place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from pincite.export.layout.places import quotation_pieces
from pincite.export.layout.values import images_in
from pincite.model.json_value import pointer_steps

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from pincite.export.layout.values import LaidBlock, Layout, Paragraph, Piece
    from pincite.export.xml_text.elements import Child, Element
    from pincite.export.xml_text.identifiers import Identifiers
    from pincite.model.carried import Carried


class Running(Protocol):
    """What makes elements of the annotations in running text."""

    ids: Identifiers

    def children(self, text: str, start: int, end: int, pieces: tuple[Piece, ...]) -> list[Child]:
        """Return a stretch of a text as text and elements."""


Inline = TypeVar("Inline", bound=Running)


class ArticleBody(Generic[Inline]):
    """The blocks of one article; a format says which elements stand for them."""

    def __init__(self, carried: Carried, layout: Layout, inline: Inline) -> None:
        self._carried = carried
        self._data = carried.data
        self._layout = layout
        self._inline = inline

    def figure(self, number: int) -> Element:
        """Return an image."""
        raise NotImplementedError

    def claim_alone(self, number: int) -> Element:
        """Return a claim that stands nowhere in the text."""
        raise NotImplementedError

    def quotation_alone(self, number: int, inside: Sequence[Child]) -> Element:
        """Return a quotation that stands nowhere in the text, around its words with their segments."""
        raise NotImplementedError

    def citation_alone(self, _kind: str, _number: int, _place: int) -> Element | None:
        """Return a citation that is printed nowhere, None where it is said elsewhere."""
        return None

    def blocks(self, repeats: Container[str]) -> Iterator[tuple[LaidBlock, list[LaidBlock]]]:
        """Yield each block with those behind it that hold nothing but its citations.

        Left out are menus and notices, and what is said again in one of the ways in *repeats*.
        """
        found: list[tuple[LaidBlock, list[LaidBlock]]] = []
        for block in self._layout.blocks:
            if block.is_aside or block.repeats in repeats:
                continue
            if block.cites and found:
                found[-1][1].append(block)
            else:
                found.append((block, []))
        yield from found

    def words(self, paragraph: Paragraph) -> list[Child]:
        """Return a paragraph's text with its annotations."""
        return self._inline.children(self._layout.text, paragraph.start, paragraph.end, paragraph.pieces)

    def figures(self, blocks: Sequence[LaidBlock]) -> Iterator[Element]:
        """Yield the images whose marks stand in blocks."""
        for block in blocks:
            for paragraph in block.paragraphs:
                yield from map(self.figure, images_in(paragraph.pieces))

    def without_a_place(self) -> Iterator[Element]:
        """Yield what stands nowhere in the text; segments that do are told."""
        for pointer in self._layout.apart:
            kind, step, *rest = pointer_steps(pointer)
            number = int(step)
            found = None
            if rest and rest[0] == "segments":
                self._carried.losses.tell(pointer)
            elif rest and rest[0] == "citations":
                found = self.citation_alone(kind, number, int(rest[1]))
            elif not rest and kind == "images":
                found = self.figure(number)
            elif not rest and kind == "claims":
                found = self.claim_alone(number)
            elif not rest and kind == "quotations":
                found = self.quotation_alone(number, self._words_alone(number, pointer))
            if found is not None:
                yield found

    def _words_alone(self, number: int, pointer: str) -> list[Child]:
        """Return the words of a quotation with its segments, which are told where they do not make them up."""
        quotation = self._data["quotations"][number]
        words = quotation["text"]
        pieces = quotation_pieces(quotation, pointer)
        if pieces is None:
            for place in range(len(quotation["segments"])):
                self._carried.losses.tell(f"{pointer}/segments/{place}")
        return self._inline.children(words, 0, len(words), pieces or ())
