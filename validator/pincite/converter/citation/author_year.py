"""Citations of the form "Holm 1890, 12": an author, a year, a page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.classify import split_names
from pincite.converter.citation.description import Description
from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

NAME_BEFORE_YEAR = "a name before a year"
"""Why the authors are taken for such."""


def author_year(text: str, lexicon: Lexicon) -> tuple[Description, dict[str, str]] | None:
    """Return the work and the place in it that *text* names by author and year, None for any other form.

    Without a page it would be an aside, and is none.
    """
    found = _pattern(lexicon).fullmatch(text)
    if found is None:
        return None
    described = Description(
        type="document",
        authors=split_names(found["who"], lexicon),
        date=found["year"],
        inferred={"authors": NAME_BEFORE_YEAR},
    )
    return described, {"page": found["page"].replace("–", "-")}


@lru_cache(maxsize=16)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    particle, joint = any_of(lexicon.particles), any_of(lexicon.words("conjunctions"))
    name = rf"(?:{particle} ){{0,2}}[{CAPITAL}][\w’'-]+"
    others = any_of(lexicon.words("and_others"))
    pages = any_of(word for word, label in lexicon.locators.items() if label == "page")
    return re.compile(
        rf"(?P<who>{name}(?:(?:, {name})*,? {joint} {name})?)(?:,? {others})?,? (?P<year>[12][0-9]{{3}})[a-z]?"
        rf"(?:: ?|, ?)(?:(?i:{pages}) ?)?(?P<page>[0-9]+(?:[-–][0-9]+)?)",
    )
