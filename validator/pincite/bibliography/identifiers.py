"""Identifiers, addresses and languages as other programs write them, in any format."""

from __future__ import annotations

import re
from typing import NamedTuple

from pincite.bibliography.languages import TAGS
from pincite.bibliography.shapes import is_shaped

CALLED = {
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "address with http:// or the like",
    "language": "language with a name or tag that is known here",
}
"""Members that are identifiers, and what one is called behind "it is no …"."""

_SEVERAL = frozenset({"isbn", "issn"})
_DOI_BEFORE = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_DIVIDING = re.compile(r"[\s;,/()]+")
_SPACES = re.compile(r"[\s–-]")


class Identified(NamedTuple):
    """The identifiers in a text, as the schema has them, and whether it says anything besides the first."""

    values: tuple[str, ...] = ()
    has_more: bool = False

    @property
    def first(self) -> str:
        """Return the first of them, empty where there is none."""
        return self.values[0] if self.values else ""


def identified(member: str, text: str) -> Identified:
    """Return what a text says for a member of ``CALLED``; of ISBNs and ISSNs several may stand in it, with words between."""
    whole = _plain(member, text.strip())
    if is_shaped(member, whole):
        return Identified((whole,))
    words = [one for one in _DIVIDING.split(text) if one] if member in _SEVERAL else []
    found = (_plain(member, one) for one in words)
    return Identified(tuple(one for one in found if is_shaped(member, one)), len(words) > 1)


def _plain(member: str, text: str) -> str:
    """Return a text as the schema would have it if it were one for the member."""
    if member == "doi":
        before = _DOI_BEFORE.match(text)
        return text[before.end() :] if before else text
    if member == "isbn":
        return _SPACES.sub("-", text).upper()
    if member == "issn":
        digits = _SPACES.sub("", text).upper()
        return f"{digits[:4]}-{digits[4:]}"
    if member == "language":
        return TAGS.get(text.lower(), text.replace("_", "-"))
    return text
