"""How much speaks for a stretch of text being a printed citation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.citation.author_year import author_year
from pincite.converter.citation.classify import is_organization, is_periodical, is_person
from pincite.converter.citation.correspondence import correspondence
from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.description import Description
from pincite.converter.citation.labels import is_locator, read_label
from pincite.converter.citation.law import names_law
from pincite.converter.citation.pieces import QUOTED, levels, parts, parts_around_dates
from pincite.converter.citation.scripture import scripture
from pincite.converter.citation.signposts import without_quoted_in
from pincite.converter.segment.asides import is_aside

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

ENOUGH = 3
"""Points from which on a parenthesis is taken for a citation."""
_LONGEST = 1200
"""Code points of the longest citation."""


def evidence(inner: str, lexicon: Lexicon) -> int:
    """Return how many points speak for *inner*, what stands in a parenthesis or on a line, being a citation.

    A place in a source or a word such as "In:" counts most; a date, several parts, a quoted title, sender and
    recipient add to it. An aside that starts like running text loses points.
    """
    inner = inner.strip()
    if len(inner) < 4 or len(inner) > _LONGEST or "\n\n" in inner:  # noqa: PLR2004 - "(1)", "(IMG)"
        return -9
    if (
        lexicon.starts("same_source", without_quoted_in(inner, lexicon)[0])
        or lexicon.has("work_cited", inner)
        or lexicon.has("place_cited", inner)
    ):
        return ENOUGH
    if is_aside(inner, lexicon):
        return -9
    dates = dates_in(inner, lexicon)
    found = levels(inner, lexicon)
    if len(found) == 1:
        listed = [part for _, part in parts_around_dates(found[0].text, lexicon)]
    else:
        listed = [part for level in found for _, part in parts(level.text)]
    points = 0
    points += 2 * any(is_locator(part.rstrip(". "), lexicon) for part in listed)
    points += 2 * any(level.marked for level in found)
    points += bool(dates) + any(date.has_month for date in dates)
    points += len(listed) >= 3  # noqa: PLR2004 - title, author, date
    points += QUOTED.match(inner) is not None
    alone = not (dates or any(read_label(part.rstrip(". "), Description(), lexicon) for part in listed))
    points += 2 * any(corresponds(part, lexicon, alone=alone) for part in listed)
    points += lexicon.starts("enclosure", inner) is not None or "://" in inner
    if len(dates) == 1 and dates[0].end - dates[0].start >= len(inner) - 2:
        points -= 2  # nothing but a year or a life
    points += any(is_person(part, lexicon) or is_periodical(part, lexicon) for part in listed)
    points += 3 * (
        (author_year(inner, lexicon) or scripture(inner.partition(";")[0].rstrip(), lexicon)) is not None
    )
    points += 3 * names_law(inner, lexicon)
    points += 2 * (re.search(r"\s(?:v|vs)\.?\s(?=[^\W\d_])", inner) is not None)
    if _opens_as_prose(inner, lexicon):
        points -= 2
    return points


def is_nominal(inner: str) -> bool:
    """Return whether a parenthesis names something: it starts with a capital and is no sentence of its own."""
    return not inner[:1].islower() and not re.search(r"[^\W\d_]{3,}[.!?]$", inner)


def reads_as_prose(text: str) -> bool:
    """Return whether most words of a line are in lower case, as in sentences and not in what names a source."""
    words = [word for word in text.split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    return len(words) >= _PROSE_WORDS and small > len(words) * _PROSE_SHARE


_PROSE_WORDS, _PROSE_SHARE = 4, 0.55
"""Words that a sentence has at least, and the share of them in lower case that no citation has."""


def _opens_as_prose(inner: str, lexicon: Lexicon) -> bool:
    """Return whether a parenthesis starts in lower case as an aside does: not with "in", "see" or "van"."""
    if not inner[0].islower():
        return False
    if lexicon.starts("container", inner) or lexicon.starts("see", inner):
        return False
    first = inner.split(maxsplit=1)[0].lower()
    return first not in lexicon.particles


def corresponds(part: str, lexicon: Lexicon, *, alone: bool = False) -> bool:
    """Return whether *part* names a sender and a recipient; where it stands *alone* both must be full names."""
    found = correspondence(part, lexicon)
    if found is None or found.recipient is None:
        return False
    head = part.partition(" ")[0].strip(":,")
    if not alone or found.sender is None or lexicon.kind_of(head) is not None:
        return True
    both = (found.sender, found.recipient)
    return all(is_person(name, lexicon) or is_organization(name, lexicon) for name in both)
