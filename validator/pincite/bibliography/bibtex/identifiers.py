"""Identifiers, addresses and languages as other programs write them."""

from __future__ import annotations

import re

from pincite.bibliography.bibtex.unescaping import address, plain
from pincite.bibliography.bibtex.words import TAGS
from pincite.bibliography.shapes import is_shaped

FIELDS = {"doi": "DOI", "url": "address with http:// or the like", "isbn": "ISBN", "issn": "ISSN"}
"""Fields that hold one, which are called as the members are, and what it is."""
_DOI_BEFORE = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_SEVERAL = re.compile(r"[\s,;]+")
_LONGEST_CODE = 3
_HOW_URL = re.compile(r"\\(?:url|path)\s*\{([^{}]*)\}")
_ARXIV = re.compile(
    r"(?:arXiv:)?((?:[a-z.-]{1,20}/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(?:v[0-9]{1,3})?)", re.IGNORECASE
)


def identified(field: str, value: str) -> tuple[str, str]:
    """Return what a field identifies, empty where it is none, and what to say of what is passed over."""
    if field in {"isbn", "issn"}:
        first, *more = _SEVERAL.split(plain(value).upper())
    else:
        first, more = _DOI_BEFORE.sub("", address(value), count=1) if field == "doi" else address(value), []
    if not is_shaped(field, first):
        return "", f"it is no {FIELDS[field]}" if first else ""
    return first, f"of more than one {FIELDS[field]} the first counts" if more else ""


def language_of(said: str) -> str:
    """Return the tag of a language that is called as babel calls it, or by a tag; empty where it is neither."""
    tag = TAGS.get(said.lower(), said)
    is_tag = tag != said or len(tag.split("-")[0]) <= _LONGEST_CODE
    return tag if is_tag and is_shaped("language", tag) else ""


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
