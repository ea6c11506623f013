"""What BibTeX's two dialects cannot hold of a document."""

from pincite.bibliography.losses import NO_BIBLIOGRAPHY, SECOND_SOURCE
from pincite.model.losses import Declared

_OWN = "no field has a place for it; it stands in fields whose names begin with 'pincite-'"
_ASIDE = "no field gives it back exactly; it stands in fields whose names begin with 'pincite-'"
_UNKNOWN = "this version of Pincite knows no such member"

ASIDE = (
    "title_supplied",
    "recipients",
    "date_text",
    "received",
    "coverage",
    "medium",
    "platform",
    "textual_status",
    "copies",
    "inferred",
)
"""Members that no field of BibTeX's or biblatex's is for."""
_PARTS = (
    "/sources/*/container/relation",
    "/sources/*/container/number",
    "/sources/*/container/inferred",
    *(
        f"/sources/*/{names}/*/{part}"
        for names in ("authors", "editors", "translators")
        for part in ("title", "id")
    ),
)

_BOTH: tuple[Declared, ...] = (
    *NO_BIBLIOGRAPHY,
    SECOND_SOURCE,
    Declared(
        "/sources/*/type",
        "set aside",
        "the type of the entry is wider; the source's own stands in 'pincite-type'",
        "where several types have one type of entry",
    ),
    *(Declared(f"/sources/*/{name}", "set aside", _OWN) for name in ASIDE),
    *(Declared(at, "set aside", _OWN) for at in _PARTS),
    Declared(
        "/sources/*/archive",
        "set aside",
        "it is one text in 'howpublished', 'note' or 'library', with its address in 'url' where no other is; "
        "the parts stand in fields whose names begin with 'pincite-'",
    ),
)
_CASES: tuple[Declared, ...] = tuple(
    one
    for at in ("/sources/*/*", "/sources/*/*/*", "/sources/*/*/*/*")
    for one in (
        Declared(at, "set aside", _ASIDE, "where other programs read less or something else"),
        Declared(at, "left out", _UNKNOWN, "where it is no member of Pincite's format"),
    )
)

CLASSIC: tuple[Declared, ...] = (
    *_BOTH,
    Declared(
        "/sources/*/place",
        "set aside",
        "the field 'address' is the publisher's; it stands in 'pincite-place'",
    ),
    Declared(
        "/sources/*/date",
        "set aside",
        "BibTeX knows a year, a month and a day; the date itself stands in 'pincite-date'",
        "where it is more than a day, a month or a year",
    ),
    *_CASES,
)
BIBLATEX: tuple[Declared, ...] = (
    *_BOTH,
    Declared(
        "/sources/*/date",
        "set aside",
        "biblatex reads level 1 of EDTF; the date itself stands in 'pincite-date'",
        "where it is of level 2",
    ),
    *_CASES,
)
