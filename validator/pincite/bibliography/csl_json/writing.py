"""The sources as CSL-JSON 1.0.2.

Each source is one item under its own id, with the works around it flattened into ``container-title``,
``collection-title`` and the like. What CSL has no field for stands under ``custom``.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pincite.bibliography.csl_json.aside import aside
from pincite.bibliography.csl_json.fields import fields_of
from pincite.bibliography.csl_json.losses import ALWAYS_ASIDE, DECLARED
from pincite.bibliography.flat import told

if TYPE_CHECKING:
    from pincite.bibliography.flat import Flat
    from pincite.model.carried import Carried
    from pincite.model.json_value import Json, JsonObject

__all__ = ["DECLARED", "write"]

_HALF = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair: readers, Pincite's among them, refuse a whole file in which it stands, even escaped."""


def write(carried: Carried) -> str:
    """Return the document's sources as one JSON text with a final line end."""
    items: list[Json] = [_told(entry, carried) for entry in told(carried)]
    text = json.dumps(items, ensure_ascii=False, indent=2) + "\n"
    return _HALF.sub("\ufffd", text)


def _told(entry: Flat, carried: Carried) -> JsonObject:
    """Return one source as a CSL item, and tell what of it stands aside."""
    found = _item(entry)
    apart = aside(entry, found)
    for name, value in entry.source.items():
        if name in apart.hidden and name not in (*ALWAYS_ASIDE, *entry.inherited):
            carried.losses.tell(f"{entry.at}/{name}", "set aside")
        if _HALF.search(json.dumps(value, ensure_ascii=False)):
            carried.losses.tell(f"{entry.at}/{name}", "changed")
    custom = apart.custom()
    return {**found, "custom": custom} if custom else found


def _item(entry: Flat) -> JsonObject:
    """Return the fields of one source, those for the works around it too."""
    source = entry.source
    found: JsonObject = {"id": source["id"], **fields_of(entry.members, printed=entry.is_printed_in_a_work)}
    inside = source.get("container", {})
    has_series = entry.collection_title and entry.collection_title != entry.members.get("title")
    around = {
        "container-title": entry.container_title,
        "collection-title": entry.collection_title if has_series else "",
        "collection-number": entry.collection_number if has_series else "",
        "chapter-number": inside.get("number", "") if inside.get("relation") == "chapter_of" else "",
        "page": entry.pages,
        "part-title": entry.part,
    }
    return {**found, **{name: value for name, value in around.items() if value}}
