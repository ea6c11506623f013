"""Sources of which little can be demanded: what a converter could not place, and records that bodies keep."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pincite.rules.phrases import languages, phrases_in

if TYPE_CHECKING:
    from pincite.model.document import Document
    from pincite.model.format import Source
    from pincite.model.rule import Severity


def loudness(document: Document, source: Source) -> Severity | None:
    """Return how loud it is that a source leaves a call unanswered; None: as loud as the rule.

    A converter calls what it cannot place a ``document``, and concludes that what has a volume's number is a volume:
    what such a source lacks is a question to the editor and no fault yet.
    """
    placed = source["type"] not in _UNPLACED or (
        source["type"] != "document" and "type" not in source.get("inferred", ())
    )
    return None if placed or not document.is_converted else "info"


_UNPLACED = frozenset({"document", "volume", "collection"})


def is_record(source: Source) -> bool:
    """Return whether a title is that of a record which the body named in it keeps: minutes, a register, an act."""
    return source["type"] in _RECORDS and _holds(source.get("title", ""), "record_titles")


_RECORDS = frozenset({"document", "manuscript", "file", "report", "memorandum", "law"})
"""Types that records have; a book called "Log" is somebody's."""


def is_periodical(source: Source) -> bool:
    """Return whether a source is a journal or newspaper, by its type or, as far as a title tells, by its title."""
    return source["type"] == "periodical" or _holds(source.get("title", ""), "periodical_titles")


def _holds(title: str, group: str) -> bool:
    """Return whether a word of a title is one of the group, of any language, or in German ends in one of it."""
    words = [word.strip(",.:;()") for word in title.lower().replace("’", "'").split()]
    return not _listed(group).isdisjoint(words) or any(word.endswith(_german(group)) for word in words)


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(word for code in languages() for word in phrases_in(code, group))


@cache
def _german(group: str) -> tuple[str, ...]:
    """Return the group's German words, which also end longer ones: Ratsprotokoll, Heimatblätter."""
    return phrases_in("de", group)
