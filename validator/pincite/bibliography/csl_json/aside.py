"""What CSL-JSON cannot say of a source stands under ``custom``, where this package reads it back.

There are the members of the ``source`` that reading the fields would not give as they are, those that reading would give
``without`` there being any, the members that are ``inherited`` from the works around, and the ``container``. A field that
somebody has changed since goes before what stands aside for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.bibliography.csl_json.fields import fields_of
from pincite.bibliography.csl_json.names import says
from pincite.bibliography.csl_json.taking import taken
from pincite.bibliography.csl_json.words import FIELDS, NAMES, SURROUNDINGS, TYPES
from pincite.bibliography.shapes import fits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.bibliography.csl_json.taking import Taken
    from pincite.bibliography.flat import Flat
    from pincite.model.format import Container, Source
    from pincite.model.json_value import Json, JsonObject

OURS = "pincite"
"""The member of ``custom`` that is this package's."""
_APART = {"id", "container"}


class Aside(NamedTuple):
    """What stands aside of an item; ``hidden`` names the members of which others read less or something else."""

    source: JsonObject
    without: tuple[str, ...] = ()
    inherited: tuple[str, ...] = ()
    container: JsonObject | None = None
    hidden: tuple[str, ...] = ()

    def custom(self) -> JsonObject:
        """Return it for an item, nothing where nothing stands aside."""
        all_: dict[str, Json] = {
            "source": self.source,
            "without": list(self.without),
            "inherited": list(self.inherited),
            "container": self.container,
        }
        ours: JsonObject = {name: one for name, one in all_.items() if one}
        return {OURS: ours} if ours else {}


class Restored(NamedTuple):
    """A source with what stands aside of it.

    ``said`` are the fields of which all is known from there, ``passed`` names what stands there and is nothing of ours.
    """

    members: Source
    container: Container | None = None
    inherited: frozenset[str] | None = None
    said: frozenset[str] = frozenset()
    passed: tuple[str, ...] = ()


def aside(entry: Flat, item: JsonObject) -> Aside:
    """Return what has to stand aside of a source, whose fields are in *item*."""
    members: JsonObject = {name: one for name, one in _members(entry.members).items() if name not in _APART}
    read = _members(taken(item).members)
    source: JsonObject = {
        name: one for name, one in members.items() if name not in read or not _same(read[name], one)
    }
    return Aside(
        source,
        tuple(name for name in read if name not in members),
        tuple(sorted(entry.inherited)),
        cast("JsonObject | None", entry.source.get("container")),
        tuple(name for name, one in source.items() if name not in NAMES or not says(read.get(name), one)),
    )


def restored(item: JsonObject, read: Taken) -> Restored:
    """Return the source of an item, of whose fields *read* was made, as it was before it was written."""
    custom = item.get("custom")
    ours = custom.get(OURS) if isinstance(custom, dict) else None
    if not isinstance(ours, dict):
        return Restored(read.members)
    source = ours.get("source", {})
    stands = source if isinstance(source, dict) else {}
    changed: JsonObject = {name: one for name, one in stands.items() if _is_ours(name, one)}
    container = ours.get("container")
    is_container = container is None or fits("container", container)
    passed = [f"source/{name}" for name in stands if name not in changed]
    if not isinstance(source, dict):
        passed.append("source")
    if not is_container:
        passed.append("container")
    members, trusted = _merged(item, read, changed, _texts(ours.get("without")))
    known = cast("Container | None", container) if is_container else None
    said = {field for name in trusted for field in FIELDS.get(name, ())}
    return Restored(
        members,
        known,
        frozenset(_texts(ours.get("inherited"))),
        frozenset(said | SURROUNDINGS.keys() | {"part-title"} if known else said),
        tuple(passed),
    )


def _merged(
    item: JsonObject, read: Taken, changed: JsonObject, without: list[str]
) -> tuple[Source, list[str]]:
    """Return the members that were read with those that stand aside, and the names of these.

    Those are not taken whose fields do not say the same.
    """
    fields = _members(read.members)

    def merged(names: Iterable[str]) -> Source:
        mine = set(names)
        kept: JsonObject = {name: one for name, one in fields.items() if name not in mine or name in changed}
        return cast("Source", {**kept, **{name: one for name, one in changed.items() if name in mine}})

    names = [*changed, *(name for name in without if name != "type")]
    both = [fields_of(merged(names), printed=printed) for printed in (False, True)]
    trusted = [
        name
        for name in names
        if any(all(again.get(one) == item.get(one) for one in FIELDS.get(name, ())) for again in both)
    ]
    return merged(trusted), trusted


def _is_ours(name: str, value: Json) -> bool:
    """Return whether a member that stands aside is one that a source may have."""
    if name == "type":
        return isinstance(value, str) and value in TYPES
    return name not in _APART and fits(name, value)


def _texts(value: Json) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _members(source: Source) -> JsonObject:
    return cast("JsonObject", source)


def _same(one: Json, other: Json) -> bool:
    return one == other and isinstance(one, bool) == isinstance(other, bool)
