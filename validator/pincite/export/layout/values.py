"""What a laid-out article is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from typing import Literal, TypeAlias

    from pincite.export.layout.verse import Lines


class Piece(NamedTuple):
    """A stretch of the text with an object of the document on it.

    ``at`` is the object's JSON Pointer: ``/quotations/0``, ``/quotations/0/citations/1``, ``/quotations/0/segments/2``,
    ``/quotations/0/lead_in``, ``/claims/0``, ``/claims/0/evidence/1`` (the article's phrase for it), ``/relations/0`` (the
    phrase that says so), ``/images/0`` (its mark); ``/claims/0/citations/0``. ``start`` and ``end`` count in the
    article's text, half-open. ``inside`` are the pieces within it, in order; they never overlap. A piece is empty only
    where a line break of a quotation stands at no white space.
    """

    start: int
    end: int
    at: str
    inside: tuple[Piece, ...] = ()


Repeats: TypeAlias = "Literal['', 'title', 'subtitle', 'byline', 'date', 'else', 'caption']"
ALL_REPEATS: tuple[Repeats, ...] = ("title", "subtitle", "byline", "date", "else", "caption")
"""All that a block may say again."""

Run: TypeAlias = "tuple[int, int, Piece | None]"
"""Start and end of a stretch and the piece on it, None where it is bare text."""


class Paragraph(NamedTuple):
    """A stretch of the text without a blank line, trimmed of white space, and the pieces in it, in order.

    ``lines`` says what its line ends are: those of ``verse``, ``broken`` off by the author elsewhere, or nothing.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...] = ()
    lines: Lines = ""


class LaidBlock(NamedTuple):
    """A block of the article, or a part of one where an empty line or another block cuts it.

    ``type`` is the format's word for blocks; what no block covers is a ``paragraph``. ``at`` is the block's JSON
    Pointer, empty where there is none. ``quotation`` is the pointer of the quotation that fills the block (type
    ``quotation``): it is no piece, its marks may stand around it, and only such blocks and lists have more than one paragraph.
    ``cites`` is the pointer of the quotation in the block before, where this block holds nothing but its citations.
    ``repeats`` is what the block says again that is known of the article: its "title", "subtitle", "byline", "date" or
    something "else"; or of the figure in the block before, its "caption". ``is_aside`` says that it is none of the article's
    words: a menu or a notice without annotations. ``figure`` is the number of the image that the block stands for.
    Lists that follow one another are one; where its lines have cells, its type is ``table``.
    """

    type: str
    paragraphs: tuple[Paragraph, ...]
    at: str = ""
    quotation: str = ""
    cites: str = ""
    repeats: Repeats = ""
    is_aside: bool = False
    figure: int | None = None


class Layout(NamedTuple):
    """The article's text, its blocks in order, and the pointers of the objects that have no place in them.

    Apart are quotations, claims, images and citations without an anchor, with one that leads nowhere, that reach over
    the end of a paragraph or that cross another; and phrases and segments with a place that cannot be kept.
    """

    text: str
    blocks: tuple[LaidBlock, ...]
    apart: tuple[str, ...]


def lines(text: str, paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Return a paragraph line by line, as the items of a list are; as it is where a piece reaches over a line's end."""
    found: list[Paragraph] = []
    start, number, pieces = paragraph.start, 0, paragraph.pieces
    for line in text[paragraph.start : paragraph.end].split("\n"):
        end = start + len(line)
        inside = []
        while number < len(pieces) and pieces[number].end <= end:
            inside.append(pieces[number])
            number += 1
        if number < len(pieces) and pieces[number].start < end:
            return (paragraph,)
        if line.strip():
            found.append(Paragraph(start, end, tuple(inside)))
        start = end + 1
    return tuple(found)


def runs(start: int, end: int, pieces: tuple[Piece, ...]) -> Iterator[Run]:
    """Yield a stretch of text cut into bare text and pieces; what is empty only where it is a piece."""
    at = start
    for piece in pieces:
        if at < piece.start:
            yield at, piece.start, None
        yield piece.start, piece.end, piece
        at = piece.end
    if at < end:
        yield at, end, None


def images_in(pieces: tuple[Piece, ...]) -> Iterator[int]:
    """Yield the numbers of the images whose marks are among pieces or in them, in order."""
    for piece in pieces:
        if piece.at.startswith("/images/"):
            yield int(piece.at.rpartition("/")[2])
        yield from images_in(piece.inside)


def left_out(layout: Layout, repeats: Container[str] = ()) -> Iterator[str]:
    """Yield the pointers of blocks of which nothing is shown: menus and notices, and what is said again in these ways."""
    gone: dict[str, bool] = {}
    for block in layout.blocks:
        is_gone = block.is_aside or block.repeats in repeats
        gone[block.at] = is_gone and gone.get(block.at, True)
    yield from (at for at, is_gone in gone.items() if at and is_gone)


def words_of_pieces(layout: Layout) -> dict[str, str]:
    """Return the words of the text that each piece stands on, by its pointer; those of blocks that are quotations too."""
    found: dict[str, str] = {}
    for block in layout.blocks:
        if block.quotation:
            found[block.quotation] = layout.text[block.paragraphs[0].start : block.paragraphs[-1].end]
        waiting = [piece for one in block.paragraphs for piece in one.pieces]
        while waiting:
            piece = waiting.pop()
            found[piece.at] = layout.text[piece.start : piece.end]
            waiting += piece.inside
    return found
