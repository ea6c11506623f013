"""Is a part of a citation a person, an organization, a title, a place? Said only where the wording shows it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import CAPITAL
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

NAME_SUFFIX = r"(?:[JS]r|Esq|Ph\.?D|M\.?D)\.?"
"""What stands behind a name with or without a comma: a generation, a degree."""
NAME_NUMBER = r"I{2,3}|IV"
"""The number of a bearer of a name, which never stands behind a comma."""
_SUFFIX = re.compile(rf"{NAME_SUFFIX}|{NAME_NUMBER}", re.IGNORECASE)
ACRONYM = re.compile(rf"[{CAPITAL}]{{2,6}}")
"""Capitals that stand for an organization or an archive ("HMA")."""
ARCHIVE_CODE = re.compile(rf"[{CAPITAL}]{{2,6}}|(?:[{CAPITAL}]{{2}}|St[A-Z])[^\W\d_]{{1,6}}")
"""What can stand for an archive before a shelf mark: capitals, or an abbreviation such as "BArch"."""
_NAME_WORD = re.compile(
    rf"(?:(?:al|el|ad|as|ul)-|d[’'])?[{CAPITAL}][\w'’-]*\.?|[{CAPITAL}]\.(?:-?[{CAPITAL}]\.)*"
)
_PEN_NAME = re.compile(rf"[{CAPITAL}][\w’'-]* \[[^\[\]]+\]")
"""A name of one word with the author's own behind it: "Boz [Charles Dickens]"."""
_INITIAL = re.compile(rf"(?<!\w)[{CAPITAL}]\.")
_LONGEST_NAME = 6
"""Words of the longest personal name, honorific included."""


def is_person(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* has the form of a personal name: two to six capitalised words or initials.

    An honorific makes one word enough ("Lord Reading"). Names of organizations and titles with small words
    in them are none.
    """
    if text.lower() in lexicon.anonymous:
        return True
    if _PEN_NAME.fullmatch(text):
        return is_person(text.partition("[")[2].rstrip("]"), lexicon)
    bare = re.sub(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])$", "", text)
    words = bare.replace(",", " ").split()
    serial = bool(words) and words[0].lower() in lexicon.series_heads  # "Studien zur Hafengeschichte"
    if not words or serial or len(words) > _LONGEST_NAME or any(character.isdigit() for character in bare):
        return False
    if is_organization(bare, lexicon) and not _honoured(words, lexicon):
        return False
    honoured = _honoured(words, lexicon)
    names = 0
    for at, word in enumerate(words):
        plain = word.strip(".").lower()
        if plain in lexicon.honorifics or _SUFFIX.fullmatch(plain):
            continue
        if plain in lexicon.particles and (at > 0 or word[0].islower()) and plain not in lexicon.no_particles:
            continue
        if not _NAME_WORD.fullmatch(word) or (plain in lexicon.title_words and not word.endswith(".")):
            return False
        names += 1
    shouted = len(bare) > 12 and bare.upper() == bare  # noqa: PLR2004 - longer than an acronym: a title in capitals
    return not shouted and names >= (1 if honoured else 2)


def shows_person(text: str, lexicon: Lexicon) -> bool:
    """Return whether an initial or a form of address shows that *text* is a person's name."""
    return _INITIAL.search(text) is not None or _honoured(text.split(), lexicon)


def are_people(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* is one personal name or several joined by "and"; an office may stand among them."""
    first, *others = split_names(text, lexicon) or [""]
    return is_person(first, lexicon) and all(
        is_person(name, lexicon) or _is_office(name, lexicon) for name in others
    )


def _is_office(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* is one capitalised word, with or without its article ("the Churchwardens")."""
    words = text.split()
    if words and words[0].lower() in lexicon.articles:
        words = words[1:]
    return len(words) == 1 and words[0][:1].isupper()


def split_names(text: str, lexicon: Lexicon) -> list[str]:
    """Return the names that "and", "&" or a semicolon joins."""
    return [name.strip(" ,") for name in _joint(lexicon).split(text) if name.strip(" ,")]


@lru_cache(maxsize=16)
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s*;\s*|\s+{any_of(lexicon.words('conjunctions'))}\s+")


def is_organization(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* holds a word that organizations have in their names, or is an acronym."""
    if ACRONYM.fullmatch(text):
        return True
    return lexicon.has("organization_words", text) or lexicon.has("publisher_words", text)


def is_publisher(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* names a publishing house by its very words ("… Press", "Verlag …")."""
    return lexicon.has("publisher_words", text) and any(character.isupper() for character in text)


def is_periodical(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* looks like the name of a newspaper, magazine or journal."""
    words = [word for word in text.split() if word.lower() not in lexicon.title_words]
    return len(words) <= _LONGEST_NAME and lexicon.has("periodical_words", text)


def is_archive(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* names an archive, a library or another keeper of documents."""
    return lexicon.has("archive_words", text) and text[:1].isupper()


def is_title(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* can only be a title: long, in capitals, or with small words inside."""
    words = text.split()
    if not words:
        return False
    if len(words) > _LONGEST_NAME or "?" in text or ": " in text:
        return True
    if len(words) > 1 and text.upper() == text and any(character.isalpha() for character in text):
        return True
    small = {word.lower() for word in words[1:] if word[:1].islower()}
    return bool(small & lexicon.title_words) or words[0].lower() in lexicon.title_words


def is_place(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* can be the name of a place: one to three capitalised words, no digits."""
    words = text.split()
    return (
        1 <= len(words) <= 3  # noqa: PLR2004 - "New York", "Rio de Janeiro"
        and words[0][:1].isupper()
        and all(word[:1].isupper() or word.lower() in lexicon.particles for word in words)
        and not any(character.isdigit() for character in text)
        and not is_organization(text, lexicon)
        and not lexicon.has("work_words", text)
        and words[0].strip(".").lower() not in lexicon.honorifics
    )


def _honoured(words: list[str], lexicon: Lexicon) -> bool:
    return len(words) > 1 and words[0].strip(".").lower() in lexicon.honorifics
