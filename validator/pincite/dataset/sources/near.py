"""Which sources may be one though the rule does not say so: they are told, and never merged.

Two sources may be one where they share a DOI or ISBN; where their authors have the same family names, their dates agree as far
as they go, and their titles are the same but for a subtitle, an article, accents or marks; or where the same people wrote
both in the same year, and their titles begin alike and are a letter or two apart. They are not where both say something that tells them
apart: two volumes, two editions, two containers, two subtitles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from pincite.dataset.sources.contrasts import are_apart, differences
from pincite.dataset.sources.identifiers import doi_of, isbn_13
from pincite.dataset.sources.kinds import IN_ISBN
from pincite.dataset.sources.words import folded
from pincite.model.nearness import slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from pincite.model.format import Name, Source

    Ground = Literal["identifier", "title", "slips"]

_SUBTITLE = re.compile(r"\s*[:;]\s+|\s+[-–—/]+\s+")
_ARTICLES = frozenset(
    {"a", "an", "the", "der", "die", "das", "ein", "eine", "le", "la", "les", "l", "un", "une", "el", "los", "las", "il", "lo"}
)  # fmt: skip
_AND = frozenset({"and", "und", "et", "y", "e"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq"})
_ACCENTS = re.compile("[\u0300-\u036f]")
_YEAR = re.compile(r"[0-9]{4}(?![0-9])")
_DIGITS = re.compile(r"[0-9]+")
_SHORT, _LONG = 7, 14
"""Letters of a title from which on one slip is believed, and two."""
_BEGINNING = 2
"""Letters with which titles have to begin alike to be looked at for slips: the rest of them is shared by too many."""
_MOST_LETTERS = 4
"""Letters that are in one of two titles alone, with two slips between these."""


def near_keys(source: Source) -> Iterator[str]:
    """Yield what sources have in common that may be one; each begins with the ground, and has no tab in it."""
    doi = doi_of(source)
    if doi is not None:
        yield f"identifier DOI {doi}"
    if "isbn" in source and source["type"] in IN_ISBN:
        yield f"identifier ISBN {isbn_13(source['isbn'])}"
    title = Title.of(source.get("title", ""))
    who = families(source.get("authors"))
    if title.main and (who or len(folded(source.get("title", "")).split()) > 1):
        yield f"title {title.main} {who}"
    year = _YEAR.match(source.get("date", ""))
    if who and year is not None and len(title.whole) >= _SHORT:
        yield f"slips {year[0]} {title.whole[:_BEGINNING]} {who}"


class Title(NamedTuple):
    """A title as near ones are compared: its letters in one word, up to the subtitle, behind it, and all of them."""

    main: str
    rest: str
    whole: str

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, title: str) -> Title:
        """Return a title without accents, articles at its beginning, and the word "and"."""
        main, *rest = _SUBTITLE.split(title, maxsplit=1)
        first, second = _letters(main), _letters(" ".join(rest))
        return cls(first, second, first + second)


def _letters(text: str) -> str:
    words = folded(text if text.isascii() else _ACCENTS.sub("", normalize("NFD", text))).split()
    if len(words) > 1 and words[0] in _ARTICLES:
        del words[0]
    return "".join(word for word in words if word not in _AND) or "".join(words)


def families(names: Sequence[Name] | None) -> str:
    """Return the family names of people in the order of the alphabet; of a name that is in no parts the part that may be it."""
    return "+".join(sorted(filter(None, map(_family, names or ()))))


def _family(name: Name) -> str:
    family = name.get("family")
    if family:
        return _letters(family)
    literal = name.get("literal", "")
    head, comma, _ = literal.partition(",")
    words = folded(literal if name.get("kind") == "organization" else head).split()
    if not comma and len(words) > 1 and words[-1] in _SUFFIXES:
        del words[-1]
    if name.get("kind") == "organization" or comma:
        return _letters(" ".join(words))
    return _letters(words[-1]) if words else ""


def ground(near_key: str) -> Ground:
    """Return the ground that a near key begins with."""
    return near_key.partition(" ")[0]  # type: ignore[return-value]  # as they are made


@dataclass(frozen=True, eq=False)
class Candidate:
    """A source by its key in the dataset, as its fullest description has it."""

    key: str
    source: Source

    @cached_property
    def title(self) -> Title:
        """Return the title as near ones are compared."""
        return Title.of(self.source.get("title", ""))

    @cached_property
    def letters(self) -> frozenset[str]:
        """Return the letters of the title."""
        return frozenset(self.title.whole)

    @cached_property
    def identifiers(self) -> frozenset[str]:
        """Return the near keys that are identifiers."""
        return frozenset(key for key in near_keys(self.source) if ground(key) == "identifier")


def may_be_one(one: Candidate, other: Candidate, on: Ground) -> bool:
    """Return whether two sources that share a near key may be one, and no earlier ground says so."""
    first, second = one.source, other.source
    if on == "slips" and (
        len(one.letters ^ other.letters) > _MOST_LETTERS or not _differ_by_slips(one, other)
    ):
        return False
    if _held_in(one, other) or _held_in(other, one):
        return False
    if not one.identifiers.isdisjoint(other.identifiers):
        return on == "identifier" and (first["type"] != second["type"] or not are_apart(first, second))
    if on == "identifier" or are_apart(first, second):
        return False
    title, other_title = one.title, other.title
    if on == "slips":
        return title.main != other_title.main
    has_both = bool(title.rest and other_title.rest)
    return not has_both or _are_slips(title.rest, other_title.rest)


def _differ_by_slips(one: Candidate, other: Candidate) -> bool:
    return _are_slips(one.title.whole, other.title.whole)


def differing(one: Candidate, other: Candidate) -> str:
    """Return in what two sources differ, in words."""
    return differences(one.source, other.source)


def _held_in(one: Candidate, other: Candidate) -> bool:
    return one.source.get("container", {}).get("source") == other.key


def _are_slips(one: str, other: str) -> bool:
    """Return whether two texts are a letter or two apart; other digits are no slip."""
    shorter = min(len(one), len(other))
    most = 0 if shorter < _SHORT else 1 if shorter < _LONG else 2
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return False
    return slips(one, other, most) <= most and _DIGITS.findall(one) == _DIGITS.findall(other)
