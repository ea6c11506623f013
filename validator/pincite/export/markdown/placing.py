"""Where in the article's text a document's quotations, claims and images stand, and the body they make there."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from pincite.export.markdown.escaping import attributes, escaped
from pincite.export.markdown.spans import paragraph_spans, united
from pincite.export.markdown.written import (
    Citations,
    claim_attributes,
    image_text,
    quotation_attributes,
    rest_of,
)
from pincite.model.anchoring import Anchoring, offsets
from pincite.model.document import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import Anchor, DocumentData
    from pincite.model.json_value import Json, JsonObject

    Key = tuple[str, int]

_SPACE = re.compile(r"\s*")
_HEADINGS = {"title": "# ", "heading": "## "}


@dataclass
class Item:
    """A quotation, claim or image that has a place in the text."""

    key: Key
    data: Mapping[str, Json]
    start: int
    end: int


@dataclass
class Placed:
    """A body, and for each object in it what is left for the front matter; objects in the order of the body."""

    body: str = ""
    rest: dict[Key, JsonObject] = field(default_factory=dict)


class Placing:
    """The places of a document's objects in the article's text."""

    def __init__(self, document: DocumentData, text: str | None) -> None:
        given = document.get("article", {}).get("text", {}).get("content") if text is None else text
        self.text = plain_text(given or "")
        self._spans = paragraph_spans(self.text)
        self._starts = [start for start, _ in self._spans]
        self._headings = {
            block["start"]: _HEADINGS[block["type"]]
            for block in document.get("article", {}).get("blocks", ())
            if block["type"] in _HEADINGS
        }
        self._anchoring = Anchoring(self.text)
        self._items: list[Item] = []
        seen: set[str] = set()
        for kind in ("quotations", "claims", "images"):
            for index, one in enumerate(cast("list[Mapping[str, Json]]", document.get(kind, []))):
                place = self._place(kind, one) if str(one["id"]) not in seen else None
                seen.add(str(one["id"]))
                if place is not None:
                    self._items.append(Item((kind, index), one, *place))
        self._items.sort(key=lambda item: (item.start, -item.end))

    def _place(self, kind: str, one: Mapping[str, Json]) -> tuple[int, int] | None:
        """Return where the words of an object stand, None where no one place has them."""
        anchor = cast("Anchor", one.get("anchor", {}))
        if kind == "images":
            given = offsets(anchor)
            return given if given and given[0] < given[1] <= len(self.text) else None
        words = one.get("text")
        if not isinstance(words, str) or not words.strip():
            return None
        span = self._anchoring.resolve(anchor, words).span
        return (span.start, span.end) if span else None

    def nothing(self) -> Placed:
        """Return a body without annotation."""
        paragraphs = [
            self._headings.get(start, "") + escaped(self.text[start:end]) for start, end in self._spans
        ]
        return Placed("\n\n".join(paragraphs))

    def without(self, apart: set[Key]) -> Placed:
        """Return the body with all objects that have a place in it but those *apart*."""
        items = [item for item in self._items if item.key not in apart]
        return _Body(self.text, self._spans, self._starts, self._headings, items).placed()


_CLOSING = re.compile("[”\"»’'›“]+")
_STOPS = ".,;:"
_NOTE_MARK = re.compile(r"\s*(?P<mark>\[[\w*†‡§]{1,12}\]|[0-9]{1,4}|[*†‡§])[\s.:)↩]*")
"""What is left of a note whose citation is taken out of it."""
_DEEPEST = 32
"""Items inside one another in a paragraph; what lies deeper stands in the front matter, as nobody could read it here."""


class _Body:
    def __init__(
        self,
        text: str,
        spans: list[tuple[int, int]],
        starts: list[int],
        headings: dict[int, str],
        items: list[Item],
    ) -> None:
        self.text = text
        self.spans = spans
        self.starts = starts
        self.headings = headings
        self.rest: dict[Key, JsonObject] = {}
        self.cuts: list[tuple[int, int]] = []
        self.blocks: dict[int, tuple[int, Item]] = {}
        """First paragraph of a block quotation to its last one and the quotation."""
        self.inline: dict[int, list[Item]] = {}
        self._taken: set[int] = set()
        self._note_marks: dict[int, re.Match[str] | None] = {}
        self._marks = {item.start: item.end for item in items if item.key[0] == "images"}
        self._sort_out(items)

    def placed(self) -> Placed:
        """Return the body."""
        parts: list[str] = []
        number = 0
        while number < len(self.spans):
            if number in self.blocks:
                last, item = self.blocks[number]
                parts.append(self._block(item))
                number = last
            else:
                start, end = self.spans[number]
                shown = self._range(start, end, list(self.inline.get(number, [])), at_start=True).strip()
                if shown:
                    parts.append(self.headings.get(start, "") + shown)
            number += 1
        return Placed("\n\n".join(parts), self.rest)

    def _sort_out(self, items: list[Item]) -> None:
        """Decide which items become block quotes, which stand in a paragraph, and what printed words they replace."""
        printed = [(item, place) for item in items for place in self._printed(item.data)]
        self.cuts = united([place for _, place in printed])
        notes = [cut for item, place in printed for cut in self._note(item, place)]
        self.cuts = united([*self.cuts, *notes])
        for item in items:
            first, last = self._paragraph(item.start), self._paragraph(item.end - 1)
            paragraphs = range(first, last + 1)
            free = item.key[0] == "quotations" and self._taken.isdisjoint(paragraphs)
            if free and self._alone(item, first, last):
                self.blocks[first] = (last, item)
                self._taken.update(paragraphs)
        for item in items:
            number = self._paragraph(item.start)
            if number != self._paragraph(item.end - 1) or number in self._taken:
                continue
            if item.key[0] == "images" and (item.start, item.end) != self.spans[number]:
                continue
            self.inline.setdefault(number, []).append(item)

    def _printed(self, data: Mapping[str, Json]) -> list[tuple[int, int]]:
        """Return where an object's citations are printed."""
        found = []
        citations = data.get("citations")
        for citation in citations if isinstance(citations, list) else []:
            anchor = citation.get("anchor") if isinstance(citation, dict) else None
            place = offsets(cast("Anchor", anchor)) if isinstance(anchor, dict) else None
            if place and place[0] < place[1] <= len(self.text):
                found.append((place[0], self._behind_marks(place[1])))
        return found

    def _note(self, item: Item, place: tuple[int, int]) -> list[tuple[int, int]]:
        """Return what else goes with a citation that a note prints: the whole note if nothing else is there, and its mark."""
        number = self._paragraph(place[0])
        start, end = self.spans[number]
        if start <= item.start < end:
            return []
        if number not in self._note_marks:
            self._note_marks[number] = _NOTE_MARK.fullmatch(self._uncut(start, end))
        mark = self._note_marks[number]
        if mark is None:
            return []
        found = [(start, end)]
        closing = _CLOSING.match(self.text, item.end)
        behind = closing.end() if closing else item.end
        if self.text.startswith(mark["mark"], behind):
            found.append((behind, behind + len(mark["mark"])))
        return found

    def _behind_marks(self, at: int) -> int:
        """Return where the marks of pictures end that follow a printed citation."""
        while (behind := _SPACE.match(self.text, at)) and behind.end() in self._marks:
            at = self._marks[behind.end()]
        return at

    def _paragraph(self, offset: int) -> int:
        return max(bisect_right(self.starts, offset) - 1, 0)

    def _alone(self, item: Item, first: int, last: int) -> bool:
        """Return whether the paragraphs of a quotation hold no other words than it and its citations."""
        begin, end = self.spans[first][0], self.spans[last][1]
        around = self._uncut(begin, item.start) + self._uncut(item.end, end)
        return not any(character.isalnum() for character in around)

    def _uncut(self, start: int, end: int) -> str:
        """Return the text from *start* to *end* without printed citations."""
        kept, at = [], start
        number = max(bisect_right(self.cuts, (start, start)) - 1, 0)
        for begin, stop in self.cuts[number:]:
            if begin >= end:
                break
            if stop > at:
                kept.append(self.text[at : max(begin, at)])
                at = max(at, stop)
        kept.append(self.text[at:end] if at < end else "")
        return "".join(kept)

    def _block(self, item: Item) -> str:
        citations = Citations(item.data.get("citations"))
        said = quotation_attributes(item.data, "block")
        name = str(item.data["id"])
        if citations.spans:
            marks = [citations.text(0, name, said)]
            marks += [citations.text(number) for number in range(1, len(citations.spans))]
        else:
            marks = [f"[]{attributes(name, (), said)}"]
        self.rest[item.key] = rest_of(item.data, said, citations)
        paragraphs = [escaped(part).split("\n") for part in str(item.data["text"]).split("\n\n")]
        lines = [line for part in [*paragraphs, marks] for line in [*part, ""]][:-1]
        return "\n".join(f"> {line}" if line else ">" for line in lines)

    def _range(self, start: int, end: int, items: list[Item], *, at_start: bool, depth: int = 0) -> str:
        """Return a stretch of a paragraph with the items in it; what crosses another item or lies too deep is left out."""
        parts: list[str] = []
        at = start
        while items:
            item = items.pop(0)
            if item.start < at or item.end > end or depth > _DEEPEST:
                continue
            inner = [items.pop(0) for _ in range(sum(one.start < item.end for one in items))]
            parts.append(escaped(self._between(at, item.start), at_start=at_start and at == start))
            span, citations = self._span(item, inner, depth)
            # a quotation's closing mark belongs before the citation, as it is printed
            closing = _CLOSING.match(self.text, item.end, end) if citations else None
            parts += [span, closing[0] if closing else "", citations]
            at = closing.end() if closing else item.end
        parts.append(escaped(self._between(at, end), at_start=at_start and at == start))
        return "".join(parts)

    def _between(self, start: int, end: int) -> str:
        """Return the text between two items, without printed citations and the space that stood before one of them."""
        words = self._uncut(start, end)
        return words[1:] if words[:1] == " " and words[1:2] in _STOPS and words[1:2] else words

    def _span(self, item: Item, inner: list[Item], depth: int) -> tuple[str, str]:
        """Return an item's words with their attributes, and its citations."""
        kind = item.key[0]
        if kind == "images":
            written = image_text(item.data)
            if written is None:
                return escaped(self.text[item.start : item.end], at_start=False), ""
            self.rest[item.key] = written[1]
            return written[0], ""
        citations = Citations(item.data.get("citations"))
        said = (
            quotation_attributes(item.data, "inline") if kind == "quotations" else claim_attributes(item.data)
        )
        words = escaped(str(item.data["text"]), at_start=False)
        if inner and self.text[item.start : item.end] == item.data["text"]:
            words = self._range(item.start, item.end, inner, at_start=False, depth=depth + 1)
        self.rest[item.key] = rest_of(item.data, said, citations)
        marks = "".join(f" {citations.text(number)}" for number in range(len(citations.spans)))
        return f"[{words}]{attributes(str(item.data['id']), (kind[:-1],), said)}", marks
