"""What CSL-JSON 1.0.2 cannot hold of a document."""

from pincite.bibliography.losses import NO_BIBLIOGRAPHY, SECOND_SOURCE
from pincite.model.losses import Declared

_NO_FIELD = "CSL has no field for it; it stands under 'custom'"
_DATES = "CSL has one 'circa' for every doubt, and words for what is no plain date"
_NAMES = "CSL has family, given names, particle and suffix, or the name as printed"

ALWAYS_ASIDE = (
    "title_supplied",
    "received",
    "coverage",
    "textual_status",
    "container",
    "copies",
    "inferred",
)
"""Members of a source that only ``custom`` holds."""

_SOMETIMES = {
    "type": (
        "where CSL's type stands for several of Pincite's",
        "CSL has fewer types; the source's own stands under 'custom'",
    ),
    "date": ("where it is doubtful, or no plain day, month, year, season or range of these", _DATES),
    "date_text": ("where there is a date as well", "CSL has either parts or words"),
    **dict.fromkeys(
        ("authors", "recipients", "editors", "translators"),
        (
            "where a name has a title, a register's identifier, or a printed form that does more than join its parts",
            _NAMES,
        ),
    ),
    "archive": (
        "where it has more than CSL's four fields",
        "CSL has the archive, its place, one collection and one location in it",
    ),
    "genre": ("where CSL's type says it already", "CSL's type would say it twice"),
}


DECLARED: tuple[Declared, ...] = (
    *NO_BIBLIOGRAPHY,
    SECOND_SOURCE,
    *(
        Declared(
            f"/sources/*/{name}",
            "set aside",
            "CSL has the titles of the works around alone; the rest stands under 'custom'"
            if name == "container"
            else _NO_FIELD,
        )
        for name in ALWAYS_ASIDE
    ),
    *(Declared(f"/sources/*/{name}", "set aside", why, when) for name, (when, why) in _SOMETIMES.items()),
    Declared(
        "/sources/*/*",
        "set aside",
        "others may read it otherwise; it stands under 'custom' as it is",
        "where a text has marks of rich text or white space besides single spaces, or its place is the publisher's as well",
    ),
    Declared(
        "/sources/*/*",
        "changed",
        "it is no character, and readers refuse a file with it; U+FFFD stands there instead",
        "where half of a surrogate pair stands in it",
    ),
)
