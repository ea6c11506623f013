"""Dates in JATS."""

from __future__ import annotations

from pincite.export.xml_text.elements import Element
from pincite.model.edtf import parts


def date_parts(edtf: str, year_attributes: dict[str, str | None] | None = None) -> list[Element]:
    """Return day, month and year of a plain date, in this order; nothing of any other (an interval, a season)."""
    plain = parts(edtf)
    if plain is None or plain.season or plain.year.startswith("-"):
        return []
    found = [
        Element("day", None, plain.day) if plain.day else None,
        Element("month", None, plain.month) if plain.month else None,
        Element("year", year_attributes, plain.year),
    ]
    return [one for one in found if one is not None]
