"""Where the objects of a document stand in the article's text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.export.citations import citations
from pincite.export.layout.values import Piece
from pincite.model.anchoring import Anchoring, offsets
from pincite.model.finding import Span
from pincite.model.segments import displayed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pincite.model.format import Anchor, Citation, Claim, DocumentData, Quotation, Segment

OUTER_FIRST = ("claim", "relation", "evidence", "lead_in", "quotation", "citation", "image", "segment")
"""Which of two objects on the same words is around the other."""
STRONGER_FIRST = ("quotation", "citation", "image", "claim", "relation", "evidence", "lead_in", "segment")
"""Which of two objects that cross one another keeps its place."""


_FARTHEST = 40
"""Characters, none of them a letter, between words and the citation printed behind them."""


class Item(NamedTuple):
    """An object with a place: its JSON Pointer, what it is, and whose part it is (the pointer of a quotation)."""

    start: int
    end: int
    at: str
    kind: str
    of: str = ""


class Objects(NamedTuple):
    """The objects of a document: those with a place in the text, and the pointers of those without."""

    placed: list[Item]
    apart: list[str]


def objects(data: DocumentData, text: str | None) -> Objects:
    """Return where everything stands that a document says of its article; *text* is None where there is none."""
    finder = _Finder(text, _without_offsets(data))
    for number, quotation in enumerate(data.get("quotations", [])):
        _quotation(finder, quotation, f"/quotations/{number}")
    for number, claim in enumerate(data.get("claims", [])):
        _claim(finder, claim, f"/claims/{number}")
    for number, image in enumerate(data.get("images", [])):
        finder.add("image", f"/images/{number}", image.get("anchor"), ())
    for number, relation in enumerate(data.get("relations", [])):
        if "anchor" in relation:
            finder.add("relation", f"/relations/{number}", relation["anchor"], ())
    return Objects(finder.placed, finder.apart)


def _without_offsets(data: DocumentData) -> Iterator[str]:
    """Yield the words of quotations, claims and citations that no offsets lead to: they are looked for in the whole text."""
    held: list[tuple[Anchor, str]] = [
        *((one.get("anchor", {}), one["text"]) for one in data.get("quotations", [])),
        *((one.get("anchor", {}), one["text"]) for one in data.get("claims", [])),
        *((one.get("anchor", {}), one.get("raw", "")) for _, _, one in citations(data) if one.get("anchor")),
    ]
    for anchor, words in held:
        if offsets(anchor) is None:
            yield from (words, anchor.get("exact", ""))


class _Finder:
    def __init__(self, text: str | None, sought: Iterable[str]) -> None:
        self._anchoring = None if text is None else Anchoring(text)
        if self._anchoring:
            self._anchoring.expect(sought)
        self.placed: list[Item] = []
        self.apart: list[str] = []

    def add(self, kind: str, at: str, anchor: Anchor | None, words: Sequence[str | None]) -> Item | None:
        """Take down an object whose words in the article are the first of *words* that is there."""
        found = self._span(anchor, words)
        span = found and self._trimmed(found)
        if not span:
            self.apart.append(at)
            return None
        item = Item(span.start, span.end, at, kind)
        self.placed.append(item)
        return item

    def behind(self, end: int | None, words: str, at: str) -> int | None:
        """Take down a citation that stands printed behind other words, which end at *end*; return where it ends itself."""
        text = self._anchoring.text if self._anchoring else ""
        start = (
            text.find(words, end, end + len(words) + _FARTHEST) if words.strip() and end is not None else -1
        )
        if start < 0 or any(map(str.isalnum, text[end:start])):
            self.apart.append(at)
            return end
        stop = start + len(words)
        self.placed.append(Item(stop - len(words.lstrip()), start + len(words.rstrip()), at, "citation"))
        return stop

    def segments(self, item: Item, segments: Sequence[Segment]) -> None:
        """Take down the segments of a quotation that has a place."""
        if self._anchoring is None:
            return
        spans = segment_spans(self._anchoring.text[item.start : item.end], segments)
        if spans is None:
            self.apart += [f"{item.at}/segments/{number}" for number in range(len(segments))]
        for number, span in spans or ():
            start, end = item.start + span.start, item.start + span.end
            self.placed.append(Item(start, end, f"{item.at}/segments/{number}", "segment", item.at))

    def _trimmed(self, span: Span) -> Span | None:
        words = self._anchoring.text[span.start : span.end] if self._anchoring else ""
        left = len(words) - len(words.lstrip())
        return Span(span.start + left, span.start + len(words.rstrip())) if words.strip() else None

    def _span(self, anchor: Anchor | None, words: Sequence[str | None]) -> Span | None:
        if self._anchoring is None:
            return None
        place = anchor or {}
        sought = [one for one in (*words, place.get("exact")) if one and one.strip()]
        for wording in sought:
            span = self._anchoring.resolve(place, wording).span
            if span:
                return span
        given = offsets(place)
        is_there = given and given[0] < given[1] <= len(self._anchoring.text)
        return Span(*given) if given and is_there and not sought else None


def _quotation(finder: _Finder, quotation: Quotation, at: str) -> None:
    anchor = quotation.get("anchor")
    item = finder.add("quotation", at, anchor, (quotation["text"],))
    if item:
        finder.segments(item, quotation.get("segments", []))
    if "lead_in" in quotation:
        finder.add("lead_in", f"{at}/lead_in", quotation["lead_in"], ())
    _citations(finder, quotation.get("citations", []), at, item)


def _claim(finder: _Finder, claim: Claim, at: str) -> None:
    anchor = claim.get("anchor")
    exact = (anchor or {}).get("exact")
    item = finder.add("claim", at, anchor, (exact, claim["text"]))
    for number, one in enumerate(claim.get("evidence", [])):
        if isinstance(one, dict) and "anchor" in one:
            finder.add("evidence", f"{at}/evidence/{number}", one["anchor"], ())
    _citations(finder, claim.get("citations", []), at, item)


def _citations(finder: _Finder, cited: Sequence[Citation], at: str, owner: Item | None) -> None:
    """Take down citations; one without an anchor stands where it is printed behind its owner, and none that has one."""
    end = owner.end if owner else None
    waiting = []
    for number, citation in enumerate(cited):
        place = f"{at}/citations/{number}"
        if citation.get("anchor"):
            item = finder.add("citation", place, citation["anchor"], (citation.get("raw"),))
            if item and end is not None and item.start >= end:
                end = item.end
        else:
            waiting.append((place, citation.get("raw", "")))
    for place, words in waiting:
        end = finder.behind(end, words, place)


def segment_spans(words: str, segments: Sequence[Segment]) -> list[tuple[int, Span]] | None:
    """Return number and place of the segments of a quotation whose words are *words*, but for those of mere text.

    None where the segments do not make up the words, white space apart.
    """
    visible = [number for number, one in enumerate(words) if not one.isspace()]
    shown = ["".join(displayed(one).split()) for one in segments]
    if segments and "".join(shown) != "".join(words.split()):
        return None
    spans = []
    at = 0
    for number, one in enumerate(shown):
        start = end = visible[at - 1] + 1 if at else 0
        if one:
            start, end = visible[at], visible[at + len(one) - 1] + 1
        elif at < len(visible):
            end = visible[at]
        at += len(one)
        if segments[number]["type"] != "text":
            spans.append((number, Span(start, end)))
    return spans


def quotation_pieces(quotation: Quotation, at: str) -> tuple[Piece, ...] | None:
    """Return the segments of a quotation as pieces of its own text, for one that has no place in the article.

    None where the segments do not make up the text.
    """
    spans = segment_spans(quotation["text"], quotation.get("segments", []))
    if spans is None:
        return None
    return tuple(Piece(span.start, span.end, f"{at}/segments/{number}") for number, span in spans)
