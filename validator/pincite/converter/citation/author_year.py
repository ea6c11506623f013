"""Citations of the form "Holm 1890, 12": an author, a year, a page."""

from __future__ import annotations

import re

from pincite.converter.citation.classify import split_names
from pincite.converter.citation.description import Description

_NAME = r"(?:(?:v[ao]n|de|du|della?|di|da)(?: (?:der|den|la|le))? )?[A-ZÀ-Þ][\w’'-]+"
AUTHOR_YEAR = re.compile(
    rf"(?P<who>{_NAME}(?:(?:, {_NAME})*,? (?:and|&|et|und|y) {_NAME}| et al\.)?),? (?P<year>[12][0-9]{{3}})[a-z]?"
    r"(?:(?:: ?|, ?)(?:pp?\. ?|S\. ?|págs?\. ?)?(?P<page>[0-9]+(?:[-–][0-9]+)?))",
)
"""The whole of such a citation; without a page it would be an aside."""


def author_year(text: str) -> tuple[Description, dict[str, str]] | None:
    """Return the work and the place in it that *text* names by author and year, None for any other form."""
    found = AUTHOR_YEAR.fullmatch(text)
    if found is None:
        return None
    described = Description(
        type="document",
        authors=split_names(found["who"].removesuffix(" et al.")),
        date=found["year"],
        inferred={"authors": "a name before a year"},
    )
    return described, {"page": found["page"].replace("–", "-")}
