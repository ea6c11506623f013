"""The annotations in the text: quotations, citations, claims, phrases and the marks of pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pincite.export.html.images import mark
from pincite.export.html.markup import NOTHING, Markup, element, escaped, joined, own
from pincite.export.html.notes import alteration, note_id
from pincite.export.html.wording import place
from pincite.export.layout.cited import in_words
from pincite.export.layout.values import runs
from pincite.model.json_value import pointer_steps, value_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.export.html.desk import Desk
    from pincite.export.layout.cited import Named
    from pincite.export.layout.values import LaidBlock, Paragraph, Piece
    from pincite.model.format import Citation, Claim, Image, Quotation, Segment
    from pincite.model.json_value import Json

_CLOSING = re.compile(r"[”’»›\"'“]")
"""A mark that ends a quotation; its number stands behind it."""


class Pieces:
    """Sets stretches of one text with the pieces on them."""

    def __init__(self, text: str, desk: Desk) -> None:
        self.text = text
        self._desk = desk
        self._is_broken = False

    def quotation(self, at: str) -> Quotation:
        """Return the quotation at a pointer."""
        return cast("Quotation", self._at(at))

    def claim(self, at: str) -> Claim:
        """Return the claim at a pointer."""
        return cast("Claim", self._at(at))

    def image(self, at: str) -> Image:
        """Return the image at a pointer."""
        return cast("Image", self._at(at))

    def paragraph(self, paragraph: Paragraph) -> Markup:
        """Return a paragraph's words with what is marked in them."""
        self._is_broken = bool(paragraph.lines)
        shown = self.stretch(paragraph.start, paragraph.end, paragraph.pieces)
        self._is_broken = False
        return shown

    def _said(self, start: int, end: int) -> Markup:
        """Return words of the text, with their line ends where these are shown."""
        words = escaped(self.text[start:end])
        return Markup(words.replace("\n", "<br>\n")) if self._is_broken else words

    def stretch(self, start: int, end: int, pieces: tuple[Piece, ...], *, linked: bool = False) -> Markup:
        """Return a stretch of text; *linked* says that it stands in a link, which must not hold another one."""
        shown, sign = [], NOTHING
        for left, right, piece in runs(start, end, pieces):
            if piece is None:
                closed = left + bool(_CLOSING.match(self.text, left, right))
                shown += [self._said(left, closed), sign, self._said(closed, right)]
                sign = NOTHING
            else:
                shown += [sign, self._piece(piece, linked=linked)]
                sign = NOTHING if linked else self._sign(piece)
        return joined([*shown, sign])

    def _sign(self, piece: Piece) -> Markup:
        """Return what stands behind a quotation or a claim and leads to the note on it; nothing for others."""
        kind = whole(piece.at)
        if kind == "quotations":
            return self.number(self.quotation(piece.at))
        if kind != "claims":
            return NOTHING
        address = f"#{note_id(self.claim(piece.at)['id'])}"
        return element("a", "◇", href=address, aria_label="Note on this claim", class_="sign")

    def number(self, quotation: Quotation) -> Markup:
        """Return the number after a quotation, which leads to its note."""
        number = str(self._desk.numbers[quotation["id"]])
        address = f"#{note_id(quotation['id'])}"
        return element("sup", element("a", number, href=address, aria_label=f"Note {number}"))

    def _piece(self, piece: Piece, *, linked: bool) -> Markup:
        kind, _, part = _kind_and_part(piece.at)
        if part == "evidence" or kind == "relations":
            return self._phrase(piece, linked=linked)
        if part == "citations":
            words = self._citation(piece, linked=linked)
            words = words or self.stretch(piece.start, piece.end, piece.inside, linked=linked)
            return element("span", words, class_="citation")
        words = self.stretch(piece.start, piece.end, piece.inside, linked=linked)
        if part:
            return _segment(cast("Segment", self._at(piece.at)), words) if part == "segments" else words
        if kind == "images":
            printed = self.text[piece.start : piece.end]
            return mark(self.image(piece.at), printed, linked=not linked)
        if kind == "claims":
            return element("span", words, class_="claim", id=self._desk.anchor(self.claim(piece.at)["id"]))
        quotation = self.quotation(piece.at)
        return element(
            "span",
            words,
            class_=f"quoted {quotation.get('display', '')}".strip(),
            id=self._desk.anchor(quotation["id"]),
            lang=quotation.get("language"),
        )

    def _citation(self, piece: Piece, *, linked: bool) -> Markup:
        """Return the citations of one bracket in words where the text has only Pandoc's keys for them."""
        found = in_words(self.text, piece, self._desk.data, self._desk.sources)
        return (
            joined(["(", joined((self._named(one, linked=linked) for one in found), "; "), ")"])
            if found
            else NOTHING
        )

    def _named(self, named: Named, *, linked: bool) -> Markup:
        citation = cast("Citation", self._at(named.at))
        source = self._desk.sources[citation["source"]]
        title = self._desk.title(source)
        shown = title if linked else self._desk.link(source["id"], title)
        where = place(citation.get("locator", {}))
        return joined([own(named.before), joined([shown, where, own(named.behind)], ", ")], " ")

    def _phrase(self, piece: Piece, *, linked: bool) -> Markup:
        """Return a phrase of the article as a link to what it speaks of, where no other link is around or within."""
        thing = cast("dict[str, str]", self._at(piece.at))
        target = thing.get("to") or thing.get("id", "")
        is_link = not linked and self._desk.label(target) is not None and all(map(_is_bare, piece.inside))
        words = self.stretch(piece.start, piece.end, piece.inside, linked=linked or is_link)
        return element("a", words, class_="phrase", href=f"#{target}") if is_link else words

    def _at(self, pointer: str) -> Json:
        return value_at(cast("Json", self._desk.data), pointer)


def all_pieces(block: LaidBlock) -> Iterator[Piece]:
    """Yield the pieces of a block in order, each before those within it."""
    for paragraph in block.paragraphs:
        yield from _deep(paragraph.pieces)


def whole(pointer: str) -> str:
    """Return what kind of object a pointer leads to, "quotations" for example; empty for a part of one."""
    kind, _, part = _kind_and_part(pointer)
    return "" if part else kind


def _deep(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        yield from _deep(piece.inside)


def _kind_and_part(pointer: str) -> tuple[str, str, str]:
    kind, number, *rest = pointer_steps(pointer)
    return kind, number, rest[0] if rest else ""


def _is_bare(piece: Piece) -> bool:
    """Return whether a piece is a phrase that may become part of a link around it."""
    kind, _, part = _kind_and_part(piece.at)
    is_phrase = part in {"evidence", "lead_in", "segments"} or kind == "relations"
    return is_phrase and all(map(_is_bare, piece.inside))


def _segment(segment: Segment, words: Markup) -> Markup:
    if segment["type"] == "break":
        return Markup("<br>")
    done = alteration(segment)
    class_ = f"alteration {segment['type']}"
    if segment["type"] == "emphasis":
        return element("em", words, class_=class_, title=done)
    return element("span", words, class_=class_, title=done or None)
