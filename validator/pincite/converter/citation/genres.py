"""Words that say what kind of thing a source is: "PhD thesis", "radio broadcast", "Treaty of …"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.languages import any_of, as_listed

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_LONGEST_GENRE = 5
"""Words of the longest part that only names a kind."""
_DEGREE = re.compile(rf"(?:[{CAPITAL}][^\W\d_]?\.?){{2,4}}")
"""A degree beside "thesis": "PhD", "M.A."."""
_SCALE = re.compile(r"1\s?:\s?[0-9]{1,3}(?:[ \xa0,.’'][0-9]{3}){1,2}|1\s?:\s?[0-9]{4,7}")


def genre_of(part: str, lexicon: Lexicon) -> str | None:
    """Return the source type of a part that names a kind of thing and nothing else ("unpublished MA thesis")."""
    words = part.split()
    if not words or len(words) > _LONGEST_GENRE or any(sign.isdigit() for sign in part.lstrip("0123456789")):
        return None
    found = _genre(lexicon).search(part)
    if found is None:
        return None
    others = [*part[: found.start()].split(), *part[found.end() :].split()]
    if not all(word[0].islower() or _DEGREE.fullmatch(word) or word[0].isdigit() for word in others):
        return None
    return lexicon.genres[as_listed(found[0])]


def headed_type(title: str, lexicon: Lexicon) -> str | None:
    """Return the source type that the very first word of a title names ("Treaty of Skerrow")."""
    article = lexicon.starts("articles", title)
    found = _head(lexicon).match(title[article.end() :].lstrip() if article else title)
    return lexicon.headed[as_listed(found[0])] if found else None


def read_scale(part: str, described: Description, _: Lexicon) -> bool:
    """Read a map's scale, "1:25,000"."""
    if described.genre is not None or not _SCALE.fullmatch(part):
        return False
    described.genre = part
    if described.type is None:
        described.type = "map"
        described.inferred["type"] = "it has a scale"
    return True


def read_patent(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read a patent's number, "US Patent 123,456"."""
    found = _patent(lexicon).fullmatch(part)
    if found is None or described.number is not None:
        return False
    described.type, described.number = "patent", part
    return True


def read_role(part: str, described: Description, lexicon: Lexicon) -> bool:
    """Read people in a role that has no member of its own, "produced by Adam Quist", "foreword by …", as a remark on the source."""
    interviewer = lexicon.starts("interviewers", part)
    role = interviewer or lexicon.starts("roles", part)
    if role is None or not part[role.end() :].lstrip(" :")[:1].isupper():
        return False
    described.remarks.append(part)
    if interviewer:
        described.type = described.type or "interview"
    return True


@lru_cache(maxsize=16)
def _genre(lexicon: Lexicon) -> re.Pattern[str]:
    return lexicon.pattern(lexicon.genres)


@lru_cache(maxsize=16)
def _head(lexicon: Lexicon) -> re.Pattern[str]:
    return lexicon.pattern(lexicon.headed)


@lru_cache(maxsize=16)
def _patent(lexicon: Lexicon) -> re.Pattern[str]:
    word, number = any_of(lexicon.words("patents")), any_of(lexicon.words("number"))
    return re.compile(
        rf"(?:[A-Z][\w.]*\s){{0,3}}{word}\s*(?:{number}\s*)?[A-Z]{{0,2}}\s?[0-9][0-9,./ ]*[0-9](?:\s?[A-Z][0-9]?)?",
        re.IGNORECASE,
    )
