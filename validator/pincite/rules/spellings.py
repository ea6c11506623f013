"""When two spellings are likely of one thing: houses and other bodies, people."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pincite.model.format import Name

_NOT_A_WORD = re.compile(r"[\W_]+")
_HOUSE_WORDS = frozenset(
    {"press", "publisher", "publishers", "verlag", "ltd", "limited", "inc", "co", "company", "gmbh"}
)
"""What a publisher's name is printed with or without."""
_TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "lord",
        "lady",
        "captain",
        "colonel",
        "general",
    }
    | {"count", "countess", "baron", "king", "queen", "saint", "st", "father", "brother", "sister", "the"}
)
_LENGTH_FOR_ONE = 6
_LENGTH_FOR_TWO = 10
"""How long family names must be for one or two differing letters to be a slip rather than another name."""
_LONGEST = 16


class Person(NamedTuple):
    """A person's name as it is compared: ``printed`` is shown, the rest decides; ``whole`` is given and family name."""

    printed: str
    given: str
    family: str
    suffix: str
    id: str
    whole: str


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return *text* without accents, case and punctuation, ``&`` as a word."""
    if text.isascii() and text.replace(" ", "").isalnum():
        return " ".join(text.lower().split())  # there is nothing but letters, digits and spaces
    letters = unicodedata.normalize("NFKD", text.replace("&", " and "))
    bare = "".join([letter for letter in letters if not unicodedata.combining(letter)])
    return _NOT_A_WORD.sub(" ", bare.casefold()).strip()


@lru_cache(maxsize=4096)
def house(publisher: str) -> str:
    """Return the part of a publisher's name that all its spellings share."""
    words = plain(publisher).removeprefix("the ").split()
    while len(words) > 1 and words[-1] in _HOUSE_WORDS:
        words.pop()
    return " ".join(words)


def person(name: Name) -> Person | None:
    """Return the name for comparison, None where it has no given name to tell brothers apart."""
    given, family = name.get("given"), name.get("family")
    if not given or not family:
        family, comma, given = name.get("literal", "").partition(", ")
        if not comma:
            given, _, family = family.rpartition(" ")
    return _person(given, family, name.get("suffix", ""), name.get("id", ""))


@lru_cache(maxsize=4096)
def _person(given: str, family: str, suffix: str, name_id: str) -> Person | None:
    first, last = plain(given), plain(family)
    if not first or not last:
        return None
    return Person(f"{given} {family}", first, last, plain(suffix), name_id, f"{first} {last}")


def layout(printed: str) -> str:
    """Return a name without dots and spaces: "J.R." and "J. R." are no different spellings."""
    return printed.replace(".", "").replace(" ", "")


def traces(one: Person) -> set[tuple[str, str, str]]:
    """Return keys of which two people alike have at least one in common."""
    family = one.family[:_LONGEST]
    found = {family}
    for letters in range(1, _slips(one) + 1):
        for kept in combinations(range(len(family)), len(family) - letters):
            found.add("".join(family[index] for index in kept))
    return {("", one.suffix, one.whole), *((one.given, one.suffix, trace) for trace in found)}


def alike(one: Person, other: Person) -> bool:
    """Return whether two names, with a trace in common, are likely one person spelt in two ways."""
    if (one.id and other.id and one.id != other.id) or layout(one.printed) == layout(other.printed):
        return False
    if one.given != other.given:
        return one.whole == other.whole  # split at another place
    slips = min(_slips(one), _slips(other))
    if len(set(one.family) ^ set(other.family)) > 2 * slips:
        return False  # a slip puts in one letter and takes out another at the most
    return letters_between(one.family, other.family) <= slips


def _slips(one: Person) -> int:
    length = len(one.family)
    if length < _LENGTH_FOR_ONE or len(one.given) == 1 or one.given in _TITLES:
        return 0
    return 1 if length < _LENGTH_FOR_TWO else 2


def letters_between(one: str, other: str) -> int:
    """Return how many letters must be put in, left out or changed to get from one word to the other."""
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, against in enumerate(other, 1):
            line.append(min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != against)))
        above = line
    return above[-1]
