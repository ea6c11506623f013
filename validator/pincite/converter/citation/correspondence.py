"""Who wrote to whom: "A to B", "From A", "telegram from A to B", in the words of each language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.classify import is_organization, is_person
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

_LONGEST_OFFICE = 7
"""Words of the longest office, its seat included."""


@dataclass(frozen=True)
class Correspondence:
    """Sender and recipient as printed; None for the one that is not named."""

    sender: str | None
    recipient: str | None


def correspondence(text: str, lexicon: Lexicon) -> Correspondence | None:
    """Return who *text* says wrote to whom if it says nothing else, as "A to B" or "From A"."""
    both = _pair(lexicon).fullmatch(text)
    if (
        both
        and (
            _is_name(both["sender"], lexicon)
            or (both["sender"][:1].isupper() and _is_office(both["sender"], lexicon))
        )
        and _is_recipient(both["recipient"], both["sender"], lexicon)
    ):
        return Correspondence(both["sender"], both["recipient"])
    one = _sender(lexicon).fullmatch(text)
    if one and is_person(one["sender"], lexicon):
        return Correspondence(one["sender"], None)
    return None


def named_in_title(title: str, lexicon: Lexicon) -> Correspondence | None:
    """Return who a title such as "Telegram from A to B" names at its end."""
    found = _inside(lexicon).search(title)
    if found is None:
        return None
    sender, recipient = found["sender"], found["recipient"]
    if (sender and not _is_name(sender, lexicon)) or (recipient and not _is_name(recipient, lexicon)):
        return None
    return Correspondence(sender, recipient)


def _is_recipient(text: str, sender: str, lexicon: Lexicon) -> bool:
    """Return whether *text* can name a recipient; an office with its article only beside a full sender's name."""
    words = text.split()
    if words[0].lower() in lexicon.articles:  # "to the Astronomical Section"
        office = len(words) > 1 and words[1][:1].isupper() and len(words) <= 7  # noqa: PLR2004 - no clause
        return office and (is_person(sender, lexicon) or _is_office(sender, lexicon))
    return _is_name(text, lexicon) or (_is_office(sender, lexicon) and _is_office(text, lexicon))


def _is_office(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* is an office, with or without its article and seat: "Le préfet du Golfe"."""
    words = text.split()
    if words and words[0].lower() in lexicon.articles:
        words = words[1:]
    head = " ".join(words[:2])  # "Harbour Master"
    return 1 <= len(words) <= _LONGEST_OFFICE and text[:1].isalpha() and lexicon.has("offices", head)


def _is_name(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* can name a correspondent: beside "to", a surname or an office is enough."""
    words = text.split()
    if is_person(text, lexicon) or is_person(text.title(), lexicon):
        return True
    if is_organization(text, lexicon):
        return text[:1].isupper()
    return len(words) <= 2 and all(word[:1].isupper() for word in words)  # noqa: PLR2004 - "Polk to Lansing"


@lru_cache(maxsize=16)
def _pair(lexicon: Lexicon) -> re.Pattern[str]:
    to, sender = _words(lexicon, "to"), _words(lexicon, "from")
    return re.compile(
        rf"(?:{sender}\s+)?(?P<sender>[^\W\d].*?)\s+{to}\s+(?P<recipient>[^\W\d].*)", re.IGNORECASE
    )


@lru_cache(maxsize=16)
def _sender(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{_words(lexicon, 'from')}\s+(?P<sender>[^\W\d].*)", re.IGNORECASE)


@lru_cache(maxsize=16)
def _inside(lexicon: Lexicon) -> re.Pattern[str]:
    to, sender = _words(lexicon, "to"), _words(lexicon, "from")
    return re.compile(
        rf"\s(?:{sender}\s+(?P<sender>[^\W\d][^,:;]*?))?(?:\s?\b{to}\s+(?P<recipient>[^\W\d][^,:;]*))?$",
        re.IGNORECASE,
    )


def _words(lexicon: Lexicon, side: str) -> str:
    return any_of(word for one in lexicon.languages for word in one.correspondents[side])
