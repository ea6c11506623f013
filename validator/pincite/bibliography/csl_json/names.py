"""Names in CSL-JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.bibliography.shapes import is_shaped
from pincite.model.names import SPOKEN, in_one_line, put_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.format import Name
    from pincite.model.json_value import Json, JsonObject

_PARTS = {"family": "family", "given": "given", "suffix": "suffix", "literal": "literal", "name": "literal"}
"""A name's members in CSL, and what Crossref calls an organization's name, to ours."""
_PARTICLES = ("dropping-particle", "non-dropping-particle")
_SILENT = frozenset({"sequence", "affiliation", "authenticated-orcid"})
"""What Crossref adds that says nothing of the name."""


class Named(NamedTuple):
    """A list of names as it is read, and what was passed over of them."""

    names: list[Name]
    passed: tuple[str, ...] = ()


def names_of(names: Iterable[Name]) -> list[Json]:
    """Return names for CSL, without those that only have an identifier."""
    return [one for one in map(name_of, names) if one]


def name_of(name: Name) -> JsonObject:
    """Return a name for CSL: its analysis where there is one, else as printed; nothing where neither is there."""
    if name.get("kind") == "organization" or not name.get("family"):
        printed = in_one_line(name)
        return {"literal": printed} if printed else {}
    found: JsonObject = {"family": name["family"]}
    # CSL has no titles of people; before a family name alone it is read as it is meant ("Viscount Grey")
    given = name.get("given") or name.get("title")
    if given:
        found["given"] = given
    if "particle" in name:
        found["non-dropping-particle"] = name["particle"]
    if "suffix" in name:
        found["suffix"] = name["suffix"]
    return found


def says(names: Json, whole: Json) -> bool:
    """Return whether names that were read say all that *whole* says: its printed forms if they only join the parts.

    CSL prints an organization's name as it is, a person's in its order.
    """
    if not isinstance(names, list) or not isinstance(whole, list) or len(names) != len(whole):
        return False
    for one, other in zip(names, whole, strict=True):
        if not isinstance(one, dict) or not isinstance(other, dict):
            return False
        implied = {"kind": "person" if "family" in one else "organization", "literal": put_together(one)}
        if {**implied, **one} != {**implied, **other}:
            return False
    return True


def named(value: Json) -> Named:
    """Return the names of a field; what is no name, or no part of one that we know, is passed over."""
    names: list[Name] = []
    passed: dict[str, None] = {}
    for one in value if isinstance(value, list) else [value]:
        found = _name(one, passed)
        if found:
            names.append(found)
        elif one not in (None, "", {}) and not (isinstance(one, dict) and not any(one.values())):
            passed["what is no name"] = None
    return Named(names, tuple(passed))


def _name(value: Json, passed: dict[str, None]) -> Name:
    if isinstance(value, str):
        return {"literal": " ".join(value.split())} if value.strip() else {}
    found: dict[str, str] = {}
    for member, part in value.items() if isinstance(value, dict) else ():
        words = " ".join(part.split()) if isinstance(part, str) else ""
        if words and member in (*_PARTS, *_PARTICLES):
            found[_PARTS.get(member, member)] = words
        elif member == "ORCID" and is_shaped("iri", words):
            found["id"] = words
        elif part and member not in _SILENT:
            passed[f"'{member[:60]}'"] = None
    return _put_together(found)


def _put_together(found: dict[str, str]) -> Name:
    """Return a name of its parts; one without a family name is all as printed."""
    particles = [found.pop(one) for one in _PARTICLES if one in found]
    if particles:
        found["particle"] = " ".join(particles)
    if "family" not in found and "literal" not in found:
        printed = {"literal": put_together(found)}
        found = {name: one for name, one in {**printed, "id": found.get("id", "")}.items() if one}
    return {name: found[name] for name in ("literal", *SPOKEN, "id") if name in found}  # type: ignore[return-value]
