"""The sources as CSL-JSON 1.0.2.

Each source is one item under its own id, with the works around it flattened into ``container-title``,
``collection-title`` and the like. What CSL has no member for stands under ``custom``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from pincite.bibliography.csl_json.fields import date_of, name_of, set_archive
from pincite.bibliography.csl_json.losses import DECLARED
from pincite.bibliography.csl_json.words import GENRES, PLAIN, TYPES
from pincite.bibliography.flat import flattened

if TYPE_CHECKING:
    from pincite.bibliography.flat import Flat
    from pincite.model.carried import Carried
    from pincite.model.json_value import JsonObject

__all__ = ["DECLARED", "item", "write"]

_NAMES = {"authors": "author", "editors": "editor", "translators": "translator", "recipients": "recipient"}
_OWN = (
    "type",
    "date_text",
    "received",
    "coverage",
    "title_supplied",
    "textual_status",
    "archive",
    "copies",
    "inferred",
)
"""Members that only ``custom`` can hold."""


def write(carried: Carried) -> str:
    """Return the document's sources as one JSON text with a final line end."""
    items = [item(entry) for entry in flattened(carried.data.get("sources", []))]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def item(entry: Flat) -> JsonObject:
    """Return one source as a CSL item."""
    source = entry.source
    found: JsonObject = {"id": source["id"], "type": TYPES.get(source["type"], "document")}
    if source["type"] == "document" and entry.is_printed_in_a_work:
        found["type"] = "chapter"
    for name, value in entry.members.items():
        if name in PLAIN and isinstance(value, str) and value:
            found[PLAIN[name]] = value
        elif name in _NAMES and isinstance(value, list) and value:
            found[_NAMES[name]] = [name_of(one) for one in value]
        elif name == "date":
            found["issued"] = date_of(str(value))
        elif name == "accessed":
            found["accessed"] = date_of(str(value))
    if source["type"] in GENRES:
        found.setdefault("genre", GENRES[source["type"]])
    set_archive(entry.members, found)
    around = {
        "container-title": entry.container_title,
        "collection-title": entry.collection_title,
        "page": entry.pages,
        "part-title": entry.part,
    }
    found.update({name: value for name, value in around.items() if value})
    found["custom"] = _custom(entry)
    return found


def _custom(entry: Flat) -> JsonObject:
    """Return what CSL has no member for: the type itself, dates as printed, the way through all containers."""
    members = cast("JsonObject", entry.source)
    custom: JsonObject = {name: members[name] for name in _OWN if name in members}
    containers = [
        cast("JsonObject", inner["container"])
        for inner in (entry.source, *entry.chain)
        if "container" in inner
    ]
    if containers:
        custom["chain"] = [
            {name: value for name, value in one.items() if name != "inferred"} for one in containers
        ]
    return custom
