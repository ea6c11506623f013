"""What RIS cannot hold of a document."""

from pincite.bibliography.losses import NO_BIBLIOGRAPHY, SECOND_SOURCE
from pincite.model.losses import Declared

_ASIDE = "RIS has no tag for it; it stands in a note (RN)"

NEVER_TAGGED = (
    "place",
    "date_text",
    "received",
    "coverage",
    "title_supplied",
    "medium",
    "textual_status",
    "copies",
    "inferred",
)
"""Members of a source that RIS has no tags for."""

_NAMES = (
    "RIS knows family name, given name and suffix; the names as they are stand in a note (RN)",
    "where a name says more, or says it otherwise",
)
_DATES = (
    "RIS knows years, months, days and seasons; the date as it is stands in a note (RN)",
    "where it says more, or is a range",
)
_TAGGED = "the tag has what fits in it; the value as it is stands in a note (RN)"
_BREAKS = "where it has line breaks or other characters that no line holds"
_READ_OTHERWISE = "where it has line breaks, or something else would be read in its tag"

DECLARED: tuple[Declared, ...] = (
    *NO_BIBLIOGRAPHY,
    SECOND_SOURCE,
    *(Declared(f"/sources/*/{name}", "set aside", _ASIDE) for name in NEVER_TAGGED),
    Declared(
        "/sources/*/container",
        "set aside",
        "RIS has the titles of the works around, not which source they are; that stands in a note (RN)",
    ),
    Declared(
        "/sources/*/type",
        "set aside",
        "RIS has a wider type; this one stands in a note (RN)",
        "where the source has a genre of its own, which stands in the tag that tells the type",
    ),
    *(Declared(f"/sources/*/{name}", "set aside", *_NAMES) for name in ("authors", "editors", "translators")),
    Declared(
        "/sources/*/recipients", "set aside", _NAMES[0], "where a name says more, or the source is no letter"
    ),
    Declared("/sources/*/date", "set aside", *_DATES),
    Declared("/sources/*/accessed", "set aside", *_DATES),
    Declared(
        "/sources/*/archive",
        "set aside",
        "RIS has the archive's name and one text for the place in it; the archive as it is stands in a note (RN)",
        "where it says more than a name, or the source was published",
    ),
    *(
        Declared(f"/sources/*/{name}", "set aside", _TAGGED, _BREAKS)
        for name in (
            "title",
            "volume",
            "edition",
            "publisher",
            "publisher_place",
        )
    ),
    *(
        Declared(f"/sources/*/{name}", "set aside", _TAGGED, _READ_OTHERWISE)
        for name in ("number", "issue", "genre", "platform", "note", "doi", "isbn", "issn", "url", "language")
    ),
)
