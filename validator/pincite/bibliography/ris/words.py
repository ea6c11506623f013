"""Types of sources in RIS, by the list of 2011 that EndNote and Zotero keep to."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """What RIS calls a type of source: the reference type of ``TY``, and the type of work (``M3``) where TY is coarser."""

    reference: str
    work: str = ""


KINDS = {
    "book": Kind("BOOK"),
    "chapter": Kind("CHAP"),
    "volume": Kind("BOOK", "volume"),
    "series": Kind("SER"),
    "periodical": Kind("JFULL"),
    "issue": Kind("JFULL", "issue"),
    "journal_article": Kind("JOUR"),
    "magazine_article": Kind("MGZN"),
    "news_article": Kind("NEWS"),
    "webpage": Kind("ELEC"),
    "report": Kind("RPRT"),
    "memorandum": Kind("RPRT", "memorandum"),
    "letter": Kind("PCOMM"),
    "telegram": Kind("PCOMM", "telegram"),
    "speech": Kind("SLIDE", "speech"),
    "interview": Kind("PCOMM", "interview"),
    "thesis": Kind("THES"),
    "pamphlet": Kind("PAMP"),
    "manuscript": Kind("MANSCPT"),
    "file": Kind("UNPB", "file"),
    "collection": Kind("UNPB", "collection"),
    "law": Kind("STAT"),
    "case": Kind("CASE"),
    "treaty": Kind("STAT", "treaty"),
    "patent": Kind("PAT"),
    "hearing": Kind("HEAR"),
    "photograph": Kind("ART", "photograph"),
    "film": Kind("VIDEO"),
    "broadcast": Kind("ADVS", "broadcast"),
    "recording": Kind("SOUND"),
    "score": Kind("MUSIC"),
    "map": Kind("MAP"),
    "dataset": Kind("DATA"),
    "document": Kind("GEN"),
}
"""Types of sources to RIS's."""

TYPES = {
    **{kind.reference: type_ for type_, kind in KINDS.items() if not kind.work},
    "SLIDE": "speech",
    "UNPB": "manuscript",
    "UNPD": "manuscript",
    "ABST": "journal_article",
    "EJOUR": "journal_article",
    "INPR": "journal_article",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CLSWK": "book",
    "ANCIENT": "book",
    "ECHAP": "chapter",
    "CONF": "chapter",
    "CPAPER": "chapter",
    "DICT": "chapter",
    "ENCYC": "chapter",
    "BLOG": "webpage",
    "WEB": "webpage",
    "MULTI": "webpage",
    "ICOMM": "letter",
    "GOVDOC": "report",
    "STAND": "report",
    "BILL": "law",
    "UNBILL": "law",
    "LEGAL": "law",
    "MPCT": "film",
    "ADVS": "recording",
    "AGGR": "dataset",
    "DBASE": "dataset",
}
"""RIS's types to those of sources, where the type of work does not tell a finer one."""

WORDS = {
    "ABST": "abstract",
    "EDBOOK": "edited book",
    "CONF": "conference paper",
    "CPAPER": "conference paper",
    "DICT": "dictionary entry",
    "ENCYC": "encyclopedia article",
    "BLOG": "blog post",
    "ICOMM": "internet communication",
    "STAND": "standard",
    "BILL": "bill",
    "UNBILL": "unenacted bill",
    "ADVS": "audiovisual material",
    "AGGR": "aggregated database",
    "DBASE": "database",
    "ART": "art work",
    "CHART": "chart",
    "COMP": "computer program",
    "CTLG": "catalogue",
    "EQUA": "equation",
    "FIGURE": "figure",
    "GRANT": "grant",
    "GRNT": "grant",
}
"""What RIS's types say that those of sources do not; of those that are not among ``TYPES`` a document is made."""

KNOWN = frozenset(TYPES) | frozenset(WORDS)
"""RIS's types."""

FINER = {(kind.reference, kind.work): type_ for type_, kind in KINDS.items() if kind.work}
"""A type of RIS and a type of work, to the type of source that both tell."""

SERIES_FIRST = frozenset(
    {"BOOK", "EBOOK", "EDBOOK", "CLSWK", "RPRT", "GOVDOC", "MAP", "THES", "PAMP", "SER", "COMP"}
)
"""Types whose second title (``T2``) is that of a series, not that of a work around."""

WHOLE = frozenset({"BOOK", "EBOOK", "EDBOOK", "CLSWK", "THES", "SER", "JFULL", "VIDEO", "MPCT"})
"""Types whose ``SP`` says how long they are, not where they stand."""

BOOKS = frozenset({"BOOK", "EBOOK", "EDBOOK", "CLSWK"})
"""Types whose second authors (``A2``) edited the series, and whose third authors edited the book."""

LETTERS = frozenset({"PCOMM", "ICOMM"})
"""Types whose second authors are those they were sent to."""

EDITED = frozenset({"JOUR", "MGZN", "NEWS", "CHAP", "GEN", "PAMP"})
"""Types whose second authors are editors for everyone; ``ED`` is for the other types, known to fewer."""

NOT_EDITED = frozenset(
    {
        "PAT",
        "CASE",
        "STAT",
        "BILL",
        "HEAR",
        "LEGAL",
        "MPCT",
        "VIDEO",
        "ADVS",
        "SOUND",
        "SLIDE",
        "MUSIC",
        "ART",
    }
)
"""Types whose second authors are performers, sponsors, offices: nobody that sources have a member for."""

NUMBERED = frozenset({"RPRT", "GOVDOC", "STAND", "PAT"})
"""Types whose own number stands where others have an ISBN (``SN``)."""

ARTICLES = frozenset({"JOUR", "EJOUR", "ABST", "INPR", "MGZN", "NEWS"})
"""Types whose number (``M1``) is that of an issue."""

PUBLISHED = (
    ARTICLES
    | BOOKS
    | {"CHAP", "ECHAP", "CONF", "CPAPER", "ELEC", "WEB", "BLOG", "RPRT", "THES", "DICT", "ENCYC", "JFULL"}
)
"""Types that are found in databases (``DB``), not kept in archives."""
