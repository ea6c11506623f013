"""The decade and the century that a date lies in."""

from __future__ import annotations

from pincite.model.edtf import bounds

LONGER = "longer"
"""What stands for dates that are longer than the time asked for, or not known as closely."""


def decade(date: str) -> str:
    """Return the first year of the decade that a date (EDTF) lies in as a whole: "1850"; else ``LONGER``."""
    return _time(date, 10)


def century(date: str) -> str:
    """Return the first year of the hundred years that a date (EDTF) lies in as a whole: "1800"; else ``LONGER``."""
    return _time(date, 100)


def _time(date: str, years: int) -> str:
    known = bounds(date)
    if known is None:
        return LONGER
    first, last = (day[0] // years * years for day in known)
    return str(first) if first == last else LONGER
