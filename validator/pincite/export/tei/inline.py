"""Annotations in the running text of a TEI text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.layout.cited import in_words
from pincite.export.layout.values import runs
from pincite.export.tei.header import hand
from pincite.export.xml_text.elements import Element
from pincite.export.xml_text.identifiers import Identifiers, of_pointer
from pincite.model.json_value import pointer_steps

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.export.layout.values import Paragraph, Piece
    from pincite.export.xml_text.elements import Child
    from pincite.model.carried import Carried
    from pincite.model.format import Quotation, Segment


_TAGS = {
    "insertion": "supplied",
    "replacement": "reg",
    "correction": "corr",
    "emphasis": "emph",
    "sic": "note",
    "suspect": "unclear",
}
_BEFORE = {"replacement": "orig", "correction": "sic"}


class Inline:
    """What stands in the text of one document. Ids are given in the order of the text."""

    def __init__(self, carried: Carried) -> None:
        self._data = carried.data
        self._sources = {one["id"]: one for one in reversed(carried.data.get("sources", []))}
        self._is_broken = False
        self.ids = Identifiers()

    def children(self, text: str, start: int, end: int, pieces: tuple[Piece, ...]) -> list[Child]:
        """Return a stretch of a text as text and elements."""
        found: list[Child] = []
        for begin, stop, piece in runs(start, end, pieces):
            if piece is None:
                found += self._said(text, begin, stop)
            else:
                found += self._in_words(text, piece) or [self._element(text, piece)]
        return found

    def paragraph(self, text: str, paragraph: Paragraph) -> list[Child]:
        """Return a paragraph as text and elements, its line ends where they mean something."""
        self._is_broken = bool(paragraph.lines)
        found = self.children(text, paragraph.start, paragraph.end, paragraph.pieces)
        self._is_broken = False
        return found

    def _said(self, text: str, start: int, end: int) -> list[Child]:
        """Return words of the text, with their line ends where these mean something."""
        words = text[start:end]
        if not self._is_broken:
            return [words]
        first, *others = words.split("\n")
        return [first, *(part for one in others for part in (Element("lb"), one))]

    def _in_words(self, text: str, piece: Piece) -> list[Child]:
        """Return citations that the text has only the keys of, in words, each with a reference of its own."""
        found: list[Child] = []
        for named in in_words(text, piece, self._data, self._sources) if "/citations/" in piece.at else ():
            words = ", ".join(one for one in (named.title, named.place) if one)
            found += ["; " if found else "(", f"{named.before} " if named.before else ""]
            found += [
                Element("ref", {"type": "citation", "target": f"#{of_pointer(named.at)}"}, words),
                f", {named.behind}" if named.behind else "",
            ]
        return [*found, ")"] if found else []

    def quote_attributes(self, quotation: Quotation) -> dict[str, str | None]:
        """Return the attributes of a quotation's element, its id among them."""
        cited = dict.fromkeys(one["source"] for one in quotation.get("citations", []) if one.get("source"))
        return {
            "xml:id": self.ids.own(quotation["id"]),
            "type": quotation.get("display"),
            "xml:lang": quotation.get("language"),
            "source": " ".join(f"#{one}" for one in cited),
        }

    def _element(self, text: str, piece: Piece) -> Element:
        inside = self.children(text, piece.start, piece.end, piece.inside)
        kind, number, *rest = pointer_steps(piece.at)
        index = int(number)
        if rest:
            return self._part(index, rest, piece.at, inside)
        if kind == "quotations":
            return Element("quote", self.quote_attributes(self._data["quotations"][index]), *inside)
        if kind == "claims":
            own = self.ids.own(self._data["claims"][index]["id"])
            return Element("seg", {"type": "claim", "xml:id": own}, *inside)
        if kind == "images":
            target = f"#{self._data['images'][index]['id']}"
            return Element("ref", {"type": "image", "target": target}, *inside)
        return Element("seg", {"type": "relation", "xml:id": of_pointer(piece.at)}, *inside)

    def _part(self, index: int, rest: Sequence[str], pointer: str, inside: Sequence[Child]) -> Element:
        """Return what belongs to a quotation or claim."""
        if rest[0] == "citations":
            return Element("ref", {"type": "citation", "target": f"#{of_pointer(pointer)}"}, *inside)
        if rest[0] == "lead_in":
            target = f"#{self._data['quotations'][index]['id']}"
            return Element("seg", {"type": "lead_in", "corresp": target}, *inside)
        if rest[0] == "evidence":
            evidence = self._data["claims"][index]["evidence"][int(rest[1])]
            named = evidence if isinstance(evidence, str) else evidence["id"]
            return Element("seg", {"type": "evidence", "corresp": f"#{named}"}, *inside)
        segment = self._data["quotations"][index]["segments"][int(rest[1])]
        return _segment(segment, inside)


def _segment(segment: Segment, inside: Sequence[Child]) -> Element:
    """Return a segment of a quotation; the printed words stay, and beside them stands what was there before.

    What the source or its edition leaves out is an ``ellipsis``, what the article leaves out a ``gap``, as the Guidelines
    tell them apart.
    """
    by, kind = segment.get("by", ""), segment["type"]
    resp: Mapping[str, str | None] = {"resp": hand(by)}
    if kind == "omission":
        if by in {"edition", "source", "unknown"}:
            return Element("ellipsis", resp, Element("metamark", {"function": "omission"}, *inside))
        return Element("seg", {"type": "omission"}, *inside, Element("gap", {"reason": "omitted", **resp}))
    if kind == "break":
        return Element("seg", {"type": "break"}, Element("lb", resp), *inside)
    shown = Element(_TAGS[kind], {"type": "sic" if kind == "sic" else None, **resp}, *inside)
    before, reading = segment.get("original"), segment.get("reading")
    if kind in _BEFORE and before:
        return Element("choice", None, Element(_BEFORE[kind], None, before), shown)
    if kind == "suspect" and reading:
        return Element("choice", None, shown, Element("corr", {"type": "reading"}, reading))
    return shown
