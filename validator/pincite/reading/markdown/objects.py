"""What the attributes and brackets of a Markdown text say, as members of the format's objects with their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.json_value import pointer_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pincite.model.json_value import Json, JsonObject
    from pincite.reading.markdown.attributes import Attribute, Attributes
    from pincite.reading.markdown.citations import Cited

    Place = tuple[int, int]
    Places = dict[str, tuple[Place, Place]]

OF_CITATION = ("images", "note", "raw", "archive_code")
"""Attributes of a citation's brackets that are members of the citation."""
_LISTS = ("images", "evidence")
_NAMES = ("speaker", "attributed_to")
_REASONS = ("uncited", "missing")
_NUMBERS = ("width", "height")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


class Built:
    """One object under construction: ``data`` and, by JSON Pointer within it, where values and keys stand.

    Places are offsets in the file; *shift* turns those in a paragraph's source into them.
    """

    def __init__(self, shift: Callable[[int], int], start: int, end: int) -> None:
        self.data: JsonObject = {}
        self.places: Places = {}
        self.shift = shift
        self.place("", (start, end))

    def moved(self, by: int) -> Built:
        """Return the same object where it stands *by* code points further on; it can be read, and no more be built."""
        other = Built(self.shift, 0, 0)
        other.data = self.data
        other.places = {
            at: ((own[0] + by, own[1] + by), (key[0] + by, key[1] + by))
            for at, (own, key) in self.places.items()
        }
        return other

    def place(self, at: str, value: Place, key: Place | None = None) -> None:
        """Note where the value at *at* stands."""
        shift = self.shift
        start, end = shift(value[0]), shift(value[1])
        own = (start, max(start, end))
        self.places[at] = (own, (shift(key[0]), shift(key[1])) if key else own)

    def set(self, name: str, value: Json, place: Place, key: Place | None = None) -> None:
        """Set a member of the object."""
        self.data[name] = value
        self.place(pointer_to("", name), place, key)

    def attributes(self, attributes: Attributes, but: tuple[str, ...] = ()) -> None:
        """Set what attributes say; an empty one leaves its member out."""
        for name, attribute in attributes.pairs.items():
            if name not in but:
                self._attribute(self.data, "", name, attribute)

    def citation(self, cited: Cited | None, attributes: Attributes | None, around: Place) -> None:
        """Add a citation."""
        citations = self.data.setdefault("citations", [])
        if not isinstance(citations, list):
            return
        at = f"/citations/{len(citations)}"
        citation: JsonObject = {}
        citations.append(citation)
        self.places.setdefault("/citations", ((self.shift(around[0]), self.shift(around[1])),) * 2)
        self.place(at, cited.place if cited else around)
        if cited:
            citation["source"] = cited.source
            self.place(f"{at}/source", cited.key)
            if cited.locator:
                citation["locator"] = dict(cited.locator)
                self.place(f"{at}/locator", cited.locator_place)
            if cited.note:
                citation["note"] = cited.note
                self.place(f"{at}/note", cited.place)
        for name, attribute in attributes.pairs.items() if attributes else ():
            if name in OF_CITATION:
                self._attribute(citation, at, name, attribute)

    def _attribute(self, owner: JsonObject, at: str, name: str, attribute: Attribute) -> None:
        member = "language" if name == "lang" else name
        pointer = pointer_to(at, member)
        if not attribute.value:
            owner.pop(member, None)
            self.places.pop(pointer, None)
            return
        owner[member] = shaped(member, attribute.value)
        self.place(pointer, attribute.place, attribute.key)

    def unknown(self, attributes: Attributes, back: int) -> None:
        """Set what no citation has on the citation that is *back* from the last, for structure to tell."""
        citations = self.data.get("citations")
        if isinstance(citations, list) and isinstance(citation := citations[-back], dict):
            for name, attribute in attributes.pairs.items():
                if name not in OF_CITATION:
                    self._attribute(citation, f"/citations/{len(citations) - back}", name, attribute)

    def anchored(self, at: str, start: int, end: int, place: Place | None) -> None:
        """Set the anchor of the object, or of one of its citations, and the object's own place."""
        if not at:
            if place is not None:
                self.places[""] = self.places["/text"] = (place, place)
            if start < end:
                self.data["anchor"] = {"start": start, "end": end}
            return
        citations = self.data.get("citations")
        if isinstance(citations, list) and isinstance(
            citation := citations[int(at.rpartition("/")[2])], dict
        ):
            citation["anchor"] = {"start": start, "end": end}

    def put_in_order(self, names: Iterable[str]) -> None:
        """Put the members in the format's order."""
        self.data = {name: self.data[name] for name in [*names, *self.data] if name in self.data}

    def picture(
        self, target: tuple[str, int, int], title: tuple[str, int, int] | None, alt: str, words: Place
    ) -> None:
        """Set an image's address, title and the words that stand for it."""
        address, start, end = target
        if address:
            self.set("url" if _ADDRESS.match(address) else "path", address, (start, end))
        if alt:
            self.set("alt", {"text": alt}, words)
        if title:
            self.set("caption", title[0], title[1:])


def shaped(member: str, value: str) -> Json:
    """Return what an attribute's value is as a member of that name."""
    if member in _LISTS:
        return list(value.split())
    if member in _NAMES:
        return {"literal": value}
    if member in _REASONS:
        return {"reason": value}
    if member in _NUMBERS and value.isascii() and value.isdigit() and len(value) < 10:  # noqa: PLR2004 - far above any picture
        return int(value)
    return value
