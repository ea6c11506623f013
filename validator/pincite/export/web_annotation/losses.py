"""What a Web Annotation cannot hold of a document."""

from pincite.export.identity import SECOND
from pincite.model.losses import Declared

_NO_TERM = "Web Annotation has no term for it"
_ELSEWHERE = "an annotation names its source and does not describe it"
_LONG = "where it is very long"
_UNFIT = "it has characters that no IRI has, or begins as an abbreviation of linked data does"

DECLARED: tuple[Declared, ...] = (
    Declared("/id", "changed", "all annotations are named after it", f"where {_UNFIT}, or it is very long"),
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
    Declared("/article/url", "changed", "an IRI has no such character", f"where {_UNFIT}"),
    Declared("/article/url", "left out", "it would be repeated in every annotation", _LONG),
    Declared("/archives", "left out", _NO_TERM),
    Declared("/catalogues", "left out", _NO_TERM),
    Declared("/relations", "left out", "Web Annotation knows no annotation about two others"),
    Declared("/custom", "left out", _NO_TERM),
    Declared("/sources/*", "left out", "annotations link to what is cited", "where nothing cites it"),
    Declared("/sources/*/title", "left out", "it would be repeated in every annotation", _LONG),
    Declared("/sources/*/url", "left out", "it would be repeated in every annotation", _LONG),
    Declared("/sources/*/url", "changed", "an IRI has no such character", f"where {_UNFIT}"),
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
                "where there is no picture",
            ),
            Declared(
                f"/{owner}/*/anchor/start", "left out", "a position has two ends", "where the end is missing"
            ),
            Declared(
                f"/{owner}/*/anchor/end", "left out", "a position has two ends", "where the start is missing"
            ),
            Declared(f"/{owner}/*/inferred", "left out", _NO_TERM),
            Declared(
                f"/{owner}/*/citations",
                "changed",
                "an annotation has one list of bodies, which does not say what belongs together",
                "where there are several",
            ),
        )
    ),
    *(
        Declared(
            f"/claims/*/anchor/{name}",
            "left out",
            "it needs the words themselves",
            "where 'exact' is missing",
        )
        for name in ("prefix", "suffix")
    ),
    Declared(
        "/quotations/*/text",
        "changed",
        "the selector has the words as the article has them",
        "where the article has other white space",
    ),
    Declared(
        "/quotations/*/text",
        "left out",
        "the selector has the words of 'exact'",
        "where 'exact' has other words",
    ),
    *(
        Declared(f"/quotations/*/{name}", "left out", _NO_TERM)
        for name in ("display", "speaker", "segments", "within", "translation_of")
    ),
    Declared("/quotations/*/lead_in", "left out", "a quotation's annotation has one place in the article"),
    *(Declared(f"/claims/*/{name}", "left out", _NO_TERM) for name in ("role", "basis", "attributed_to")),
    Declared("/claims/*/evidence/*/anchor", "left out", "a claim's annotation has one place in the article"),
    Declared("/images/*", "left out", "there is nothing to annotate", "where the picture is missing"),
    Declared("/images/*/url", "changed", "an IRI has no such character", f"where {_UNFIT}"),
    Declared("/images/*/path", "left out", "a target is an IRI, and a path leads nowhere from elsewhere"),
    Declared("/images/*/anchor", "left out", "a picture's annotation is about the picture, not its mark"),
    Declared("/images/*/region/page", "left out", "a region is one of a whole picture"),
    Declared("/images/*/alt/generated", "left out", _NO_TERM),
    Declared("/images/*/license", "left out", "rights are one IRI", "where it is no single licence of SPDX"),
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
        "it stands at the source, in few words",
        "where it is very long or no source is named",
    ),
    *(
        Declared(
            f"/annotation/by/{name}", "left out", "a creator has one name", "where the name is printed whole"
        )
        for name in ("family", "given", "particle", "suffix", "title")
    ),
    Declared("/annotation/by", "left out", "it would be repeated in every annotation", _LONG),
    Declared(
        "/annotation/by/id",
        "changed",
        "an IRI has no such character",
        f"where {_UNFIT}",
    ),
    Declared("/annotation/on", "changed", "'created' is a moment: the day's first", "where it is a day"),
    Declared("/annotation/on", "left out", "'created' is a moment", "where it is a month or a year"),
    Declared("/annotation/tool", "left out", "it would be repeated in every annotation", _LONG),
    Declared(
        "/annotation/tool/version",
        "changed",
        "the program has one name, with its version",
        "where it has both",
    ),
    Declared("/annotation/method", "left out", _NO_TERM),
    Declared(
        "/annotation/license", "left out", "rights are one IRI", "where it is no single licence of SPDX"
    ),
)
