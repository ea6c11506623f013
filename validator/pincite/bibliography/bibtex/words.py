"""Kinds of sources and names of fields in BibTeX's two dialects."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

ARTICLES = {"journal_article": "", "magazine_article": "magazine", "news_article": "newspaper"}
"""Types of sources that are articles in BibTeX, and biblatex's word for the kind of periodical."""
STANDALONE = frozenset(
    {*ARTICLES, "book", "volume", "series", "periodical", "issue", "webpage", "film", "broadcast", "dataset"}
)
"""Types that keep their entry type whatever they stand in; all others that are printed in a work are parts of a book."""

WITHOUT_NUMBER = frozenset({"book", "mvbook", "incollection"})
"""Entry types whose number is the one in a series, and that styles complain of without a series."""


class Dialect(NamedTuple):
    """What the two dialects have different names for.

    ``entry_types`` has what is not ``misc``, ``publishers`` the entry types that call the publisher otherwise. ``series`` is
    the field for the title around a volume.
    """

    name: str
    entry_types: Mapping[str, str]
    publishers: Mapping[str, str]
    journal: str
    publisher_place: str
    language: str
    series: str
    part: str
    has_edtf: bool


_ARTICLES = dict.fromkeys(ARTICLES, "article")
CLASSIC = Dialect(
    "bibtex",
    {
        **_ARTICLES,
        **dict.fromkeys(("book", "volume", "series"), "book"),
        "chapter": "incollection",
        "report": "techreport",
        "thesis": "phdthesis",
        "pamphlet": "booklet",
        "manuscript": "unpublished",
    },
    {"techreport": "institution", "phdthesis": "school"},
    "journal",
    "address",
    "language",
    "series",
    "note",
    has_edtf=False,
)
BIBLATEX = Dialect(
    "biblatex",
    {
        **_ARTICLES,
        **dict.fromkeys(("book", "volume"), "book"),
        "series": "mvbook",
        "chapter": "incollection",
        "periodical": "periodical",
        "issue": "periodical",
        "webpage": "online",
        "report": "report",
        "thesis": "thesis",
        "pamphlet": "booklet",
        "manuscript": "unpublished",
        **dict.fromkeys(("letter", "telegram"), "letter"),
        "law": "legislation",
        "case": "jurisdiction",
        "treaty": "legal",
        "patent": "patent",
        "photograph": "image",
        "film": "movie",
        "recording": "audio",
        "dataset": "dataset",
    },
    {"report": "institution", "thesis": "institution", "online": "organization"},
    "journaltitle",
    "location",
    "langid",
    "maintitle",
    "addendum",
    has_edtf=True,
)

SOURCE_TYPES = {
    "article": "journal_article",
    "suppperiodical": "journal_article",
    **dict.fromkeys(
        ("book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference"), "book"
    ),
    **dict.fromkeys(("mvreference", "manual"), "book"),
    **dict.fromkeys(("inbook", "bookinbook", "suppbook", "incollection", "suppcollection"), "chapter"),
    **dict.fromkeys(("inproceedings", "conference", "inreference"), "chapter"),
    "booklet": "pamphlet",
    **dict.fromkeys(("online", "electronic", "www", "webpage"), "webpage"),
    "patent": "patent",
    "periodical": "periodical",
    **dict.fromkeys(("report", "techreport"), "report"),
    **dict.fromkeys(("thesis", "phdthesis", "mastersthesis"), "thesis"),
    "unpublished": "manuscript",
    "dataset": "dataset",
    "letter": "letter",
    "legislation": "law",
    "jurisdiction": "case",
    "legal": "treaty",
    **dict.fromkeys(("image", "artwork"), "photograph"),
    **dict.fromkeys(("movie", "video"), "film"),
    **dict.fromkeys(("audio", "music"), "recording"),
    **dict.fromkeys(("misc", "software", "standard", "performance", "review", "commentary"), "document"),
}
"""Entry types to types of sources."""

GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master's thesis",
    "mastersthesis": "Master's thesis",
    "bathesis": "Bachelor's thesis",
    "techreport": "technical report",
    "resreport": "research report",
}
"""Words that biblatex's styles translate, in the field ``type`` or as entry types."""
