"""Types of CSL-JSON in the format's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.bibliography.csl_json.words import ALIASES, BACK, BY_GENRE, GENRES, NARROWER

if TYPE_CHECKING:
    from pincite.model.json_value import Json


class Typed(NamedTuple):
    """A type of ours with the genre that belongs to it, and what to say of what is passed over."""

    type: str
    genre: str
    passed: str = ""


def type_of(value: Json, genre: str, *, contained: bool, numbered: bool) -> Typed:
    """Return our type for one of CSL's; what fits nothing is a document.

    *contained* tells whether the title of a work around is there, *numbered* whether a volume or an issue is.
    """
    theirs = ALIASES.get(value, value) if isinstance(value, str) else None
    by_genre = BY_GENRE.get((str(theirs), genre.lower()))
    if by_genre:
        return _without_default(by_genre, genre)
    if theirs == "periodical" and numbered:
        return Typed("issue", genre)
    if theirs in BACK:
        return _without_default(BACK[theirs], genre)
    if theirs not in NARROWER:
        return Typed("document", genre, "is no type that we know, and the source is a document")
    type_, narrower = NARROWER[theirs]
    if not contained and type_ in {"chapter", "journal_article"}:
        type_ = "document"
    if genre and genre.lower() != narrower:
        return Typed(type_, genre, f"is narrower than '{type_}', and the genre says something else")
    return Typed(type_, narrower)


def _without_default(type_: str, genre: str) -> Typed:
    """Return a type without the genre that writing it adds."""
    return Typed(type_, "" if genre.lower() == GENRES.get(type_) else genre)
