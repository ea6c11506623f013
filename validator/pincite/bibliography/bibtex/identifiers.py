"""Identifiers, addresses and languages as other programs write them."""

from __future__ import annotations

import re

from pincite.bibliography.bibtex.unescaping import address, plain
from pincite.bibliography.identifiers import CALLED, identified
from pincite.bibliography.shapes import is_shaped

FIELDS = {
    "doi": "doi",
    "url": "url",
    "isbn": "isbn",
    "issn": "issn",
    "langid": "language",
    "language": "language",
}
"""Fields that hold one, and the members that they are; of two for one member the first counts."""
_HOW_URL = re.compile(r"\\(?:url|path)\s*\{([^{}]*)\}")
_ARXIV = re.compile(
    r"(?:arXiv:)?((?:[a-z.-]{1,20}/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(?:v[0-9]{1,3})?)", re.IGNORECASE
)


def read(field: str, value: str) -> tuple[str, str]:
    """Return what a field identifies, empty where it is none, and what to say of what is passed over."""
    member = FIELDS[field]
    text = address(value) if member in {"doi", "url"} else plain(value)
    found = identified(member, text)
    if not found.first:
        return "", f"it is no {CALLED[member]}" if text else ""
    return found.first, f"of more than one {CALLED[member]} the first counts" if found.has_more else ""


def address_among(latex: str) -> tuple[str, str]:
    """Return the address that stands in a text, and the text without it; the address is empty where there is none."""
    found = _HOW_URL.search(latex)
    url = address(found[1] if found else latex)
    if not is_shaped("url", url):
        return "", latex
    return url, latex.replace(found[0], "") if found else ""


def preprint(number: str) -> str:
    """Return the address of a preprint in arXiv, empty where the number is none of its."""
    found = _ARXIV.fullmatch(number)
    return f"https://arxiv.org/abs/{found[1]}" if found else ""
