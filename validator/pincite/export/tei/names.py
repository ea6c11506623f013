"""Names of people and organizations in TEI."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.export.xml_text.addresses import is_uri
from pincite.export.xml_text.elements import Element

if TYPE_CHECKING:
    from pincite.model.format import Name

_PARTS = {
    "title": "roleName",
    "given": "forename",
    "particle": "nameLink",
    "family": "surname",
    "suffix": "genName",
}
_KINDS = {"person": "persName", "organization": "orgName"}


def names(name: Name) -> list[Element]:
    """Return a name: as printed with its parts marked, or, where they are not in it, its parts in an element besides."""
    tag = _KINDS.get(name.get("kind", ""), "name")
    parts = {member: str(name[member]) for member in _PARTS if name.get(member)}  # type: ignore[literal-required]
    literal = name.get("literal", "")
    id_ = name.get("id", "")
    attributes = {"ref" if is_uri(id_) else "key": id_}
    found = _marked(literal, parts)
    if found is not None:
        return [Element(tag, attributes, *found)]
    analysed: list[Element | str] = []
    for member, words in parts.items():
        analysed += [*([" "] if analysed else []), Element(_PARTS[member], None, words)]
    if not literal:
        return [Element(tag, attributes, *analysed)]
    return [Element(tag, attributes, literal), Element(tag, {"type": "analysis"}, *analysed)]


def _marked(literal: str, parts: dict[str, str]) -> list[Element | str] | None:
    """Return the printed name with its parts as elements, None where one of them is not in it."""
    if not literal:
        return None
    spans: list[tuple[int, int, str]] = []
    for member in sorted(parts, key=lambda one: -len(parts[one])):
        places = re.finditer(rf"(?<!\w){re.escape(parts[member])}(?!\w)", literal)
        free = (one.span() for one in places if all(one.end() <= a or one.start() >= b for a, b, _ in spans))
        place = next(free, None)
        if place is None:
            return None
        spans.append((*place, member))
    found: list[Element | str] = []
    at = 0
    for start, end, member in sorted(spans):
        found += [literal[at:start], Element(_PARTS[member], None, literal[start:end])]
        at = end
    return [one for one in [*found, literal[at:]] if one]
