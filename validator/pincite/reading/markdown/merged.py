"""Front matter and body become one document's data."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.model.anchoring import Anchoring
from pincite.model.format import DocumentData
from pincite.model.json_value import pointer_to

if TYPE_CHECKING:
    from pincite.model.format import Anchor
    from pincite.model.json_value import Json, JsonObject
    from pincite.reading.markdown.body import Body
    from pincite.reading.markdown.objects import Built, Places

KINDS = ("quotations", "claims", "images")
"""Lists whose objects may stand in the body, with further members in the front matter."""
_COMPUTED = ("text", "blocks")
"""Members of the article that are what the body says."""


class Merged:
    """One document from a front matter's data and a body.

    ``data`` is the document; ``places`` are the values that stand in the body, by JSON Pointer; ``fronts`` lead
    from the pointer of an object to that of its members in the front matter's own data; ``twice`` are the
    pointers, there, of members that the body gives as well.
    """

    def __init__(self, front: JsonObject, body: Body) -> None:
        self.data: JsonObject = dict(front)
        self.places: Places = {}
        self.fronts: dict[str, str | None] = {}
        self.twice: list[str] = []
        self._article(body)
        for kind in KINDS:
            self._objects(kind, body.objects[kind])
        for kind in ("quotations", "claims", "relations"):
            self.data[kind] = _with_offsets(self.data.get(kind), Anchoring(body.text))
            if self.data[kind] is None:
                del self.data[kind]
        order = DocumentData.__annotations__
        self.data = {name: self.data[name] for name in [*order, *self.data] if name in self.data}

    def _article(self, body: Body) -> None:
        article = self.data.get("article", {})
        if not isinstance(article, dict):
            return
        self.twice += [pointer_to("/article", name) for name in _COMPUTED if name in article]
        whole: JsonObject = {**article, "text": {"content": body.text}}
        whole.setdefault("original", {"media_type": "text/markdown"})
        if body.blocks:
            whole["blocks"] = body.blocks
            self._title(whole, body)
        else:
            whole.pop("blocks", None)
        self.data["article"] = whole

    def _title(self, article: JsonObject, body: Body) -> None:
        first = body.blocks[0]
        title = article.get("title")
        if not isinstance(first, dict) or first["type"] != "heading" or not isinstance(title, str):
            return
        if first["start"] == 0 and first["end"] == len(title) and body.text.startswith(title):
            first["type"] = "title"

    def _objects(self, kind: str, built: list[Built]) -> None:
        given = self.data.get(kind)
        if given is None or given in ({}, []):
            items: list[tuple[Json, str | None, Built | None]] = [({}, None, one) for one in built]
        elif isinstance(given, dict):
            items = self._keyed(kind, given, built)
        elif isinstance(given, list):
            items = self._listed(kind, given, built)
        else:
            return
        if not items and given is None:
            return
        merged: list[Json] = []
        for number, (members, front, one) in enumerate(items):
            at = f"/{kind}/{number}"
            self.fronts[at] = front
            merged.append(members if one is None else self._whole(members, front, one))
            if one is not None and isinstance(members, dict):
                self.places.update({at + inner: place for inner, place in one.places.items()})
        self.data[kind] = merged

    def _keyed(
        self, kind: str, given: JsonObject, built: list[Built]
    ) -> list[tuple[Json, str | None, Built | None]]:
        """Pair members under their ids with the body's objects: in the body's order, then what is not in it."""
        items: list[tuple[Json, str | None, Built | None]] = []
        left = dict(given)
        for one in built:
            name = str(one.data["id"])
            members = left.pop(name, {})
            front = pointer_to(f"/{kind}", name) if name in given else None
            items.append(({} if members is None else members, front, one))
        for name, members in left.items():
            front = pointer_to(f"/{kind}", name)
            if isinstance(members, dict):
                if "id" in members:
                    self.twice.append(f"{front}/id")
                members = {**members, "id": name}  # noqa: PLW2901 - the key is the id
            elif members is None:
                members = {"id": name}  # noqa: PLW2901
            items.append((members, front, None))
        return items

    def _listed(
        self, kind: str, given: list[Json], built: list[Built]
    ) -> list[tuple[Json, str | None, Built | None]]:
        """Pair a list's objects with the body's by id: in the list's order, then what is not in it."""
        by_id: dict[str, list[Built]] = {}
        for one in reversed(built):
            by_id.setdefault(str(one.data["id"]), []).append(one)
        items: list[tuple[Json, str | None, Built | None]] = []
        used: set[Built] = set()
        for number, members in enumerate(given):
            name = members.get("id") if isinstance(members, dict) else None
            found = by_id[name].pop() if isinstance(name, str) and by_id.get(name) else None
            if found is not None:
                used.add(found)
            items.append((members, f"/{kind}/{number}", found))
        return [*items, *[({}, None, one) for one in built if one not in used]]

    def _whole(self, members: Json, front: str | None, built: Built) -> Json:
        if not isinstance(members, dict) or front is None:
            return members or built.data
        return self._joined(members, built.data, front)

    def _joined(self, members: JsonObject, own: JsonObject, front: str) -> JsonObject:
        """Return the members of an object from both; the body's count where both give one."""
        whole: JsonObject = {}
        for name in [*own, *[name for name in members if name not in own]]:
            at = pointer_to(front, name)
            mine, theirs = own.get(name), members.get(name)
            if name not in members or (name == "id" and mine == theirs):
                whole[name] = mine
            elif name not in own:
                whole[name] = theirs
            elif name == "citations" and isinstance(mine, list) and isinstance(theirs, list):
                whole[name] = self._citations(theirs, mine, at)
            elif name == "anchor" or (name == "alt" and isinstance(mine, dict) and isinstance(theirs, dict)):
                whole[name] = (
                    self._joined(theirs, mine, at)
                    if isinstance(mine, dict) and isinstance(theirs, dict)
                    else mine
                )
            else:
                self.twice.append(at)
                whole[name] = mine
        return whole

    def _citations(self, members: list[Json], own: list[Json], front: str) -> list[Json]:
        whole: list[Json] = []
        for number in range(max(len(members), len(own))):
            mine = own[number] if number < len(own) else None
            theirs = members[number] if number < len(members) else None
            if isinstance(mine, dict) and isinstance(theirs, dict):
                whole.append(self._joined(theirs, mine, f"{front}/{number}"))
            else:
                whole.append(theirs if mine is None else mine)
        return whole


def _with_offsets(value: Json, anchoring: Anchoring) -> Json:
    """Return a value in which anchors that only have their words have offsets too, where one place has them."""
    if isinstance(value, list):
        return [_with_offsets(one, anchoring) for one in value]
    if not isinstance(value, dict):
        return value
    found: JsonObject = {}
    for name, inner in value.items():
        exact = inner.get("exact") if isinstance(inner, dict) and name in {"anchor", "lead_in"} else None
        if isinstance(inner, dict) and isinstance(exact, str) and not {"start", "end"} & inner.keys():
            anchor = {key: str(inner[key]) for key in ("prefix", "suffix") if isinstance(inner.get(key), str)}
            span = anchoring.resolve(cast("Anchor", anchor), exact).span
            found[name] = {"start": span.start, "end": span.end, **inner} if span else inner
        elif name in {"evidence", "citations"} or not isinstance(inner, (dict, list)):
            found[name] = _with_offsets(inner, anchoring)
        else:
            found[name] = inner
    return found
