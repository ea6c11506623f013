"""What the nodes of one document share, and the parts that many of them have: names, places, dates, licences, reasons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pincite.export.identity import (
    LONGEST_NAME,
    document_iri,
    iri_of,
    item_iri,
    item_iris,
    license_iri,
    named_origins,
)
from pincite.export.json_ld.words import NAME
from pincite.export.web_annotation.selectors import selected

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.model.carried import Carried
    from pincite.model.format import Anchor, Name
    from pincite.model.json_value import Json, JsonObject

_PLAIN_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_CLASSES = {"person": "Person", "organization": "Organization"}


class Graph:
    """One document on its way into linked data: its names and what to tell."""

    def __init__(self, carried: Carried) -> None:
        self.text, self._losses = carried.text, carried.losses
        self.document = document_iri(carried.data)
        if self.document != carried.data.get("id", self.document):
            self._losses.tell("/id", "changed")
        self._origins = named_origins(carried.origins)
        self._names = item_iris(carried.data, self.document, self._origins)
        url = carried.data["article"].get("url")
        # document and article are two things, even where both have the article's address for a name
        has_own_name = (
            url
            and len(url) <= LONGEST_NAME
            and iri_of(url).partition("#")[0] != self.document.partition("#")[0]
        )
        self.article = iri_of(url) if url and has_own_name else self.item("/article")

    def item(self, name: str) -> str:
        """Return the IRI of an object of the document, or of a catalogue of it."""
        return item_iri(self._origins.get(name, self.document), name)

    def own(self, at: str, name: str) -> str:
        """Return the IRI of the object at *at*, and tell if its id *name* is another's."""
        found = self._names[at]
        if found != self.item(name):
            self._losses.tell(f"{at}/id", "changed")
        return found

    def iri(self, address: str, at: str) -> str:
        """Return an address as an IRI, and tell if it had to be changed."""
        found = iri_of(address)
        if found != address:
            self._losses.tell(at, "changed")
        return found

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
    return {key: date} if isinstance(date, str) and _PLAIN_DATE.fullmatch(date) else {}


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
