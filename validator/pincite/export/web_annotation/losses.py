"""What a Web Annotation cannot hold of a document."""

from pincite.export.identity import LONGEST_NAME, UNFIT, UNFIT_NAME
from pincite.export.web_annotation.linking import REPEATED_AT_MOST
from pincite.model.losses import SECOND, Declared
from pincite.model.names import SPOKEN

_NO_TERM = "Web Annotation has no term for it"
_ELSEWHERE = "an annotation names its source and does not describe it"
_LONG = f"where it is longer than {REPEATED_AT_MOST} characters"
_LONG_ADDRESS = f"where it is longer than {LONGEST_NAME} characters"
_REPEATED = "it would be repeated in every annotation"
_POSITION = "a position in the text has both a start and an end, and one is missing"
_RIGHTS = "terms of use are one address, and this licence has none"
_NO_ADDRESS = "where it is none of SPDX's list, or several"

DECLARED: tuple[Declared, ...] = (
    Declared("/id", "changed", *UNFIT_NAME),
    *(Declared(f"/{kind}/*/id", "changed", *SECOND) for kind in ("quotations", "claims", "images")),
    Declared("/version", "left out", _NO_TERM),
    *(
        Declared(f"/article/{name}", "left out", "an annotation names the article and does not describe it")
        for name in (
            "subtitle",
            "authors",
            "date",
            "language",
            "publication",
            "series",
            "license",
            "text",
            "original",
            "redistribution",
            "blocks",
            "image_bundle",
            "inferred",
        )
    ),
    Declared("/article/url", "changed", *UNFIT),
    Declared("/article/url", "left out", _REPEATED, _LONG_ADDRESS),
    Declared("/archives", "left out", _NO_TERM),
    Declared("/catalogues", "left out", _NO_TERM),
    Declared("/relations", "left out", "Web Annotation knows no annotation about two others"),
    Declared("/custom", "left out", _NO_TERM),
    Declared("/sources/*", "left out", "annotations link to what is cited", "where nothing cites it"),
    Declared("/sources/*/title", "left out", _REPEATED, _LONG),
    Declared("/sources/*/url", "left out", _REPEATED, _LONG_ADDRESS),
    Declared("/sources/*/url", "changed", *UNFIT),
    *(
        Declared(f"/sources/*/{name}", "left out", _ELSEWHERE)
        for name in (
            "type",
            "title_supplied",
            "authors",
            "recipients",
            "editors",
            "translators",
            "date",
            "date_text",
            "received",
            "coverage",
            "place",
            "number",
            "volume",
            "issue",
            "edition",
            "genre",
            "medium",
            "publisher",
            "publisher_place",
            "platform",
            "archive",
            "doi",
            "isbn",
            "issn",
            "accessed",
            "language",
            "textual_status",
            "note",
            "container",
            "copies",
            "inferred",
        )
    ),
    *(
        declared
        for owner in ("quotations", "claims")
        for declared in (
            *(
                Declared(f"/{owner}/*/citations/*/{name}", "left out", why)
                for name, why in (
                    ("unparsed", _NO_TERM),
                    ("anchor", "an annotation of a quotation or claim has one place in the article, its own"),
                    ("archive_code", _NO_TERM),
                    ("passage", "an annotation names the source and none of its copies"),
                    ("inferred", _NO_TERM),
                )
            ),
            Declared(
                f"/{owner}/*/citations/*/images/*",
                "left out",
                "the picture's own annotation says what it shows, and there is none",
                "where the picture is missing",
            ),
            Declared(f"/{owner}/*/anchor/start", "left out", _POSITION, "where the end is missing"),
            Declared(f"/{owner}/*/anchor/end", "left out", _POSITION, "where the start is missing"),
            Declared(f"/{owner}/*/inferred", "left out", _NO_TERM),
            Declared(
                f"/{owner}/*/citations",
                "changed",
                "an annotation lists sources, places, words and remarks without saying which belong to one citation",
                "where there are several",
            ),
        )
    ),
    *(
        Declared(
            f"/claims/*/anchor/{name}",
            "left out",
            "what is around words stands beside the words themselves, and these are missing",
            "where 'exact' is missing",
        )
        for name in ("prefix", "suffix")
    ),
    Declared(
        "/quotations/*/text",
        "changed",
        "programs look for the words letter by letter, so they stand as the article has them",
        "where the article has other white space",
    ),
    Declared(
        "/quotations/*/text",
        "left out",
        "programs look for the words that the anchor has as 'exact', and they are others",
        "where 'exact' has other words",
    ),
    *(
        Declared(f"/quotations/*/{name}", "left out", _NO_TERM)
        for name in ("display", "speaker", "segments", "within", "translation_of")
    ),
    Declared("/quotations/*/lead_in", "left out", "a quotation's annotation has one place in the article"),
    *(Declared(f"/claims/*/{name}", "left out", _NO_TERM) for name in ("role", "basis", "attributed_to")),
    Declared("/claims/*/evidence/*/anchor", "left out", "a claim's annotation has one place in the article"),
    Declared("/images/*", "left out", "there is no picture to annotate", "where the picture is missing"),
    Declared("/images/*/url", "changed", *UNFIT),
    Declared(
        "/images/*/path",
        "left out",
        "an annotation names what it is about by an address, and a path leads nowhere from elsewhere",
    ),
    Declared("/images/*/anchor", "left out", "a picture's annotation is about the picture, not its mark"),
    Declared(
        "/images/*/region/page",
        "left out",
        "a part of a picture is a rectangle, without the page of the file",
    ),
    Declared("/images/*/alt/generated", "left out", _NO_TERM),
    Declared("/images/*/license", "left out", _RIGHTS, _NO_ADDRESS),
    *(
        Declared(f"/images/*/{name}", "left out", _NO_TERM)
        for name in (
            "role",
            "label",
            "sha256",
            "width",
            "height",
            "credit",
            "rights",
            "derived_from",
            "edits",
        )
    ),
    *(
        Declared(f"/{at}/locator", "left out", "it would be repeated with every picture", _LONG)
        for at in ("quotations/*/citations/*", "claims/*/citations/*")
    ),
    Declared(
        "/images/*/depicts/*/locator",
        "left out",
        "a place stands in every annotation that names the source, and so is short",
        f"{_LONG}, or no source is named",
    ),
    *(
        Declared(
            f"/annotation/by/{name}",
            "left out",
            "who made an annotation has one name, as it is printed",
            "where the name is given as printed ('literal')",
        )
        for name in SPOKEN
    ),
    Declared("/annotation/by", "left out", _REPEATED, f"{_LONG} in all"),
    Declared(
        "/annotation/by/id",
        "changed",
        *UNFIT,
    ),
    Declared(
        "/annotation/on",
        "changed",
        "annotations are made at a moment, and the first of the day is named",
        "where it is a day",
    ),
    Declared(
        "/annotation/on",
        "left out",
        "annotations are made at a moment, and no day is known",
        "where it is no day of the calendar",
    ),
    Declared("/annotation/tool", "left out", _REPEATED, f"{_LONG} in all"),
    Declared(
        "/annotation/tool/version",
        "changed",
        "the program has one name, with its version",
        "where it has both",
    ),
    Declared("/annotation/method", "left out", _NO_TERM),
    Declared("/annotation/license", "left out", _RIGHTS, _NO_ADDRESS),
)
