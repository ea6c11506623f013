"""Annotations in the running text of a JATS article."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.export.layout.cited import in_words
from pincite.export.layout.values import runs
from pincite.export.xml_text.elements import Element
from pincite.export.xml_text.identifiers import Identifiers
from pincite.model.anchoring import fold
from pincite.model.json_value import pointer_steps, value_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.export.layout.values import Piece
    from pincite.export.xml_text.elements import Child
    from pincite.model.carried import Carried
    from pincite.model.format import Citation, Segment
    from pincite.model.json_value import Json


class Inline:
    """What stands in the text of one document. Ids are given in the order of the text."""

    def __init__(self, carried: Carried) -> None:
        self._carried = carried
        self._data = carried.data
        self.ids = Identifiers()
        data = carried.data
        self._sources = {one["id"]: one for one in reversed(data.get("sources", []))}
        self._known = set(self._sources)
        self._known |= {one["id"] for one in data.get("quotations", [])}
        self._known |= {one["id"] for one in data.get("claims", [])}
        self._known |= {one["id"] for one in data.get("images", [])}

    def children(self, text: str, start: int, end: int, pieces: tuple[Piece, ...]) -> list[Child]:
        """Return a stretch of a text as text and elements."""
        found: list[Child] = []
        for begin, stop, piece in runs(start, end, pieces):
            if piece is None:
                found.append(text[begin:stop])
            else:
                found += self._in_words(text, piece) or [self._element(text, piece)]
        return found

    def _in_words(self, text: str, piece: Piece) -> list[Child]:
        """Return citations that the text has only the keys of, in words, each with a cross-reference of its own."""
        found: list[Child] = []
        for named in in_words(text, piece, self._data, self._sources) if "/citations/" in piece.at else ():
            citation = cast("Citation", value_at(cast("Json", self._data), named.at))
            words = ", ".join(one for one in (named.title, named.place) if one)
            found += ["; " if found else "(", f"{named.before} " if named.before else ""]
            found += [self.citation(citation, [words]), f", {named.behind}" if named.behind else ""]
        return [*found, ")"] if found else []

    def citation(self, citation: Citation, words: Sequence[Child]) -> Element:
        """Return a cross-reference to a source around printed words, the place in it as their alternative.

        Cross-references cannot stand in one another; one around another is ``named-content``.
        """
        places = [f"{label} {value}" for label, value in citation.get("locator", {}).items()]
        notes = [citation["note"]] if citation.get("note") else []
        known = self.known(citation.get("source"))
        attributes = {"rid": known, "alt": "; ".join([*places, *notes])}
        named = citation.get("source", "")
        if not known and named:
            attributes["specific-use"] = named
        if known and not any(isinstance(one, Element) and _refers(one) for one in words):
            return Element("xref", {"ref-type": "bibr", **attributes}, *words)
        return Element("named-content", {"content-type": "citation", **attributes}, *words)

    def known(self, *names: str | None) -> str:
        """Return those of some ids that something in the document has."""
        return " ".join(dict.fromkeys(one for one in names if one in self._known))

    def quotation_attributes(self, index: int, display: str) -> dict[str, str | None]:
        """Return the attributes of a quotation, which stands as a block or inline: told where it should not."""
        quotation = self._data["quotations"][index]
        if quotation.get("display", display) != display:
            self._carried.losses.tell(f"/quotations/{index}/display", "changed")
        return {"id": self.ids.own(quotation["id"]), "xml:lang": quotation.get("language")}

    def claim(self, index: int, words: Sequence[Child], said: str) -> Element:
        """Return a claim around words of the text, with what it rests on, and its own text where *said* is another.

        Evidence that nothing has as its id is told.
        """
        claim = self._data["claims"][index]
        named = [one if isinstance(one, str) else one["id"] for one in claim.get("evidence", [])]
        for number, one in enumerate(named):
            if one not in self._known:
                self._carried.losses.tell(f"/claims/{index}/evidence/{number}")
        use = {"role": claim.get("role"), "basis": claim.get("basis")}
        attributes = {
            "content-type": "claim",
            "id": self.ids.own(claim["id"]),
            "rid": self.known(*named),
            "alt": None if fold(claim["text"]) == fold(said) else claim["text"],
            "specific-use": " ".join(f"{key}={value}" for key, value in use.items() if value),
        }
        return Element("named-content", attributes, *words)

    def _element(self, text: str, piece: Piece) -> Element:
        inside = self.children(text, piece.start, piece.end, piece.inside)
        kind, number, *rest = pointer_steps(piece.at)
        index = int(number)
        if rest:
            return self._part(kind, index, rest, inside)
        if kind == "quotations":
            attributes = {"content-type": "quotation", **self.quotation_attributes(index, "inline")}
            return Element("named-content", attributes, *inside)
        if kind == "claims":
            return self.claim(index, inside, text[piece.start : piece.end])
        if kind == "images":
            return self._mark(self._data["images"][index]["id"], inside)
        relation = self._data["relations"][index]
        ends = self.known(relation["from"], relation["to"])
        attributes = {"content-type": "relation", "specific-use": relation["type"], "rid": ends}
        return Element("named-content", attributes, *inside)

    def _mark(self, image: str, inside: Sequence[Child]) -> Element:
        if any(isinstance(one, Element) and _refers(one) for one in inside):
            return Element("named-content", {"content-type": "image", "rid": image}, *inside)
        return Element("xref", {"ref-type": "fig", "rid": image}, *inside)

    def _part(self, kind: str, index: int, rest: Sequence[str], inside: Sequence[Child]) -> Element:
        """Return what belongs to a quotation or claim."""
        if rest[0] == "citations":
            owner = self._data["quotations"][index] if kind == "quotations" else self._data["claims"][index]
            return self.citation(owner["citations"][int(rest[1])], inside)
        if rest[0] == "lead_in":
            target = self.known(self._data["quotations"][index]["id"])
            return Element("named-content", {"content-type": "lead-in", "rid": target}, *inside)
        if rest[0] == "evidence":
            evidence = self._data["claims"][index]["evidence"][int(rest[1])]
            named = self.known(evidence if isinstance(evidence, str) else evidence["id"])
            return Element("named-content", {"content-type": "evidence", "rid": named}, *inside)
        return _segment(self._data["quotations"][index]["segments"][int(rest[1])], inside)


def _segment(segment: Segment, inside: Sequence[Child]) -> Element:
    """Return a segment of a quotation, with what stood there before or may have as its alternative."""
    attributes = {
        "content-type": segment["type"],
        "specific-use": segment.get("by"),
        "alt": segment.get("original") or segment.get("reading"),
    }
    words = [Element("italic", None, *inside)] if segment["type"] == "emphasis" else inside
    return Element("named-content", attributes, *words)


def _refers(element: Element) -> bool:
    """Return whether an element is a cross-reference or has one in it."""
    return element.name == "xref" or any(
        isinstance(one, Element) and _refers(one) for one in element.children
    )
