"""What the title around a source in a bibliography is the title of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pincite.model.format import Source


class Around(NamedTuple):
    """The work around a source that an entry gives the title of.

    ``moved`` are the members that are that work's.
    """

    type: str
    relation: str
    moved: tuple[str, ...] = ()


_PUBLISHED = ("publisher", "publisher_place")
_OF_A_BOOK = ("editors", "volume", "edition", *_PUBLISHED, "isbn", "issn")
_PERIODICAL = Around("periodical", "part_of", ("editors", *_PUBLISHED, "issn"))
_REPORTS = Around("series", "printed_in", ("editors", *_PUBLISHED, "issn"))
_AROUND = {
    "journal_article": _PERIODICAL,
    "magazine_article": _PERIODICAL,
    "news_article": _PERIODICAL,
    "issue": _PERIODICAL,
    "chapter": Around("book", "chapter_of", _OF_A_BOOK),
    "volume": Around("series", "volume_of", ("issn",)),
    "webpage": Around("webpage", "part_of", _PUBLISHED),
    "broadcast": Around("broadcast", "part_of"),
    "recording": Around("recording", "part_of", _PUBLISHED),
    "law": _REPORTS,
    "case": _REPORTS,
}
"""What the title around a source of a type is the title of. A volume's and an issue's numbers stay with what is printed in them, so
that all articles of a journal stand in one."""
_IN_PRINT = Around("book", "printed_in", _OF_A_BOOK)
_IN_ANYTHING = Around("document", "part_of", _OF_A_BOOK)
IN_A_SERIES = frozenset({"book", "volume", "report", "pamphlet", "thesis", "document"})
"""Types of works that are volumes of their series."""


def around_of(source: Source) -> Around:
    """Return what the title around a source is the title of."""
    is_in_print = any(name in source for name in (*_PUBLISHED, "editors", "isbn"))
    return _AROUND.get(source["type"]) or (_IN_PRINT if is_in_print else _IN_ANYTHING)
