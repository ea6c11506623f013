"""Front matter and body on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.export.pincite_yaml import as_yaml
from pincite.model.anchoring import fold
from pincite.reading.markdown.body import Body

if TYPE_CHECKING:
    from pincite.export.markdown.placing import Placed
    from pincite.model.format import DocumentData
    from pincite.model.json_value import Json, JsonObject

_KINDS = ("quotations", "claims", "images")
_ANCHORS = ("anchor", "lead_in")


class Sheet:
    """A document, with the body that holds a part of it; *text* is the text that the document's offsets count in."""

    def __init__(self, document: DocumentData, placed: Placed, text: str = "") -> None:
        self._document = cast("JsonObject", document)
        self._placed = placed
        self._text = text
        self._read = fold(Body(placed.body, 0).text)

    def text(self) -> str:
        """Return the whole file."""
        front: JsonObject = {}
        for name, value in self._document.items():
            if name == "article" and isinstance(value, dict):
                front[name] = {key: one for key, one in value.items() if key not in {"text", "blocks"}}
            elif name in _KINDS and isinstance(value, list):
                members = self._members(name, value)
                if members is not None:
                    front[name] = members
            elif name == "relations":
                front[name] = self._anchored(value)
            else:
                front[name] = value
        yaml = as_yaml(front)
        body = self._placed.body
        return f"---\n{yaml}---\n" + (f"\n{body}\n" if body else "")

    def _members(self, kind: str, items: list[Json]) -> Json:
        """Return what the front matter says of a list: nothing, members under their ids, or a list for its order."""
        objects = [cast("JsonObject", item) for item in items]
        order = [index for one, index in self._placed.rest if one == kind]
        apart = [index for index in range(len(objects)) if (kind, index) not in self._placed.rest]
        ids = [str(item["id"]) for item in objects]
        if not items:
            return []
        if [*order, *apart] == list(range(len(objects))) and len(set(ids)) == len(ids):
            keyed: JsonObject = {}
            for number, item in enumerate(objects):
                rest = self._rest(kind, number, item)
                if rest or (kind, number) not in self._placed.rest:
                    keyed[ids[number]] = rest
            return keyed or None
        return [{"id": item["id"], **self._rest(kind, number, item)} for number, item in enumerate(objects)]

    def _rest(self, kind: str, index: int, item: JsonObject) -> JsonObject:
        rest = self._placed.rest.get((kind, index))
        left = {name: value for name, value in item.items() if name != "id"} if rest is None else rest
        return cast("JsonObject", self._anchored(left))

    def _stands(self, exact: Json) -> bool:
        """Return whether an anchor's words stand in the body as well: marks of pictures do not."""
        return not isinstance(exact, str) or fold(exact) in self._read

    def _anchored(self, value: Json) -> Json:
        """Return a value whose anchors have their words and no offsets, which would count in another text."""
        if isinstance(value, list):
            return [self._anchored(one) for one in value]
        if not isinstance(value, dict):
            return value
        found: JsonObject = {}
        for name, inner in value.items():
            if name in _ANCHORS and isinstance(inner, dict):
                words = {key: one for key, one in inner.items() if key not in {"start", "end"}}
                start, end = inner.get("start"), inner.get("end")
                if not words and isinstance(start, int) and isinstance(end, int) and name == "lead_in":
                    words = {"exact": self._text[start:end]} if self._text[start:end] else {}
                if words and self._stands(words.get("exact")):
                    found[name] = cast("Json", words)
            else:
                found[name] = self._anchored(inner)
        return found
