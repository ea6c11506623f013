"""A document and its text become blocks with pieces in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.layout.blocks import parts
from pincite.export.layout.figures import placed
from pincite.export.layout.lists import gathered
from pincite.export.layout.nesting import nested
from pincite.export.layout.places import objects
from pincite.export.layout.repeats import without_doubles
from pincite.export.layout.rooms import displayed, number_at, rooms
from pincite.export.layout.values import LaidBlock, Layout, Paragraph
from pincite.export.layout.verse import breaks_are_meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pincite.export.layout.places import Item
    from pincite.export.layout.rooms import Room
    from pincite.export.layout.values import Piece
    from pincite.model.format import DocumentData


def lay_out(data: DocumentData, text: str | None) -> Layout:
    """Return the article with what the document says of it in its place; *text* is None where there is none at hand."""
    found = objects(data, text)
    words = text or ""
    article = data.get("article", {})
    paragraphs = parts(words, article.get("blocks", []), meant=breaks_are_meant(article))
    quotations = displayed(data.get("quotations", []), found.placed)
    room_list = rooms(words, paragraphs, quotations, found.placed)
    broken = _breaks(data)
    room_list = [
        _broken(words, one) if one.quotation and one.quotation.at in broken else one for one in room_list
    ]
    inside, apart = _sorted_in(room_list, found.placed)
    blocks: list[LaidBlock] = []
    for room, held in zip(room_list, inside, strict=True):
        plain_breaks = broken.get(room.quotation.at, frozenset()) if room.quotation else frozenset()
        # where lines are shown as lines, breaks need no mark of their own
        shown = [one for one in held if one.at not in plain_breaks or "\n" not in words[one.start : one.end]]
        block, lost = _block(room, shown)
        apart += lost
        blocks.append(block._replace(cites=_cites(words, block, blocks[-1] if blocks else None)))
    blocks = without_doubles(words, gathered(words, blocks), article)
    blocks, left = placed(words, blocks, data, [*found.apart, *apart])
    return Layout(words, tuple(blocks), tuple(sorted(left, key=_order)))


def _breaks(data: DocumentData) -> dict[str, frozenset[str]]:
    """Return the pointers of breaks of which no more is said, by those of the quotations that have any."""
    found = {}
    for number, quotation in enumerate(data.get("quotations", [])):
        at = f"/quotations/{number}"
        breaks = {
            f"{at}/segments/{place}"
            for place, one in enumerate(quotation.get("segments", []))
            if one["type"] == "break" and len(one) == 1
        }
        if breaks:
            found[at] = frozenset(breaks)
    return found


def _broken(text: str, room: Room) -> Room:
    """Return the paragraphs of a quotation with breaks, whose line ends are those of verse."""
    parts = [one._replace(lines="verse") if "\n" in text[one.start : one.end] else one for one in room.parts]
    return room._replace(parts=parts)


def _sorted_in(room_list: Sequence[Room], items: Iterable[Item]) -> tuple[list[list[Item]], list[str]]:
    """Return the items of each room, and the pointers of those that reach over the end of a paragraph."""
    paragraphs = [part for room in room_list for part in room.parts]
    starts = [one.start for one in paragraphs]
    firsts = [room.parts[0].start for room in room_list]
    filling = {room.quotation.at for room in room_list if room.quotation}
    inside: list[list[Item]] = [[] for _ in room_list]
    apart: list[str] = []
    gone: set[str] = set()
    for item in items:
        if item.at in filling:
            continue
        number = number_at(starts, item.start) if starts else 0
        if item.of in gone:
            gone.add(item.at)
        elif not starts or item.end > paragraphs[number].end or item.start < paragraphs[number].start:
            gone.add(item.at)
            apart.append(item.at)
        else:
            inside[number_at(firsts, item.start)].append(item)
    return inside, apart


def _block(room: Room, items: Iterable[Item]) -> tuple[LaidBlock, tuple[str, ...]]:
    pieces, lost = nested(items)
    number = 0
    paragraphs = []
    for part in room.parts:
        begin = number
        while number < len(pieces) and pieces[number].start < part.end:
            number += 1
        paragraphs.append(Paragraph(part.start, part.end, pieces[begin:number], part.lines))
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


def _is_citation_of(piece: Piece, quotation: str) -> bool:
    return piece.at.startswith(f"{quotation}/citations/")


def _says(words: str) -> bool:
    return any(character.isalnum() for character in words)


def _order(pointer: str) -> list[tuple[int, str]]:
    return [(int(step), "") if step.isdecimal() else (-1, step) for step in pointer.split("/")]
