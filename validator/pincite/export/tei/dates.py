"""Dates in TEI: Gregorian attributes for what they can say, the EDTF as it is for the rest."""

from __future__ import annotations

import re

from pincite.export.xml_text.elements import Element
from pincite.model.edtf import bounds, impossible

EDTF = "https://www.loc.gov/standards/datetime/"
_PLAIN = re.compile(r"-?(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_LAST_YEAR = 9999
_CERTAINTY = {"?": "low", "%": "low", "~": "medium"}


def date(edtf: str, kind: str = "", printed: str = "") -> Element:
    """Return a date as printed, or as EDTF where it was not."""
    return Element("date", {"type": kind, **date_attributes(edtf)}, printed or edtf)


def date_attributes(edtf: str) -> dict[str, str]:
    """Return the attributes of a date: days of the calendar, and the EDTF itself where they do not say all of it."""
    if not edtf:
        return {}
    start, _, end = edtf.partition("/")
    if impossible(edtf) is None:
        if _PLAIN.fullmatch(edtf):
            return {"when": edtf}
        if _PLAIN.fullmatch(start) and _PLAIN.fullmatch(end):
            return {"from": start, "to": end}
    certainty = next((_CERTAINTY[one] for one in "?%~" if one in edtf), "")
    found = {**_limits(edtf), "when-custom": edtf, "datingMethod": EDTF, "cert": certainty}
    return {name: value for name, value in found.items() if value}


def _limits(edtf: str) -> dict[str, str]:
    """Return the first and last day that a date can mean, where there are such in years of four digits."""
    limits = bounds(edtf) if impossible(edtf) is None else None
    return {
        name: f"{year:04d}-{month:02d}-{day:02d}"
        for name, (year, month, day) in zip(("notBefore", "notAfter"), limits or (), strict=False)
        if 0 < year <= _LAST_YEAR
    }
