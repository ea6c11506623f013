"""Scripture and classical works, cited by their own divisions: "Ruth 2:14", "Homer, Od. 11.23"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.description import Description
from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.citation.places import DASH, plain_dashes
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

_LONGEST = 120
"""Code points of the longest citation that is only a work and a place in it."""
_CLASSICAL = re.compile(
    rf"(?P<who>[{CAPITAL}][\w’'-]+(?:\s[{CAPITAL}][\w’'-]+)?),?\s(?P<title>(?:[{CAPITAL}][^\W\d_{CAPITAL}]{{0,8}}\.\s?){{1,3}})"
    rf"(?P<place>[0-9IVX]+(?:\.[0-9]+)+[a-e]?(?:{DASH}[0-9.]+)?|[0-9]{{1,4}}[a-e](?:{DASH}[0-9]*[a-e])?)"
)
"""Author, shortened title, and numbers with full stops or a page's letter between: "Plato, Rep. 514a"."""


def scripture(text: str, lexicon: Lexicon) -> tuple[Description, dict[str, str]] | None:
    """Return the work and the place in it if *text* is nothing but a place in scripture or a classical work."""
    if len(text) > _LONGEST or not any(sign.isdigit() for sign in text):
        return None
    found = _verses(lexicon).fullmatch(text)
    if found is not None:
        place = {"chapter": found["chapter"], "verse": re.sub(r"\s*[-–—]\s*", "-", found["verse"])}
        return Description(type="book", title=found["book"], inferred={"type": "a book of the Bible"}), place
    found = _CLASSICAL.fullmatch(text)
    if found is None:
        return None
    work = Description(type="book", authors=[found["who"]], title=found["title"].strip())
    work.inferred["type"] = "an author and a shortened title before a work's own numbers"
    work.locator_reason = "numbers behind a shortened title"
    return work, {"section": plain_dashes(found["place"])}


@lru_cache(maxsize=16)
def _verses(lexicon: Lexicon) -> re.Pattern[str]:
    verse = rf"[0-9]{{1,3}}[a-c]?(?:{DASH}[0-9]{{1,3}}[a-c]?)?(?:\s?f{{1,2}}\.?)?"
    return re.compile(
        rf"(?P<book>(?i:{any_of(lexicon.words('scripture'))})\.?)\s?(?P<chapter>[0-9]{{1,3}})\s?[:.,]\s?(?P<verse>{verse}(?:[.,]\s?{verse})*)"
    )
