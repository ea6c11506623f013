"""Dates in TEI: Gregorian attributes for what they can say, the EDTF as it is for the rest."""

from __future__ import annotations

from pincite.export.xml_text.elements import Element
from pincite.model.edtf import bounds, impossible, parts

EDTF = "https://www.loc.gov/standards/datetime/"
_LAST_YEAR = 9999
_CERTAINTY = {"?": "low", "%": "low", "~": "medium"}


def date(edtf: str, kind: str = "", printed: str = "") -> Element:
    """Return a date as printed, or as EDTF where it was not."""
    return Element("date", {"type": kind, **date_attributes(edtf)}, printed or edtf)


def date_attributes(edtf: str) -> dict[str, str]:
    """Return the attributes of a date: days of the calendar, and the EDTF itself where they do not say all of it."""
    if not edtf:
        return {}
    if _is_gregorian(edtf):
        return {"when": edtf}
    start, _, end = edtf.partition("/")
    if _is_gregorian(start) and _is_gregorian(end) and impossible(edtf) is None:
        return {"from": start, "to": end}
    certainty = next((_CERTAINTY[one] for one in "?%~" if one in edtf), "")
    found = {**_limits(edtf), "when-custom": edtf, "datingMethod": EDTF, "cert": certainty}
    return {name: value for name, value in found.items() if value}


def _is_gregorian(edtf: str) -> bool:
    """Return whether a date is as it stands one of XML Schema's: a day, month or year, and none of a year 0."""
    plain = parts(edtf)
    return plain is not None and not plain.doubt and not plain.season and plain.year.strip("-0") != ""


def _limits(edtf: str) -> dict[str, str]:
    """Return the first and last day that a date can mean, where there are such in years of four digits."""
    limits = bounds(edtf) if impossible(edtf) is None else None
    return {
        name: f"{year:04d}-{month:02d}-{day:02d}"
        for name, (year, month, day) in zip(("notBefore", "notAfter"), limits or (), strict=False)
        if 0 < year <= _LAST_YEAR
    }
