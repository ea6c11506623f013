"""Texts that are no articles, but bibliographies without a name that says so."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from pincite.bibliography import BIBLIOGRAPHIES

_SIGNS = {
    "bibtex": ("BibTeX", re.compile(r"(?:\s|%[^\n]*\n)*@[A-Za-z]+\s*[{(]\s*[^\s,{}()=]+\s*[,=]")),
    "ris": ("RIS", re.compile(r"\s*TY  - ")),
    "csl-json": ("CSL-JSON", re.compile(r"\s*\[\s*\{")),
}
"""Formats with what they are called and how files in them begin."""
_LONGEST = 16 * 1024 * 1024
"""Code points of the longest JSON that is looked into."""


class Likely(NamedTuple):
    """A format of bibliographies, what it is called, and what the names of its files end with."""

    format: str
    called: str
    ending: str


def looks_like(text: str) -> Likely | None:
    """Return the format of bibliographies that a text is likely in, None for one that may be an article."""
    text = text.removeprefix("\ufeff")
    for name, (called, begins) in _SIGNS.items():
        if name in BIBLIOGRAPHIES and begins.match(text) and (name != "csl-json" or _is_csl(text)):
            return Likely(name, called, BIBLIOGRAPHIES[name].suffixes[0])
    return None


def _is_csl(text: str) -> bool:
    try:
        data = json.loads(text) if len(text) <= _LONGEST else None
    except (ValueError, RecursionError):
        return False
    return isinstance(data, list) and all(
        isinstance(one, dict) and {"id", "type"} <= one.keys() for one in data
    )
