"""Entries that Pincite wrote: what their fields give back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.bibliography.bibtex.aside import LITERAL, PREFIX, TYPE, WITHOUT, is_place, restored
from pincite.bibliography.bibtex.meaning import Meaning
from pincite.bibliography.bibtex.unescaping import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import Name, Source
    from pincite.model.json_value import JsonObject

_NAMES = ("authors", "recipients", "editors", "translators")


class Own(NamedTuple):
    """A source without its id, the fields that say it, and those that could not be read with the reason why."""

    source: Source
    used: set[str]
    refused: dict[str, str]


def read_own(kind: str, values: Mapping[str, str]) -> Own:
    """Return the source of an entry of type *kind* that has the field ``pincite-type``."""
    found = Meaning(kind, values, plain(values[TYPE]))
    lacking = [one.strip() for one in plain(values.get(WITHOUT, "")).split(",")]
    source = found.source
    if LITERAL in lacking:
        _take_literals(source)
    if "xref" in values:
        source["container"] = {"source": values["xref"]}
        if found.pages:
            source["container"]["locator"] = {"page": found.pages}
    places = {name: name.removeprefix(PREFIX) for name in values if name.startswith(PREFIX)}
    more = {place: plain(values[name]) for name, place in places.items() if is_place(place)}
    used = {name for name, place in places.items() if place in more}
    return Own(
        restored(source, lacking, more), found.used | used | {TYPE, WITHOUT, "xref", "pages"}, found.refused
    )


def _take_literals(source: Source) -> None:
    members = cast("JsonObject", source)
    for member in _NAMES:
        for name in cast("list[Name]", members.get(member, [])):
            if "family" in name:
                name.pop("literal", None)
