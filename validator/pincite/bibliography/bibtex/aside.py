"""Fields that only Pincite reads: a source's members by their places in it, as ``pincite-archive-box``.

Steps are joined with hyphens, which no member has in its name; places in lists count from 1. What other fields would give
back besides is named in ``pincite-without``. Where something is set aside of some names of a list, the list stands there a
second time, as ``pincite-authors``: if somebody changes the names, what was set aside belongs to none of them any more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.model.json_value import pointer_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pincite.model.format import Source
    from pincite.model.json_value import Json, JsonObject

PREFIX = "pincite-"
TYPE = f"{PREFIX}type"
WITHOUT = f"{PREFIX}without"
LITERAL = "literal"
"""Stands in ``pincite-without`` where names with a family name have no ``literal``."""

_NAMES = "(?:authors|recipients|editors|translators)-[0-9]{1,6}"
_OWN = re.compile(
    rf"{_NAMES}-(?:literal|family|given|particle|suffix|title|kind|id)"
    r"|archive-(?:name|place|collection|collection_id|series|box|folder|item|url)"
    r"|container-(?:source|relation|number)|container-locator-[a-z_]+|(?:container-)?inferred-[a-z_]+"
    r"|copies-[0-9]{1,6}-(?:path|url|media_type|sha256)"
    r"|title|title_supplied|date|date_text|received|coverage|place|number|volume|issue|edition|genre|medium"
    r"|publisher|publisher_place|platform|doi|isbn|issn|url|accessed|language|textual_status|note"
)
"""The places of a source that have a field of Pincite's."""


class Leaf(NamedTuple):
    """A value that holds nothing further: its JSON Pointer in the source, and itself."""

    pointer: str
    value: Json


def is_place(path: str) -> bool:
    """Return whether a source has a member at a place such as ``archive-box``."""
    return _OWN.fullmatch(path) is not None


def leaves(source: Source) -> dict[str, Leaf]:
    """Return the values of a source by their places in it."""
    found: dict[str, Leaf] = {}
    _gather(cast("JsonObject", source), "", "", found)
    return found


def _gather(value: Json, path: str, pointer: str, found: dict[str, Leaf]) -> None:
    # a source is at most four levels deep
    if isinstance(value, dict):
        before = f"{path}-" if path else ""
        for name, inner in value.items():
            _gather(inner, before + name, pointer_to(pointer, name), found)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _gather(inner, f"{path}-{number + 1}", f"{pointer}/{number}", found)
    elif value is not None:
        found[path] = Leaf(pointer, value)


def without(found: Iterable[str], source: Source, mine: Mapping[str, Leaf]) -> list[str]:
    """Return the places *found* that *source*, whose leaves are *mine*, has nothing at; a whole member by its name alone."""
    more = [path for path in found if path not in mine]
    return list(dict.fromkeys(path if path.split("-")[0] in source else path.split("-")[0] for path in more))


def restored(found: Source, lacking: Iterable[str], more: Mapping[str, str]) -> Source:
    """Return what was *found* of a source without the places it lacks, and with *more* values at theirs."""
    gone = set(lacking)
    kept = {path: leaf.value for path, leaf in leaves(found).items() if gone.isdisjoint(_around(path))}
    kept |= {path: value == "true" if path == "title_supplied" else value for path, value in more.items()}
    source: JsonObject = {}
    for path, value in kept.items():
        holder = source
        *steps, last = path.split("-")
        for step in steps:
            holder = cast("JsonObject", holder.setdefault(step, {}))
        holder[last] = value
    return cast("Source", {name: _listed(name, value) for name, value in source.items()})


def _around(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition("-")[0]


def _listed(name: str, value: Json) -> Json:
    """Return a member, as a list in the order of its numbers where it is one."""
    if name in {"authors", "recipients", "editors", "translators", "copies"} and isinstance(value, dict):
        return [value[number] for number in sorted(value, key=int)]
    return value
