"""Names in JATS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.xml_text.elements import Element
from pincite.model.names import put_together

if TYPE_CHECKING:
    from pincite.model.format import Name


def name(name_: Name) -> Element:
    """Return a name: that of an organization, or of a person as printed and analysed.

    JATS has the particle ("van") in front of the family name, in one element with it.
    """
    literal, parts = name_.get("literal", ""), put_together(name_)
    if name_.get("kind") == "organization":
        return Element("collab", None, literal or parts)
    analysed = _analysed(name_) if name_.get("family") or name_.get("given") else None
    if analysed is None:
        spoken = [Element("string-name", _use(name_), one) for one in dict.fromkeys((literal, parts)) if one]
        return Element("name-alternatives", None, *spoken) if spoken else Element("string-name", _use(name_))
    if literal in {"", parts}:
        return analysed
    return Element("name-alternatives", None, analysed, Element("string-name", None, literal))


def _analysed(name_: Name) -> Element:
    surname = " ".join(one for one in (name_.get("particle"), name_.get("family")) if one)
    return Element(
        "name",
        _use(name_),
        Element("surname", None, surname) if surname else None,
        Element("given-names", None, name_["given"]) if name_.get("given") else None,
        Element("prefix", None, name_["title"]) if name_.get("title") else None,
        Element("suffix", None, name_["suffix"]) if name_.get("suffix") else None,
    )


def _use(name_: Name) -> dict[str, str] | None:
    """Return the attribute that says a name is stated to be a person's; JATS itself takes every name for one."""
    return {"specific-use": "person"} if name_.get("kind") == "person" else None
