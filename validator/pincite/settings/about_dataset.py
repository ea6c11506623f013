"""What people say of a dataset as a whole is held against the forms of licences, addresses, DOIs and days."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pincite.schemas import schema

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHAPES = {"license": "spdx_expression", "url": "url", "doi": "doi"}
"""The definitions of the format that members keep to."""
_IN_DOI = re.compile(r"10\.[0-9][0-9.]{3,}/\S+")
_OWN = ("LicenseRef-", "DocumentRef-", "AdditionRef-")
_LONGEST = 60


def fault_in(member: str, value: str) -> str | None:
    """Return what is wrong with a value of a member, to be said behind its name, with a hint; None for nothing."""
    if member == "date":
        return None if is_day(value) else f"must be a day, such as 2026-05-03, not '{_cut(value)}'"
    if member == "license":
        return _license_fault(value)
    if member == "url" and not _fits("url", value):
        return f"must be an address, such as https://example.org/harbours, not '{_cut(value)}'"
    if member == "doi" and not _fits("doi", value):
        meant = _IN_DOI.search(value)
        hint = f"; did you mean '{_cut(meant[0])}'?" if meant else ""
        return f"must be a DOI, such as 10.5555/12345678, not '{_cut(value)}'{hint}"
    return None


def first_fault(values: Mapping[str, object]) -> tuple[str, str] | None:
    """Return the first member whose value is at fault, and what is wrong; what is empty says nothing."""
    for member in ("license", "url", "doi", "date"):
        value = values.get(member)
        fault = fault_in(member, value) if isinstance(value, str) and value else None
        if fault is not None:
            return member, fault
    return None


def is_day(text: str) -> bool:
    """Return whether a text is a day of the calendar (ISO 8601)."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _fits(member: str, value: str) -> bool:
    definition = schema("document")["$defs"][_SHAPES[member]]
    return re.search(definition["pattern"], value) is not None


def _license_fault(value: str) -> str | None:
    from pincite.rules.license_expressions import deprecated_ids, known_ids  # noqa: PLC0415 - reads the list of licences
    from pincite.rules.license_unknown import meant_by  # noqa: PLC0415 - as above

    if not _fits("license", value):
        told = f"must be an SPDX expression, such as CC-BY-4.0, not '{_cut(value)}'"
        return told + _did_you_mean(meant_by("-".join(value.split())))
    for word in value.replace("(", " ").replace(")", " ").split():
        name = word.removesuffix("+").lower()
        if word in {"AND", "OR", "WITH"} or word.startswith(_OWN):
            continue
        if not {name, word.lower()} & {*known_ids(), *deprecated_ids()}:
            hint = (
                _did_you_mean(meant_by(word))
                or f"; write 'LicenseRef-{_cut(word)}' for one that is not on it"
            )
            return f"has '{_cut(word)}', which is not on the SPDX list of licences{hint}"
    return None


def _did_you_mean(meant: str | None) -> str:
    return f"; did you mean '{meant}'?" if meant else ""


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
