"""The article's text as a page shows it: each block with its annotations in it and the notes beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.export.html.images import figure, is_shown
from pincite.export.html.markup import NOTHING, Markup, element, joined, own
from pincite.export.html.notes import claim_note, pictures_note, quotation_note
from pincite.export.html.pieces import Pieces, all_pieces, whole
from pincite.export.layout import lists
from pincite.export.layout.repeats import plain
from pincite.export.layout.values import runs
from pincite.export.layout.verse import lines_of, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pincite.export.html.desk import Desk
    from pincite.export.layout.values import LaidBlock, Layout, Piece
    from pincite.model.format import Claim, Image, Quotation

_CLASSES = {"paragraph": None, "note": "footnote"}
"""Classes of blocks that are not called like their type."""


class _Shown(NamedTuple):
    """A block as it is shown, the notes on what begins in it, and whether it belongs to the block before."""

    body: Markup
    notes: tuple[Markup, ...] = ()
    goes_on: bool = False


class Setting:
    """Sets the text of one article."""

    def __init__(self, layout: Layout, desk: Desk) -> None:
        self._layout = layout
        self._desk = desk
        self._pieces = Pieces(layout.text, desk)
        self._printed = _printed(layout)
        self._cited = {
            id_
            for owner in (*desk.quotations.values(), *desk.claims.values())
            for citation in owner.get("citations", ())
            for id_ in citation.get("images", ())
        }

    def text(self) -> Markup:
        """Return the whole text with its notes, in groups: what has notes begins one."""
        groups: list[tuple[list[_Shown], list[Markup]]] = []
        blocks = [*self._body()]
        for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
            one = self._block(block, before, after)
            if one.goes_on and groups and not groups[-1][1]:
                groups[-1][0].append(one)
            elif one.notes or not groups:
                groups.append(([one], []))
            else:
                groups[-1][1].append(one.body)
        return joined((self._group(main, rest) for main, rest in groups), "\n")

    def apart(self) -> tuple[str, Markup]:
        """Return the quotations and claims without a place in the text, and before them what they are."""
        quotations = [one for id_, one in self._desk.quotations.items() if not self._desk.has_place(id_)]
        claims = [one for id_, one in self._desk.claims.items() if not self._desk.has_place(id_)]
        shown = [*map(self._quotation_apart, quotations), *map(self._claim_apart, claims)]
        kinds = ["quotations"] * bool(quotations) + ["claims"] * bool(claims)
        return " and ".join(kinds).capitalize(), joined((self._group([one], []) for one in shown), "\n")

    def _body(self) -> Iterator[LaidBlock]:
        """Yield the blocks without menus and what the page's header says."""
        for block in self._layout.blocks:
            if not block.is_aside and (not block.repeats or block.repeats == "caption"):
                yield block

    def _block(self, block: LaidBlock, before: LaidBlock | None, after: LaidBlock | None) -> _Shown:
        """Return a block of whatever kind; the caption of a figure may stand in the one after it."""
        if block.quotation:
            return self._filled(block)
        notes = self._notes(all_pieces(block))
        if block.figure is not None:
            image = self._pieces.image(f"/images/{block.figure}")
            if is_shown(image) and not list(all_pieces(block)):
                below = after is not None and after.repeats == "caption"
                return _Shown(figure(image, NOTHING if below else own(image.get("caption", ""))), notes)
        figures = self._figures_in(block)
        if figures:
            caption = own(figures[-1].get("caption", ""))
            if self._says(block):
                caption = joined(map(self._pieces.paragraph, block.paragraphs))
            elif after is not None and self._is_caption(after, figures):
                caption = NOTHING
            shown = [figure(one, caption if one is figures[-1] else "") for one in figures]
            return _Shown(joined(shown), notes)
        is_caption = before is not None and self._is_caption(block, self._figures_in(before))
        is_caption |= block.repeats == "caption"
        return _Shown(self._typed(block, is_caption=is_caption), notes, bool(block.cites))

    def _figures_in(self, block: LaidBlock) -> list[Image]:
        return [
            one for one in self._images(all_pieces(block)) if one.get("role") == "figure" and is_shown(one)
        ]

    def _is_caption(self, block: LaidBlock, figures: Sequence[Image]) -> bool:
        """Return whether a block begins with the caption of one of the figures."""
        words = plain(self._words(block)) if figures else ""
        return any(words.startswith(plain(one["caption"])) for one in figures if "caption" in one)

    def _typed(self, block: LaidBlock, *, is_caption: bool) -> Markup:
        if block.type in {"list", "table"}:
            return self._listed(block)
        lines = [self._pieces.paragraph(one) for one in block.paragraphs]
        if block.type == "heading":
            return joined(element("h2", one) for one in lines)
        if block.type == "code":
            return joined(element("pre", element("code", one)) for one in lines)
        if block.type == "quotation":
            return element("blockquote", joined(element("p", one) for one in lines))
        class_ = (
            "caption" if is_caption else "printed" if block.cites else _CLASSES.get(block.type, block.type)
        )
        return joined(element("p", one, class_=class_) for one in lines)

    def _listed(self, block: LaidBlock) -> Markup:
        text = self._layout.text
        lines = lists.items(text, block)
        if block.type == "list":
            class_ = "list" if lists.has_marks(text, block) else "list signs"
            return element(
                "ul", joined(element("li", self._pieces.paragraph(one)) for one in lines), class_=class_
            )
        rows = (
            element(
                "tr", joined(element("td", self._pieces.paragraph(cell)) for cell in lists.cells(text, one))
            )
            for one in lines
        )
        return element("table", element("tbody", joined(rows)), class_="list")

    def _words(self, block: LaidBlock) -> str:
        return "\n".join(self._layout.text[one.start : one.end] for one in block.paragraphs)

    def _says(self, block: LaidBlock) -> bool:
        """Return whether a block has words besides the pieces on it."""
        return any(
            any(map(str.isalnum, self._layout.text[start:end]))
            for one in block.paragraphs
            for start, end, piece in runs(one.start, one.end, one.pieces)
            if piece is None
        )

    def _filled(self, block: LaidBlock) -> _Shown:
        """Return a block that a quotation fills, its marks around it perhaps."""
        quotation = self._pieces.quotation(block.quotation)
        lines = [self._pieces.paragraph(one) for one in block.paragraphs]
        lines[-1] = joined([lines[-1], self._pieces.number(quotation)])
        shown = " ".join(self._layout.text[one.start : one.end] for one in block.paragraphs)
        if quotation["text"] in shown:
            shown = quotation["text"]
        shown_lines = (
            element("p", words, class_=one.lines or None)
            for words, one in zip(lines, block.paragraphs, strict=True)
        )
        body = self._blockquote(quotation, joined(shown_lines))
        note = self._quotation_note(quotation, block.quotation, shown)
        return _Shown(body, (note, *self._notes(all_pieces(block))))

    def _blockquote(self, quotation: Quotation, content: str) -> Markup:
        return element(
            "blockquote",
            content,
            id=self._desk.anchor(quotation["id"]),
            class_=quotation.get("display"),
            lang=quotation.get("language"),
        )

    def _notes(self, pieces: Iterable[Piece]) -> tuple[Markup, ...]:
        """Return the notes on the objects among pieces."""
        pieces = list(pieces)
        notes = []
        for piece in pieces:
            words = self._layout.text[piece.start : piece.end]
            if whole(piece.at) == "quotations":
                notes.append(self._quotation_note(self._pieces.quotation(piece.at), piece.at, words))
            elif whole(piece.at) == "claims":
                printed = self._printed.get(piece.at, frozenset())
                notes.append(
                    claim_note(self._pieces.claim(piece.at), self._desk, printed=printed, shown=words)
                )
        uncited = [
            one
            for one in self._images(pieces)
            if one["id"] not in self._cited and one.get("role") != "figure"
        ]
        return (*notes, *([pictures_note(uncited, self._desk)] if uncited else []))

    def _images(self, pieces: Iterable[Piece]) -> Iterator[Image]:
        return (self._pieces.image(one.at) for one in pieces if whole(one.at) == "images")

    def _quotation_note(self, quotation: Quotation, at: str, shown: str) -> Markup:
        printed = self._printed.get(at, frozenset())
        return quotation_note(quotation, self._desk, printed=printed, shown=shown)

    def _quotation_apart(self, quotation: Quotation) -> _Shown:
        lines = [_paragraph_alone(one) for one in paragraphs_of(quotation["text"])]
        lines[-1] = _paragraph_alone(paragraphs_of(quotation["text"])[-1], self._pieces.number(quotation))
        return _Shown(
            self._blockquote(quotation, joined(lines)),
            (
                quotation_note(
                    quotation, self._desk, printed=frozenset(), shown=quotation["text"], is_apart=True
                ),
            ),
        )

    def _claim_apart(self, claim: Claim) -> _Shown:
        body = element("p", claim["text"], id=self._desk.anchor(claim["id"]))
        return _Shown(body, (claim_note(claim, self._desk, printed=frozenset(), shown=claim["text"]),))

    def _group(self, main: Sequence[_Shown], rest: Sequence[Markup]) -> Markup:
        notes = joined(note for one in main for note in one.notes)
        english = self._desk.english
        aside = element("aside", notes, class_="notes", lang=english, dir="ltr" if english else None)
        return element(
            "div",
            element("div", joined(one.body for one in main), class_="text"),
            aside if notes else NOTHING,
            element("div", joined(rest), class_="rest") if rest else NOTHING,
            class_="group",
        )


def _paragraph_alone(words: str, number: Markup = NOTHING) -> Markup:
    """Return a paragraph of a quotation that has no place in the text, and the number behind it."""
    kind = lines_of(words, meant=False)
    lines = words.split("\n") if kind else [words]
    return element("p", joined(lines, Markup("<br>\n")), number, class_=kind or None)


def _printed(layout: Layout) -> dict[str, frozenset[int]]:
    """Return the numbers of the citations that stand in the text, by the pointer of the quotation or claim."""
    found: dict[str, frozenset[int]] = {}
    for block in layout.blocks:
        for piece in all_pieces(block):
            owner, _, number = piece.at.partition("/citations/")
            if number:
                found[owner] = found.get(owner, frozenset()) | {int(number)}
    return found
