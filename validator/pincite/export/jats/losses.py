"""What JATS cannot hold of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.xml_text.characters import BARRED
from pincite.model.losses import Declared

if TYPE_CHECKING:
    from pincite.model.losses import How

_OFFSETS = "its element stands around the words, without offsets"
_PLAIN = "JATS has this name as it is printed alone"
_PARTS = ("family", "given", "particle", "title", "suffix")
PLAIN_NAMES = ("annotation/by",)
"""Places of names that stand in one line: what of their analysis is lost is told."""
_CITING = ("quotations", "claims")


def _all(how: How, why: str, *places: str) -> tuple[Declared, ...]:
    return tuple(Declared(f"/{one}", how, why) for one in places)


DECLARED: tuple[Declared, ...] = (
    *_all("left out", "JATS has no place for other people's data", "custom"),
    *_all("left out", "the sources that are used stand in the list of references", "catalogues"),
    *_all(
        "left out",
        "JATS marks the phrase that says how quotations stand to each other, and no more",
        *(f"relations/*/{one}" for one in ("asserted_by", "independence", "note")),
    ),
    Declared(
        "/relations/*",
        "left out",
        "JATS marks the phrase that says how quotations stand to each other",
        "where no phrase of the article says so, or it names what is not there",
    ),
    *_all(
        "changed", "the text stands here as blocks, without its white space, file and digest", "article/text"
    ),
    *_all("left out", "JATS does not name the file that an article was made from", "article/original"),
    *_all("changed", "blocks are elements, without offsets", "article/blocks"),
    Declared(
        "/article/blocks/*",
        "left out",
        "JATS has the article's own words in its body, and once what stands in its front or in a figure",
        "where it is a menu or a notice, or says again the title, the author, the date or a caption",
    ),
    *_all(
        "changed",
        _OFFSETS,
        "quotations/*/anchor",
        "quotations/*/lead_in",
        "claims/*/anchor",
        "claims/*/evidence/*/anchor",
        "images/*/anchor",
        "relations/*/anchor",
        *(f"{kind}/*/citations/*/anchor" for kind in _CITING),
    ),
    *_all(
        "left out",
        "JATS does not say what was concluded and not read",
        "article/inferred",
        "sources/*/inferred",
        "quotations/*/inferred",
        "claims/*/inferred",
        *(f"{kind}/*/citations/*/inferred" for kind in _CITING),
    ),
    *_all(
        "changed",
        "JATS has one title around a source's own and a series around that",
        "sources/*/container",
    ),
    *_all(
        "left out",
        "JATS has no element for it in a reference",
        "sources/*/title_supplied",
        "sources/*/coverage",
        "sources/*/copies",
    ),
    *_all(
        "left out",
        "JATS has no identifiers of people in references",
        *(f"sources/*/{one}/*/id" for one in ("authors", "recipients", "editors", "translators")),
    ),
    *_all(
        "left out",
        "JATS does not name it for a quotation",
        *(f"quotations/*/{one}" for one in ("speaker", "uncited", "within", "translation_of")),
    ),
    *_all("left out", "JATS does not say who is said to hold a statement", "claims/*/attributed_to"),
    *_all(
        "left out",
        "a cross-reference has its place, its source and the place there",
        *(
            f"{kind}/*/citations/*/{one}"
            for kind in _CITING
            for one in ("unparsed", "archive_code", "images", "passage")
        ),
    ),
    *_all(
        "left out",
        "JATS has no element for it in a figure",
        *(f"images/*/{one}" for one in ("sha256", "width", "height", "region", "depicts", "derived_from")),
        "images/*/edits",
        "images/*/alt/generated",
    ),
    *_all("left out", _PLAIN, *(f"{one}/{part}" for one in PLAIN_NAMES for part in ("id", "kind"))),
    *(
        Declared(f"/{one}/{part}", "left out", _PLAIN, "where it is said how the name is printed")
        for one in PLAIN_NAMES
        for part in _PARTS
    ),
    Declared(
        "/quotations/*/segments/*",
        "left out",
        "JATS marks segments within the quotation",
        "where the quotation does not have them or something crosses them",
    ),
    Declared(
        "/quotations/*/display",
        "changed",
        "JATS sets a quotation in a line or apart from it, as it stands in the text",
        "where it stands otherwise in the text",
    ),
    Declared(
        "/claims/*/evidence/*",
        "left out",
        "JATS refers to what is in the article alone",
        "where nothing in the document has that id",
    ),
    Declared(
        "/sources/*/received",
        "left out",
        "JATS has days, months and years",
        "where it is no plain date",
    ),
    *(
        Declared(
            f"/{kind}/*/citations/*/raw",
            "left out",
            "a cross-reference has the words that stand in the article",
            "where these are others",
        )
        for kind in _CITING
    ),
    Declared("/sources/*", "left out", "an id stands for one reference", "where it stands a second time"),
    Declared("/images/*/media_type", "left out", "JATS gives it to graphics", "where no picture is named"),
    *(
        Declared(
            f"/images/*/{one}",
            "changed",
            "JATS names pictures by addresses, and these have some characters encoded",
            "where it is no address",
        )
        for one in ("path", "url")
    ),
    *BARRED,
)
