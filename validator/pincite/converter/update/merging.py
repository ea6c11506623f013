"""Members of three documents joined: what people changed stays, what is the tool's gives way to the new conversion."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from pincite.converter.update.report import Report
from pincite.model import format as shapes
from pincite.model.anchoring import offsets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from pincite.converter.update.anchors import Reanchoring
    from pincite.model.format import Anchor
    from pincite.model.json_value import Json, JsonObject

_PLACES = ("anchor", "lead_in")
_NAMED = ("images", "evidence")
"""Lists of ids, of which people add and take away single ones."""
_JOINED = ("inferred", "archive", "series", "annotation", "container")
"""Objects whose members count one by one; all others are one value."""
_ORDERS: dict[str, tuple[str, ...]] = {
    name: tuple(shape.__annotations__)
    for name, shape in {
        "article": shapes.Article,
        "sources": shapes.Source,
        "quotations": shapes.Quotation,
        "citations": shapes.Citation,
        "claims": shapes.Claim,
        "images": shapes.Image,
    }.items()
}
"""The members of each kind of object in the order of the format."""


class Merging:
    """Joins objects; ``places`` finds people's work in the new text, ``report`` hears what became of it."""

    def __init__(self, places: Reanchoring, report: Report) -> None:
        self._places = places
        self._report = report

    def silent(self) -> Merging:
        """Return the same, for what nobody needs to hear of."""
        return Merging(self._places, Report())

    def joined(self, kind: str, old: JsonObject, base: JsonObject, new: JsonObject) -> JsonObject:
        """Return an object as it is in the new document, with what people did to it in the old one."""
        found: JsonObject = {}
        for member in dict.fromkeys([*old, *new]):
            value = self._member(member, old, base, new)
            if value is not None:
                found[member] = value
        reasons = found.get("inferred")
        if isinstance(reasons, dict):  # no reason for what a person set and gave no reason for
            own = {name for name in old if old.get(name) != base.get(name)}
            kept = {
                name: why
                for name, why in reasons.items()
                if name not in own or name in cast("JsonObject", old.get("inferred") or {})
            }
            found["inferred"] = kept
            if not kept:
                del found["inferred"]
        return ordered(kind, found)

    def kept(
        self,
        kind: str,
        old: JsonObject,
        taken: AbstractSet[tuple[int, int]] = frozenset(),
        owner: str | None = None,
    ) -> JsonObject:
        """Return an object that the new conversion does not have, with its places found in the new text.

        Its own place is none of *taken*, where others like it stand. What has no id is told by its *owner*'s.
        """
        found = dict(old)
        name = str(old.get("id", "")) or owner
        for member in _PLACES:
            if member in old:
                self._replace(found, member, old, name, taken if member == "anchor" else frozenset())
        if "citations" in old:
            found["citations"] = [
                cast("Json", self.kept("citations", one, owner=name))
                for one in cast("list[JsonObject]", old["citations"])
            ]
        if isinstance(old.get("evidence"), list):
            found["evidence"] = [self._evidence(one) for one in cast("list[Json]", old["evidence"])]
        return ordered(kind, found)

    def _member(self, member: str, old: JsonObject, base: JsonObject, new: JsonObject) -> Json:
        """Return what a member becomes, None for one that falls away."""
        mine, its, fresh = old.get(member), base.get(member), new.get(member)
        if member == "citations":
            return cast("Json", self._citations(old, base, new)) or None
        if mine == its or (mine is None and its is None):
            if member in _PLACES and mine is not None and fresh is not None:
                self._report.placed(mine != fresh)
            return fresh
        self._report.is_mixed = True
        if member in _PLACES and mine is not None:
            found = dict(old)
            self._replace(found, member, old, None)
            return found.get(member)
        if member in _NAMED:
            named = _named(mine, its, fresh)
            return [one if one in _listed(fresh) else self._evidence(one) for one in named] or None
        if member in _JOINED and isinstance(mine, dict):
            parts = [one if isinstance(one, dict) else {} for one in (mine, its, fresh)]
            return self.joined(member, *parts) or None
        return mine

    def _citations(self, old: JsonObject, base: JsonObject, new: JsonObject) -> list[JsonObject]:
        """Return the new citations, each with what people did to it, and the ones that they added, in their places."""
        olds, bases, news = (_by_raw(one) for one in (old, base, new))
        found: dict[str, JsonObject] = {}
        for key, fresh in news.items():
            if key in olds:
                found[key] = self.joined("citations", olds[key], bases.get(key, {}), fresh)
            elif key not in bases:  # else a person took it out
                found[key] = fresh
        changed = {key for key, one in olds.items() if one != bases.get(key)}
        own = {key: self.kept("citations", olds[key]) for key in changed - news.keys()}
        self._report.is_mixed |= bool(own) or any(key not in olds for key in bases.keys() & news.keys())
        return list(interleaved(found, own, list(olds)).values())

    def _replace(
        self,
        found: JsonObject,
        member: str,
        old: JsonObject,
        name: str | None,
        taken: AbstractSet[tuple[int, int]] = frozenset(),
    ) -> None:
        """Set a place as it is in the new text, or take it away where it cannot be found."""
        anchor = cast("Anchor", old[member])
        own = old.get("text", old.get("raw")) if member == "anchor" else None
        words = self._places.words(anchor) or str(own or "")
        span, fate = self._places.find(anchor, words)
        if fate == "vanished" and own and words != own:  # the article now says what only the claim said
            span, fate = self._places.find(anchor, str(own))
        if span is not None and (span.start, span.end) in taken:
            span, fate = None, "vanished"
        self._report.fate(fate, name, words)
        given = offsets(anchor)
        rest = {key: value for key, value in anchor.items() if key not in {"start", "end"}}
        if span is not None:
            moved = given != (span.start, span.end)
            around = {} if moved else {key: rest[key] for key in ("prefix", "suffix") if key in rest}
            exact = {"exact": rest["exact"]} if "exact" in rest else {}
            found[member] = cast("Json", {"start": span.start, "end": span.end, **around, **exact})
        else:
            del found[member]

    def _evidence(self, one: Json) -> Json:
        if not isinstance(one, dict) or "anchor" not in one:
            return one
        found = dict(one)
        self._replace(found, "anchor", one, None)
        return found if "anchor" in found else found["id"]


