"""Entries that Pincite wrote: what their fields give back.

Where somebody changed a field that styles read, it goes before what stands aside for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.bibliography.bibtex.aside import LITERAL, PREFIX, TYPE, WITHOUT, is_place, leaves, restored
from pincite.bibliography.bibtex.dates import year_month_day
from pincite.bibliography.bibtex.escaping import as_address, as_text
from pincite.bibliography.bibtex.meaning import Meaning
from pincite.bibliography.bibtex.unescaping import address, plain
from pincite.bibliography.shapes import fits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.format import Name, Source
    from pincite.model.json_value import JsonObject

COPIES = {"authors": "author", "editors": "editor", "translators": "translator"}
"""Lists of names to their fields: what stands aside for some of the names stands beside a copy of the field."""
_NAMES = (*COPIES, "recipients")
_DASHES = re.compile(r"\s*[-–—]+\s*")


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
    aside = {place: plain(values[name]) for name, place in places.items() if is_place(place)}
    used = {name for name, place in places.items() if place in aside or place in _NAMES}
    changed = set(_changed(source, aside, values))
    more = {place: text for place, text in aside.items() if changed.isdisjoint({place, place.split("-")[0]})}
    source = restored(source, [one for one in lacking if one.split("-")[0] not in changed], more)
    used |= found.used | {TYPE, WITHOUT, "xref", "pages"}
    refused = found.refused
    for member, value in list(cast("JsonObject", source).items()):
        if member != "type" and not fits(member, value):
            del cast("JsonObject", source)[member]
            names = (name for name, place in places.items() if place.split("-")[0] == member)
            refused.update(dict.fromkeys(names, f"it makes no value of '{member}'"))
    return Own(source, used, refused)


def _changed(source: Source, aside: Mapping[str, str], values: Mapping[str, str]) -> Iterator[str]:
    """Yield the places, and the lists of names, that fields say otherwise now than when the entry was written."""
    for member, field in COPIES.items():
        copy = values.get(f"{PREFIX}{member}")
        if copy is not None and copy.split() != values.get(field, "").split():
            yield member
    now = leaves(source)
    for place, text in aside.items():
        if (
            place in now
            and place.split("-")[0] not in _NAMES
            and not _says(place, str(now[place].value), text)
        ):
            yield place


def _says(place: str, now: str, text: str) -> bool:
    """Return whether a field that is read as *now* is what was written for *text*."""
    if place == "date":
        return year_month_day(now) == year_month_day(text)
    if place in {"doi", "url"}:
        return now == address(as_address(text))
    written = plain(as_text(text))
    return _DASHES.sub("-", now) == _DASHES.sub("-", written)


def _take_literals(source: Source) -> None:
    members = cast("JsonObject", source)
    for member in _NAMES:
        for name in cast("list[Name]", members.get(member, [])):
            if "family" in name:
                name.pop("literal", None)
