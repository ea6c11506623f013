"""What the nodes of one document share, and the parts that many of them have: names, places, dates, licences, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.export.identity import LONGEST_NAME, iri_of, license_iri
from pincite.export.json_ld.words import NAME
from pincite.export.naming import Naming
from pincite.export.selectors import selected
from pincite.model.edtf import parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.model.carried import Carried
    from pincite.model.format import Anchor, Name
    from pincite.model.json_value import Json, JsonObject

_CLASSES = {"person": "Person", "organization": "Organization"}


class Graph(Naming):
    """One document on its way into linked data: its names, and the nodes that many objects have."""

    def __init__(self, carried: Carried) -> None:
        super().__init__(carried)
        url = carried.data["article"].get("url")
        # document and article are two things, even where both have the article's address for a name
        has_own_name = (
            url
            and len(url) <= LONGEST_NAME
            and iri_of(url).partition("#")[0] != self.document.partition("#")[0]
        )
        self.article = iri_of(url) if url and has_own_name else self.item("/article")

    def name(self, name: Name, at: str) -> JsonObject:
        """Return a person or an organization as it is named here.

        Its identifier is said to mean the same, and is not the node's own: what is printed here would be said of it
        everywhere.
        """
        found: JsonObject = {"type": _CLASSES.get(name.get("kind", ""), "Agent"), **renamed(name, NAME)}
        if "id" in name:
            found["sameAs"] = [self.iri(name["id"], f"{at}/id")]
        return found

    def names(self, names: Sequence[Name], at: str) -> list[Json]:
        """Return names in their order."""
        return [self.name(one, f"{at}/{number}") for number, one in enumerate(names)]

    def place(self, anchor: Anchor, words: str | None = None) -> JsonObject:
        """Return a place in the article, for *words* that stand there where they are known.

        What no selector can hold stands beside them: half a position, or what is around words that are not known.
        """
        found = selected(anchor, words, self.text)
        place: JsonObject = {"type": "SpecificResource", "hasSource": self.article}
        if found.selectors:
            place["hasSelector"] = cast("Json", found.selectors)
        return {**place, **{name: cast("JsonObject", anchor)[name] for name in found.unheld}}


def renamed(members: object, keys: Mapping[str, str]) -> JsonObject:
    """Return those members of an object that only change their names."""
    held = cast("JsonObject", members or {})
    return {
        key: _whole(held[member]) for member, key in keys.items() if held.get(member) not in (None, [], {})
    }


def _whole(value: Json) -> Json:
    """Return JSON's ``12.0`` as 12: in linked data they are numbers of two types."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def worded(words: str, language: str | None) -> Json:
    """Return words with the tag of their language, where it is known."""
    return {"@value": words, "@language": language} if language else words


def licensed(members: Mapping[str, object]) -> JsonObject:
    """Return a licence: its address at SPDX, or the expression where there are several or one that SPDX does not list."""
    expression = members.get("license")
    if not isinstance(expression, str):
        return {}
    iri = license_iri(expression)
    return {"licenseExpression": expression} if iri is None else {"license": iri}


def dated(members: Mapping[str, object], key: str) -> JsonObject:
    """Return a date for readers who know no EDTF, under *key*, where it is a plain day, month or year."""
    date = members.get("date")
    plain = parts(date) if isinstance(date, str) else None
    is_plain = plain and not plain.doubt and not plain.season and not plain.year.startswith("-")
    return {key: cast("str", date)} if is_plain else {}


def reasons(members: Mapping[str, object]) -> JsonObject:
    """Return which values were concluded, and why."""
    inferred = members.get("inferred")
    if not isinstance(inferred, dict) or not inferred:
        return {}
    return {
        "inferred": [
            {"type": "Inference", "member": member, "reason": reason} for member, reason in inferred.items()
        ]
    }


def located(members: Mapping[str, object]) -> JsonObject:
    """Return a place in a source: each label is a term of Pincite's own, ``pincite:page``."""
    locator = members.get("locator")
    if not isinstance(locator, dict) or not locator:
        return {}
    return {"locator": {"type": "Locator", **{f"pincite:{label}": value for label, value in locator.items()}}}
