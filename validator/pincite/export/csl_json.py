"""The sources as CSL-JSON 1.0.2, for citeproc: Pandoc, Zotero and others that print bibliographies.

Each source is one item under its own id, with the works around it flattened into ``container-title``,
``collection-title`` and the like. What CSL has no member for stands under ``custom``. Quotations, claims, images
and the places that citations name are no bibliography and are left out.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from pincite.export.csl_containers import around, set_containers
from pincite.export.csl_fields import date_of, name_of, set_archive
from pincite.export.csl_words import GENRES, PLAIN, TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import DocumentData, Source
    from pincite.model.json_value import JsonObject

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


def write(document: DocumentData) -> str:
    """Return the document's sources as one JSON text with a final line end."""
    by_id: dict[str, Source] = {}
    for source in document.get("sources", []):
        by_id.setdefault(source["id"], source)
    return json.dumps([item(source, by_id) for source in by_id.values()], ensure_ascii=False, indent=2) + "\n"


def item(source: Source, by_id: Mapping[str, Source]) -> JsonObject:
    """Return one source as a CSL item."""
    found: JsonObject = {"id": source["id"], "type": TYPES.get(source["type"], "document")}
    for name, value in source.items():
        if name in PLAIN and isinstance(value, str) and value:
            found[PLAIN[name]] = value
        elif name in _NAMES and isinstance(value, list) and value:
            found[_NAMES[name]] = [name_of(one) for one in value]
    if source["type"] in GENRES:
        found.setdefault("genre", GENRES[source["type"]])
    if "date" in source:
        found["issued"] = date_of(source["date"])
    if "accessed" in source:
        found["accessed"] = date_of(source["accessed"])
    set_archive(source, found)
    chain = list(around(source, by_id))
    set_containers(source, chain, found)
    found["custom"] = _custom(source, chain)
    return found


def _custom(source: Source, chain: list[Source]) -> JsonObject:
    """Return what CSL has no member for: the type itself, dates as printed, the way through all containers."""
    members = cast("JsonObject", source)
    custom: JsonObject = {name: members[name] for name in _OWN if name in members}
    containers = [
        cast("JsonObject", inner["container"]) for inner in [source, *chain] if "container" in inner
    ]
    if containers:
        custom["chain"] = [
            {name: value for name, value in one.items() if name != "inferred"} for one in containers
        ]
    return custom