def ordered(kind: str, item: JsonObject) -> JsonObject:
    """Return an object with its members in the order of the format."""
    order = _ORDERS.get(kind, ())
    return {
        name: item[name] for name in [*order, *(name for name in item if name not in order)] if name in item
    }


def interleaved(
    fresh: Mapping[str, JsonObject], own: Mapping[str, JsonObject], order: Sequence[str]
) -> dict[str, JsonObject]:
    """Return *fresh* with each of *own* behind what stood before it in *order*, or at the start."""
    behind: dict[str | None, list[str]] = {}
    before: str | None = None
    for key in order:
        if key in own:
            behind.setdefault(before, []).append(key)
        elif key in fresh:
            before = key
    keys: list[str] = list(behind.get(None, ()))
    for key in fresh:
        keys += [key, *behind.get(key, ())]
    return {key: fresh[key] if key in fresh else own[key] for key in keys}


def _by_raw(item: JsonObject) -> dict[str, JsonObject]:
    """Return an object's citations by what they print, or else by what they cite; equal ones by their number."""
    found: dict[str, JsonObject] = {}
    for one in cast("list[JsonObject]", item.get("citations") or []):
        told = str(one.get("raw") or json.dumps([one.get("source"), one.get("locator")]))
        number = 0
        while f"{told}\0{number}" in found:
            number += 1
        found[f"{told}\0{number}"] = one
    return found


def _named(mine: Json, its: Json, fresh: Json) -> list[Json]:
    """Return the new list with what a person added to the old one, without what they took out."""
    old, base, new = (_listed(one) for one in (mine, its, fresh))
    return [one for one in new if one in old or one not in base] + [
        one for one in old if one not in new and one not in base
    ]


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
