"""What JATS cannot hold of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.xml_text.characters import BARRED
from pincite.model.losses import SECOND, Declared
from pincite.model.names import SPOKEN

if TYPE_CHECKING:
    from pincite.model.losses import How

_OFFSETS = "an element stands around the words, without their positions in the text"
_PLAIN = "JATS has no element for who annotated an article: the name stands in one line, and no more of it"
_CITING = ("quotations", "claims")


def _all(how: How, why: str, *places: str) -> tuple[Declared, ...]:
    return tuple(Declared(f"/{one}", how, why) for one in places)


DECLARED: tuple[Declared, ...] = (
    *_all("left out", "JATS has no place for other people's data", "custom"),
    *_all("left out", "the sources that are used stand in the list of references", "catalogues"),
    *_all(
        "left out",
        "a relation is a mark on the article's phrase for it, with its type and the two quotations alone",
        *(f"relations/*/{one}" for one in ("asserted_by", "independence", "note")),
    ),
    Declared(
        "/relations/*",
        "left out",
        "a relation is a mark on the article's phrase for it between two quotations, and one of these is not there",
        "where no phrase of the article is marked for it, or a quotation that it names is not there",
    ),
    *_all(
        "changed",
        "the text stands in paragraphs, without its white space and the name and digest of its file",
        "article/text",
    ),
    *_all("left out", "JATS does not name the file that an article was made from", "article/original"),
    *_all("changed", "blocks are elements, without their positions in the text", "article/blocks"),
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
        "JATS has no place for what was concluded and not read, and why",
        "article/inferred",
        "sources/*/inferred",
        "quotations/*/inferred",
        "claims/*/inferred",
        *(f"{kind}/*/citations/*/inferred" for kind in _CITING),
    ),
    *_all(
        "changed",
        "a reference has the title of one work around the source and of a series around that",
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
        "JATS has no place for identifiers of people in a reference",
        *(f"sources/*/{one}/*/id" for one in ("authors", "recipients", "editors", "translators")),
    ),
    *_all(
        "left out",
        "JATS has no element for it in a quotation",
        *(f"quotations/*/{one}" for one in ("speaker", "uncited", "within", "translation_of")),
    ),
    *_all("left out", "JATS has no element for whose statement a claim is", "claims/*/attributed_to"),
    *_all(
        "left out",
        "a citation in JATS leads to a source and a place in it, and has no room for more",
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
    *_all("left out", _PLAIN, "annotation/by/id", "annotation/by/kind"),
    *(
        Declared(
            f"/annotation/by/{part}", "left out", _PLAIN, "where the name is given as printed ('literal')"
        )
        for part in SPOKEN
    ),
    Declared(
        "/quotations/*/segments/*",
        "left out",
        "segments are marked on the quotation's own words, where nothing else crosses them",
        "where they do not add up to its text, or something crosses them",
    ),
    Declared(
        "/quotations/*/display",
        "changed",
        "a quotation is written in the line or apart, as the article's text has it",
        "where the text has it the other way",
    ),
    Declared(
        "/claims/*/evidence/*",
        "left out",
        "a claim can lead only to what is in the document",
        "where nothing in the document has that id",
    ),
    Declared(
        "/sources/*/received",
        "left out",
        "JATS has it as a day, a month or a year, and it is more or less than that",
        "where it is no plain day, month or year",
    ),
    *(
        Declared(
            f"/{kind}/*/citations/*/raw",
            "left out",
            "a citation has the words that the article prints there, and they are others",
            "where the article's text has other words",
        )
        for kind in _CITING
    ),
    Declared("/sources/*", "left out", *SECOND),
    Declared(
        "/images/*/media_type",
        "left out",
        "JATS has it beside the picture's path or address, and there is none",
        "where the image has neither",
    ),
    *(
        Declared(
            f"/images/*/{one}",
            "changed",
            "JATS names pictures by addresses, in which such characters are encoded",
            "where it has characters that addresses encode, as spaces are",
        )
        for one in ("path", "url")
    ),
    *BARRED.declared,
)
