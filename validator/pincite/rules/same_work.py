"""When two sources of one document describe one work."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pincite.rules.spellings import house, person, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.model.document import Document
    from pincite.model.format import Name, Source

OWN = frozenset({"id", "inferred"})
"""Members that belong to the entry, not to the work."""
_OF_THE_READER = OWN | {"note", "accessed", "copies", "date_text", "title_supplied", "genre", "medium"}
"""Members that may differ between two descriptions of one work."""
_IN_WORDS = frozenset(
    {"title", "platform", "place", "publisher_place", "number", "volume", "issue", "edition"}
)
_ARTICLES = ("the ", "a ", "an ", "der ", "die ", "das ", "le ", "la ", "les ", "el ", "los ", "las ")
_TELLING = frozenset({"volume", "issue", "number", "edition", "container"})
"""Members that tell two things of one title and one identifier apart."""
KEPT_UP = frozenset({"series", "periodical", "collection", "file"})
"""Types that go on for years: one title is one work whatever date a citation gives."""


@lru_cache(maxsize=1)
def any_of_one_date(document: Document) -> bool:
    """Return whether two sources are of one type and may be of one date.

    Without such a pair no two sources describe one work, whatever their titles; kept, because several rules ask.
    """
    dates: dict[str, set[str]] = {}
    for _, source in document.sources:
        kind, date = source["type"], source.get("date", "")
        known = dates.setdefault(kind, set())
        if known and (date in known or not date or "" in known or kind in KEPT_UP):
            return True
        known.add(date)
    return False


def short_title(source: Source) -> str:
    """Return the title of a source for comparison: without accents, case, punctuation and a leading article."""
    return _without_article(plain(source.get("title", "")))


def identical(one: Source, other: Source) -> bool:
    """Return whether two sources have the same members with the same values, apart from their ids."""
    return _bare(one) == _bare(other)


def only_respelt(one: Source, other: Source) -> bool:
    """Return whether two sources say equally much of a work and differ in the spelling of its publisher."""
    return (
        one.get("publisher") != other.get("publisher")
        and one.keys() - _OF_THE_READER == other.keys() - _OF_THE_READER
    )


def compatible(one: Source, other: Source) -> bool:
    """Return whether nothing that both sources say of the work differs."""
    mine, its = _bare(one), _bare(other)
    return all(key in _OF_THE_READER or _agree(key, mine[key], its[key]) for key in mine.keys() & its.keys())


def same_entry(one: Source, other: Source, *, dated: bool) -> bool:
    """Return whether two sources with one identifier are one thing: neither title nor number nor edition differs.

    With *dated*, their dates do not differ either.
    """
    mine, its = _bare(one), _bare(other)
    if one["type"] != other["type"]:
        return False
    if "title" in one and "title" in other and short_title(one) != short_title(other):
        return False
    telling = _TELLING | {"date"} if dated else _TELLING
    return all(mine.get(key) == its.get(key) for key in telling)


def _without_article(title: str) -> str:
    return next((title[len(one) :] for one in _ARTICLES if title.startswith(one)), title)


def _bare(source: Source) -> dict[str, Any]:
    return {key: value for key, value in source.items() if key not in OWN}


def _agree(key: str, mine: Any, its: Any) -> bool:  # noqa: ANN401 - the value of any member
    if mine == its:
        return True
    if key == "publisher":
        return house(mine) == house(its)
    if key in _IN_WORDS:
        return _without_article(plain(mine)) == _without_article(plain(its))
    if key in {"authors", "recipients", "editors", "translators"}:
        return same_people(mine, its)
    if key in {"container", "archive"}:
        return _no_conflict(mine, its)
    return False


def _no_conflict(mine: Mapping[str, Any], its: Mapping[str, Any]) -> bool:
    return all(key in OWN or mine[key] == its[key] for key in mine.keys() & its.keys())


def same_people(one: Sequence[Name], other: Sequence[Name]) -> bool:
    """Return whether two lists name the same people in the same order, one perhaps with initials only."""
    return len(one) == len(other) and all(map(_same_person, one, other))


def _same_person(one: Name, other: Name) -> bool:
    if one.get("id") != other.get("id") and "id" in one and "id" in other:
        return False
    if plain(one.get("literal", "")) == plain(other.get("literal", "")) != "":
        return True
    mine, its = person(one), person(other)
    if mine is None or its is None or (mine.family, mine.suffix) != (its.family, its.suffix):
        return False
    return mine.given == its.given or (
        mine.given[0] == its.given[0] and 1 in {len(mine.given), len(its.given)}
    )
