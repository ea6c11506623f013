"""Who wrote to whom: "A to B", "From A", "telegram from A to B", in the words of each language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.classify import is_organization, is_person, is_place, split_names
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
        and not _is_called(both["sender"], lexicon)
        and (
            _is_name(both["sender"], lexicon)
            or (both["sender"][:1].isupper() and _is_office(both["sender"], lexicon))
            or is_the_same(both["sender"], lexicon)
        )
        and _is_recipient(both["recipient"], both["sender"], lexicon)
    ):
        return Correspondence(both["sender"], both["recipient"])
    inward = _into(lexicon).fullmatch(text)
    if inward and is_person(inward["sender"], lexicon) and is_organization(inward["recipient"], lexicon):
        return Correspondence(inward["sender"], inward["recipient"])
    one = _sender(lexicon).fullmatch(text)
    if one and is_person(one["sender"], lexicon):
        return Correspondence(one["sender"], None)
    return None


def in_parts(rest: list[str], lexicon: Lexicon) -> tuple[Correspondence, str | None, slice] | None:
    """Return who wrote to whom, from where, and by which parts: "A", "Paris", "to B".

    An office and its seat are one: "Postmaster, Quarry Hill, to Sir Lionel Frost".
    """
    for at in range(1, len(rest)):
        found = lexicon.pattern(to_words(lexicon)).match(rest[at])
        recipient = rest[at][found.end() :].strip() if found else ""
        if not recipient or not (is_person(recipient, lexicon) or _is_office(recipient, lexicon)):
            continue
        if is_person(rest[at - 1], lexicon) and not (at > 1 and is_place(rest[at - 1], lexicon)):
            return Correspondence(rest[at - 1], recipient), None, slice(at - 1, at + 1)
        sender, place = (rest[at - 2], rest[at - 1]) if at > 1 else (rest[0], None)
        if place is not None and not is_place(place, lexicon):
            continue
        if is_person(sender, lexicon):
            return Correspondence(sender, recipient), place, slice(at - 2, at + 1)
        if _is_office(sender, lexicon):
            seat = f"{sender}, {place}" if place else sender
            return Correspondence(seat, recipient), None, slice(max(at - 2, 0), at + 1)
    return None


def people_named(text: str, lexicon: Lexicon) -> list[str]:
    """Return the persons that "Ada Holm and Peter Lund" names; for anything else *text* alone."""
    names = split_names(text, lexicon)
    return names if len(names) > 1 and all(is_person(name, lexicon) for name in names) else [text]


def is_the_same(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* only says that it is the same person as before."""
    return lexicon.is_one("same_person", text)


def to_words(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words before a recipient, of all the languages."""
    return tuple(word for one in lexicon.languages for word in one.correspondents["to"])


def _is_called(sender: str, lexicon: Lexicon) -> bool:
    """Return whether what stands before "to" is a title's noun, not a name: "A Guide to …", "Farewell to …"."""
    words = sender.lower().split()
    if words[0] in lexicon.words("indefinite_articles"):
        return True
    nouns = lexicon.words("addressed_titles")
    return words[-1] in nouns or words[0] in nouns


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
    if is_the_same(text, lexicon):
        return True
    named = is_person(sender, lexicon) or _is_office(sender, lexicon) or is_organization(sender, lexicon)
    if lexicon.starts("recipient_words", text) and 1 < len(words) <= 4:  # noqa: PLR2004 - "to her elder brother"
        return named
    if words[0].lower() in lexicon.articles:  # "to the Astronomical Section"
        office = len(words) > 1 and words[1][:1].isupper() and len(words) <= 7  # noqa: PLR2004 - no clause
        return office and named
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
    if is_person(text, lexicon) or is_person(text.title(), lexicon) or len(people_named(text, lexicon)) > 1:
        return True
    if is_organization(text, lexicon):
        return text[:1].isupper()
    if words[0].lower() in lexicon.articles:  # "The Road"
        return False
    return len(words) <= 2 and all(word[:1].isupper() for word in words)  # noqa: PLR2004 - "Polk to Lansing"


@lru_cache(maxsize=16)
def _pair(lexicon: Lexicon) -> re.Pattern[str]:
    to, sender = _words(lexicon, "to"), _words(lexicon, "from")
    return re.compile(
        rf"(?:{sender}\s+)?(?P<sender>[^\W\d].*?)\s+{to}\s+(?P<recipient>[^\W\d].*)", re.IGNORECASE
    )


@lru_cache(maxsize=16)
def _into(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of a person who writes to a body with a word that else says where: "в Правление"."""
    words = [word for one in lexicon.languages for word in one.correspondents.get("to_body", [])]
    if not words:
        return re.compile(r"(?!)")
    return re.compile(rf"(?P<sender>[^\W\d].*?)\s+{any_of(words)}\s+(?P<recipient>[^\W\d].*)")


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
