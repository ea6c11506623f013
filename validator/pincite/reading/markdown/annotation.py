"""The annotation in a text's blocks becomes quotations, claims and images."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.format import Claim, Image, Quotation
from pincite.reading.markdown.laid import is_citation, wraps_citation
from pincite.reading.markdown.objects import OF_CITATION, Built

if TYPE_CHECKING:
    from pincite.reading.markdown.attributes import Attributes
    from pincite.reading.markdown.body import Body
    from pincite.reading.markdown.inline import Mark
    from pincite.reading.markdown.laid import Laid
    from pincite.reading.markdown.leaves import Quote

_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])[.!?…][”\"’')\]»]*\s+(?=[^\sa-z])")
_BETWEEN = re.compile(r"[\s”\"’'»).,;:!?…]*")
"""What may stand between words and the citation that belongs to them."""
_MEMBERS = {"quotations": Quotation, "claims": Claim, "images": Image}


class Annotation:
    """All annotation of one body: the objects, and what is malformed (message, start and end in the file)."""

    def __init__(self) -> None:
        self.problems: list[tuple[str, int, int]] = []
        self.repeated: list[tuple[str, int, int]] = []
        self._objects: dict[str, list[Built]] = {"quotations": [], "claims": [], "images": []}
        self._spans: dict[Built, tuple[int, int]] = {}
        """Objects to their words in the article's text."""
        self._anchors: list[tuple[Built, str, int, int]] = []
        self._outer: dict[Built, Built] = {}
        self._dropped: set[Built] = set()
        self._before: Built | None = None
        """The block quotation before the block that is being read."""

    def moved(self, by: int) -> Annotation:
        """Return what is malformed in the same body where it stands *by* code points further on; the objects are the body's."""
        other = Annotation()
        other.problems = [(message, start + by, end + by) for message, start, end in self.problems]
        other.repeated = [(name, start + by, end + by) for name, start, end in self.repeated]
        return other

    def read(self, laid: Laid, owner: Built | None = None) -> Built | None:
        """Take the annotation in a block, whose citations belong to *owner*; return what the whole block is."""
        if laid.inline:
            self.problems += [(text, laid.place(a), laid.place(b)) for text, a, b in laid.inline.problems]
        before, self._before = self._before, None
        if owner is None and before is not None and laid.marks and _is_only(laid, laid.marks):
            for mark in laid.marks:
                self._cite(laid, before, mark)
            return None
        self._read(laid, laid.marks, owner)
        whole = (laid.start, laid.end)
        marks = [built for built in self._recent(laid) if self._spans.get(built) == whole]
        return marks[0] if marks else None

    def _recent(self, laid: Laid) -> list[Built]:
        latest = [objects[-1] for objects in self._objects.values() if objects]
        return [built for built in latest if self._spans.get(built, (-1,))[0] >= laid.start]

    def _read(self, laid: Laid, marks: list[Mark], owner: Built | None) -> None:
        last: Built | None = None
        last_end = boundary = laid.start
        for mark in marks:
            start, end = laid.span(mark)
            classes = set(mark.attributes.classes)
            if is_citation(mark):
                near = last is not None and _BETWEEN.fullmatch(laid.words(last_end, start))
                target = (last if near else owner) or self._sentence(laid, boundary, start, mark)
                if target is not None:
                    self._cite(laid, target, mark)
                    if target is not owner:
                        last, last_end = target, end
                boundary = end
            elif mark.kind == "image":
                if mark.attributes.id:
                    self._image(laid, mark)
            elif classes & {"claim", "quotation"}:
                last, last_end = self._span(laid, mark, "claims" if "claim" in classes else "quotations"), end
                boundary = max(boundary, end) if "claim" in classes else boundary
                self._read(laid, mark.inner, last)
            else:
                self._doubt(laid, mark, classes)
                self._read(laid, mark.inner, owner)

    def _doubt(self, laid: Laid, mark: Mark, classes: set[str]) -> None:
        """Note a span with an id whose class is nearly one that would make an object of it."""
        if mark.attributes.id is None or not classes:
            return
        from difflib import get_close_matches  # noqa: PLC0415 - such spans are rare

        for name in sorted(classes):
            meant = get_close_matches(name.lower(), ("quotation", "claim"), n=1, cutoff=0.5)
            if meant:
                message = f"no span is called '.{name}'; did you mean '.{meant[0]}'?"
                self.problems.append((message, laid.place(mark.start), laid.place(mark.end - 1) + 1))
                return

    def _span(self, laid: Laid, mark: Mark, kind: str) -> Built:
        built = Built(laid.place, mark.start, mark.end)
        if kind == "quotations":
            built.set("display", "inline", (mark.start, mark.end))
        self._identify(built, mark.attributes)
        built.attributes(mark.attributes)
        self._add(kind, built, *laid.span(mark))
        return built

    def _image(self, laid: Laid, mark: Mark) -> None:
        built = Built(laid.place, mark.start, mark.end)
        self._identify(built, mark.attributes)
        start, end = laid.span(mark)
        built.picture(mark.target, mark.title, laid.words(start, end), mark.words)
        built.attributes(mark.attributes)
        self._objects["images"].append(built)
        if start < end:
            self._spans[built] = (start, end)
            self._anchors.append((built, "", start, end))

    def _sentence(self, laid: Laid, boundary: int, end: int, mark: Mark) -> Built | None:
        """Return a new claim: the sentence before a citation."""
        words = laid.words(boundary, end)
        start = boundary + max((found.end() for found in _SENTENCE_END.finditer(words.rstrip())), default=0)
        behind = _BETWEEN.match(laid.words(start, end)) if start == boundary > laid.start else None
        start += behind.end() if behind else 0
        start += len(laid.words(start, end)) - len(laid.words(start, end).lstrip())
        stop = start + len(laid.words(start, end).rstrip())
        if not any(character.isalnum() for character in laid.words(start, stop)):
            message = "there are no words before this citation that it could belong to"
            self.problems.append((message, laid.place(mark.start), laid.place(mark.end - 1) + 1))
            return None
        built = Built(laid.place, mark.start, mark.end)
        built.set("basis", "source", (mark.start, mark.end))
        self._add("claims", built, start, stop)
        return built

    def _add(self, kind: str, built: Built, start: int, end: int) -> None:
        self._objects[kind].append(built)
        self._words(built, start, end)

    def _words(self, built: Built, start: int, end: int) -> None:
        self._spans[built] = (start, end)
        self._anchors.append((built, "", start, end))

    def _cite(self, laid: Laid, built: Built, mark: Mark) -> None:
        """Add what a mark cites to an object; a span's attributes belong to the first source it cites."""
        around = (mark.start, mark.end)
        shift, built.shift = built.shift, laid.place
        start, end = laid.span(mark)
        attributes = mark.attributes if mark.kind == "span" else None
        cited = mark.cited if mark.kind == "citation" else mark.inner[0].cited if wraps_citation(mark) else []
        for number, one in enumerate(cited):
            built.citation(one, None if number else attributes, around)
            self._anchored_citation(built, start, end)
        if not cited:
            built.citation(None, attributes, around)
            self._anchored_citation(built, start, end)
            citations = built.data["citations"]
            if isinstance(citations, list) and isinstance(citations[-1], dict) and laid.words(start, end):
                citations[-1]["raw"] = laid.words(start, end)
                built.place(f"/citations/{len(citations) - 1}/raw", mark.words)
        if attributes and attributes.id is None and attributes.pairs.keys() - set(OF_CITATION):
            built.unknown(attributes, len(cited) or 1)
        built.shift = shift

    def _anchored_citation(self, built: Built, start: int, end: int) -> None:
        citations = built.data.get("citations")
        if isinstance(citations, list) and start < end:
            self._anchors.append((built, f"/citations/{len(citations) - 1}", start, end))

    def open_quotation(self, quote: Quote, outer: Built | None) -> Built:
        """Return the object for a block quote that begins."""
        built = Built(_same, quote.start, quote.end)
        self._objects["quotations"].append(built)
        if outer is not None:
            self._outer[built] = outer
        return built

    def close_quotation(
        self, built: Built, outer: Built | None, last: Laid | None, words: tuple[int, int]
    ) -> bool:
        """Take the marks at the end of a block quote; return whether it is a quotation."""
        tail = last.tail if last else []
        if outer is not None and not tail and not built.data:
            self._dropped.add(built)
            return False
        built.data = {"display": "block", **built.data}
        for mark in tail:
            if last is None:
                break
            built.shift = last.place
            if mark.attributes.id is not None:
                self._identify(built, mark.attributes)
                built.place("/display", (mark.start, mark.end))
                cites = is_citation(mark)
                built.attributes(
                    mark.attributes, OF_CITATION if cites or last.words(*last.span(mark)) else ()
                )
            if is_citation(mark) or last.words(*last.span(mark)):
                self._cite(last, built, mark)
        self._words(built, *words)
        if outer is None:
            self._before = built
        return True

    def _identify(self, built: Built, attributes: Attributes) -> None:
        if attributes.id is not None:
            built.set("id", attributes.id.value, attributes.id.place)
        for name, start, end in attributes.repeated:
            self.repeated.append((name, built.shift(start), built.shift(end)))

    def finished(self, body: Body, taken: set[str]) -> dict[str, list[Built]]:
        """Return all objects with their ids, words and anchors."""
        quotations = self._objects["quotations"]
        self._objects["quotations"] = [built for built in quotations if built not in self._dropped]
        self._name(taken)
        for built, at, start, end in self._anchors:
            built.anchored(at, start, end, body.in_file(start, end))
        for built in [*self._objects["quotations"], *self._objects["claims"]]:
            start, end = self._spans[built]
            built.data["text"] = body.text[start:end]
        for built in self._objects["quotations"]:
            self._set_within(built)
        for kind, objects in self._objects.items():
            for built in objects:
                built.put_in_order(_MEMBERS[kind].__annotations__)
        return self._objects

    def _name(self, taken: set[str]) -> None:
        """Give ids to what has none."""
        for objects in self._objects.values():
            taken.update(str(built.data["id"]) for built in objects if "id" in built.data)
        for kind, objects in self._objects.items():
            number = 0
            for built in objects:
                while "id" not in built.data:
                    number += 1
                    if f"{kind[:-1]}-{number}" not in taken:
                        built.data["id"] = f"{kind[:-1]}-{number}"

    def _set_within(self, built: Built) -> None:
        outer = self._outer.get(built)
        while outer is not None and outer in self._dropped:
            outer = self._outer.get(outer)
        if outer is not None:
            built.data.setdefault("within", outer.data["id"])


def _is_only(laid: Laid, marks: list[Mark]) -> bool:
    """Return whether a block holds citations and nothing else."""
    at = laid.start
    for mark in marks:
        start, end = laid.span(mark)
        if not is_citation(mark) or laid.words(at, start).strip():
            return False
        at = end
    return not laid.words(at, laid.end).strip()


def _same(offset: int) -> int:
    return offset
