"""Names, dates and whereabouts of sources in CSL-JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.format import Name, Source
    from pincite.model.json_value import Json, JsonObject

_DATE = re.compile(r"(-?[0-9]{4,})(?:-([0-9]{2}))?(?:-([0-9]{2}))?([?~%]?)")
_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}
_PLACES = (("series", ""), ("box", "box "), ("folder", "folder "), ("item", "item "))


def set_archive(source: Source, found: JsonObject) -> None:
    """Set on an item where its source is kept."""
    archive = source.get("archive")
    if not archive:
        return
    if "name" in archive:
        found["archive"] = archive["name"]
    if "place" in archive:
        found["archive-place"] = archive["place"]
    if "collection" in archive or "collection_id" in archive:
        parts = [archive[name] for name in ("collection", "collection_id") if name in archive]
        found["archive_collection"] = ", ".join(parts)
    inside = [
        f"{word}{archive[name]}"  # type: ignore[literal-required]
        for name, word in _PLACES
        if name in archive
    ]
    if inside:
        found["archive_location"] = ", ".join(inside)
    if "url" in archive:
        found.setdefault("URL", archive["url"])


def name_of(name: Name) -> JsonObject:
    """Return a name for CSL: its analysis where there is one, else as printed."""
    if name.get("kind") == "organization" or not name.get("family"):
        return {
            "literal": name.get("literal")
            or " ".join(str(v) for n, v in name.items() if n not in {"kind", "id"})
        }
    found: JsonObject = {"family": name["family"]}
    given = " ".join(part for part in (name.get("title"), name.get("given")) if part)
    if given:
        found["given"] = given
    if "particle" in name:
        found["non-dropping-particle"] = name["particle"]
    if "suffix" in name:
        found["suffix"] = name["suffix"]
    return found


def date_of(edtf: str) -> JsonObject:
    """Return an EDTF date for CSL: as parts where it is one day, month, year or a range of them, else as it is."""
    parts: list[Json] = []
    found: JsonObject = {}
    for one in edtf.split("/"):
        match = _DATE.fullmatch(one)
        if match is None or len(parts) == 2:  # noqa: PLR2004 - a range has two ends
            return {"literal": edtf}
        month = int(match[2] or 0)
        if month in _SEASONS and "/" not in edtf:
            found["season"] = _SEASONS[month]
        elif month > 12:  # noqa: PLR2004 - a season within a range, a quarter
            return {"literal": edtf}
        numbers: list[Json] = [int(match[1])]
        if 1 <= month <= 12:  # noqa: PLR2004
            numbers += [month, *([int(match[3])] if match[3] else [])]
        parts.append(numbers)
        if match[4]:
            found["circa"] = True
    return {"date-parts": parts, **found}
