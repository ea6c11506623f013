"""Dates in JATS."""

from __future__ import annotations

import re

from pincite.export.xml_text.elements import Element
from pincite.model.edtf import impossible

_PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?[?~%]?")


def date_parts(edtf: str, year_attributes: dict[str, str | None] | None = None) -> list[Element]:
    """Return day, month and year of a plain date, in this order; nothing of any other (an interval, a season)."""
    plain = _PLAIN.fullmatch(edtf)
    if plain is None or impossible(edtf) is not None:
        return []
    year, month, day = plain.groups()
    parts = [
        Element("day", None, day) if day else None,
        Element("month", None, month) if month else None,
        Element("year", year_attributes, year),
    ]
    return [one for one in parts if one is not None]
