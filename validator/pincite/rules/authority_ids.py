"""Identifiers of persons and organizations in public registers: their forms and check characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.structure.checksums import mod_11_2

if TYPE_CHECKING:
    from collections.abc import Callable

_ADDRESS = re.compile(r"https?://(?:www\.)?([a-z.-]+)/(.+?)/?", re.IGNORECASE)
_URN = re.compile(r"(?:urn:)?(orcid|isni|viaf|gnd|wikidata):(.+)", re.IGNORECASE)
_DIVIDING = re.compile(r"[-‐‑–\s]|%20")
_SIXTEEN = re.compile(r"[0-9]{15}[0-9Xx]")
_GND = re.compile(r"(?:1[0-9]{7,9}[0-9X]|[47][0-9]{6}-[0-9]|[1-9][0-9]{0,7}-[0-9X]|3[0-9]{7}[0-9X])")
_VIAF = re.compile(r"[1-9][0-9]{1,21}")
_WIKIDATA = re.compile(r"(?:(?:wiki|entity)/)?Q[1-9][0-9]*")


def authority_fault(iri: str) -> str | None:
    """Return what is wrong with *iri* as an identifier in a register that this module knows, or None."""
    found = _ADDRESS.fullmatch(iri) or _URN.fullmatch(iri)
    test = _TESTS.get(found[1].lower()) if found else None
    return test(found[2]) if found and test else None


def with_hyphens(iri: str) -> str | None:
    """Return an ORCID iD whose sixteen digits are right in the four groups that it is written in; None for anything else."""
    found = _ADDRESS.fullmatch(iri) or _URN.fullmatch(iri)
    if found is None or found[1].lower() not in {"orcid.org", "orcid"} or _sixteen("ORCID iD", found[2]):
        return None
    digits = _DIVIDING.sub("", found[2]).upper()
    return iri[: found.start(2)] + "-".join(digits[start : start + 4] for start in range(0, 16, 4))


def _orcid(name: str) -> str | None:
    if not re.fullmatch(r"[0-9]{4}(?:-[0-9]{4}){2}-[0-9]{3}[0-9X]", name):
        return "an ORCID iD is four groups of four digits (the last may be X)"
    return _sixteen("ORCID iD", name)


def _isni(name: str) -> str | None:
    return _sixteen("ISNI", name.rpartition("/")[2])


def _sixteen(register: str, name: str) -> str | None:
    digits = _DIVIDING.sub("", name).upper()
    if not _SIXTEEN.fullmatch(digits):
        return f"an {register} is sixteen digits (the last may be X)"
    wanted = mod_11_2(digits[:-1])
    if digits[-1] == wanted:
        return None
    return f"the check character of the {register} is {digits[-1]}, but its digits call for {wanted}"


def _gnd(name: str) -> str | None:
    name = name.removeprefix("gnd/")
    return None if _GND.fullmatch(name) else "it has not the form of a GND number, such as 118540238"


def _viaf(name: str) -> str | None:
    name = name.removeprefix("viaf/")
    return None if _VIAF.fullmatch(name.partition("/")[0]) else "a VIAF number is digits alone"


def _wikidata(name: str) -> str | None:
    return None if _WIKIDATA.fullmatch(name) else "a Wikidata item is Q and a number"


_TESTS: dict[str, Callable[[str], str | None]] = {
    "orcid.org": _orcid,
    "orcid": _orcid,
    "isni.org": _isni,
    "isni": _isni,
    "d-nb.info": lambda name: _gnd(name) if name.startswith("gnd/") else None,
    "gnd": _gnd,
    "viaf.org": lambda name: _viaf(name) if name.startswith("viaf/") else None,
    "viaf": _viaf,
    "wikidata.org": lambda name: _wikidata(name) if name.startswith(("wiki/", "entity/")) else None,
    "wikidata": _wikidata,
}
