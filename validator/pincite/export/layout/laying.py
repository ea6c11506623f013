"""A document and its text become blocks with pieces in them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pincite.export.layout.blocks import parts
from pincite.export.layout.nesting import nested
from pincite.export.layout.places import objects
from pincite.export.layout.values import LaidBlock, Layout, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pincite.export.layout.blocks import Part
    from pincite.export.layout.places import Item
    from pincite.export.layout.values import Piece
    from pincite.model.format import DocumentData


class _Room(NamedTuple):
    """The paragraphs of one block, and the quotation that fills them, if one does."""

    parts: Sequence[Part]
    quotation: Item | None = None


_FILLED = frozenset({"paragraph", "quotation", "lead", "list", "note"})
"""Types of blocks that a quotation can make its own."""


def lay_out(data: DocumentData, text: str | None) -> Layout:
    """Return the article with what the document says of it in its place; *text* is None where there is none at hand."""
    found = objects(data, text)
    words = text or ""
    paragraphs = parts(words, data.get("article", {}).get("blocks", []))
    rooms = list(_rooms(words, paragraphs, _displayed(data, found.placed)))
    inside, apart = _sorted_in(paragraphs, rooms, found.placed)
    blocks: list[LaidBlock] = []
    for room, held in zip(rooms, inside, strict=True):
        block, lost = _block(room, held)
        apart += lost
        blocks.append(block._replace(cites=_cites(words, block, blocks[-1] if blocks else None)))
    return Layout(words, tuple(blocks), tuple(sorted([*found.apart, *apart], key=_order)))


def _displayed(data: DocumentData, items: Iterable[Item]) -> list[Item]:
    """Return the quotations that may be blocks of their own: all that are not said to stand in a line."""
    quotations = data.get("quotations", [])
    inline = {
        f"/quotations/{number}"
        for number, one in enumerate(quotations)
        if one.get("display") == "inline" and "\n\n" not in one["text"]
    }
    return [one for one in items if one.kind == "quotation" and one.at not in inline]


def _rooms(text: str, paragraphs: Sequence[Part], quotations: Iterable[Item]) -> Iterator[_Room]:
    """Yield the paragraphs, those together that one quotation fills."""
    starts = [one.start for one in paragraphs]
    edges = [_visible(text, one) for one in paragraphs]
    filled: dict[int, tuple[int, Item]] = {}
    taken: set[int] = set()
    for item in sorted(quotations, key=lambda one: (one.start, -one.end)):
        first, last = _number(starts, item.start), _number(starts, item.end - 1)
        whole = (paragraphs[first], paragraphs[last]) if first not in taken else ()
        if not whole or any(one.type not in _FILLED for one in whole):
            continue
        if edges[first][0] >= item.start and edges[last][1] <= item.end:
            filled[first] = (last, item)
            taken.update(range(first, last + 1))
    for number, one in enumerate(paragraphs):
        if number in filled:
            last, item = filled[number]
            yield _Room(paragraphs[number : last + 1], item)
        elif number not in taken:
            yield _Room([one])


def _sorted_in(
    paragraphs: Sequence[Part], rooms: Sequence[_Room], items: Iterable[Item]
) -> tuple[list[list[Item]], list[str]]:
    """Return the items of each room, and the pointers of those that reach over the end of a paragraph."""
    starts = [one.start for one in paragraphs]
    firsts = [room.parts[0].start for room in rooms]
    filling = {room.quotation.at for room in rooms if room.quotation}
    inside: list[list[Item]] = [[] for _ in rooms]
    apart: list[str] = []
    gone: set[str] = set()
    for item in items:
        if item.at in filling:
            continue
        number = _number(starts, item.start) if starts else 0
        if item.of in gone:
            gone.add(item.at)
        elif not starts or item.end > paragraphs[number].end or item.start < paragraphs[number].start:
            gone.add(item.at)
            apart.append(item.at)
        else:
            inside[_number(firsts, item.start)].append(item)
    return inside, apart


def _block(room: _Room, items: Iterable[Item]) -> tuple[LaidBlock, tuple[str, ...]]:
    pieces, lost = nested(items)
    number = 0
    paragraphs = []
    for part in room.parts:
        begin = number
        while number < len(pieces) and pieces[number].start < part.end:
            number += 1
        paragraphs.append(Paragraph(part.start, part.end, pieces[begin:number]))
    first = room.parts[0]
    type_ = "quotation" if room.quotation else first.type
    return LaidBlock(type_, tuple(paragraphs), first.at, room.quotation.at if room.quotation else ""), lost


def _cites(text: str, block: LaidBlock, before: LaidBlock | None) -> str:
    """Return the quotation that a block holds the citations of, where it stands before and nothing else is here."""
    quotation = (before.quotation or before.cites) if before else ""
    if not quotation or block.quotation:
        return ""
    paragraph = block.paragraphs[0]
    at, is_cited = paragraph.start, False
    for piece in paragraph.pieces:
        is_cited |= _is_citation_of(piece, quotation)
        if not piece.at.startswith((f"{quotation}/citations/", "/images/")) or _says(text[at : piece.start]):
            return ""
        at = piece.end
    return quotation if is_cited and not _says(text[at : paragraph.end]) else ""


def _visible(text: str, part: Part) -> tuple[int, int]:
    """Return where a paragraph's words begin and end, without the marks around them."""
    start, end = part.start, part.end
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _is_citation_of(piece: Piece, quotation: str) -> bool:
    return piece.at.startswith(f"{quotation}/citations/")


def _says(words: str) -> bool:
    return any(character.isalnum() for character in words)


def _number(starts: Sequence[int], offset: int) -> int:
    return max(bisect_right(starts, offset) - 1, 0)


def _order(pointer: str) -> list[tuple[int, str]]:
    return [(int(step), "") if step.isdecimal() else (-1, step) for step in pointer.split("/")]
