"""What a page does not show of a document, or shows otherwise."""

from pincite.export.html.characters import BARRED
from pincite.model.losses import Declared

_PEOPLE = (
    "/article/authors/*",
    "/sources/*/authors/*",
    "/sources/*/recipients/*",
    "/sources/*/editors/*",
    "/sources/*/translators/*",
    "/quotations/*/speaker",
    "/claims/*/attributed_to",
    "/annotation/by",
)
_IN_ONE = "a page shows a name as it is printed, or its parts in one"
_MARKED = "the words themselves are marked in the text"
_FOR_PROGRAMS = "digests, types of files and places in copies are for programs"
_CITATIONS = ("/quotations/*/citations/*", "/claims/*/citations/*")

ONCE = ("quotations", "claims", "images")
"""Lists of which a page shows what has an id of its own."""

DECLARED: tuple[Declared, ...] = (
    Declared("/article/text", "changed", "the text is laid out in paragraphs, with its annotations in it"),
    Declared("/article/blocks", "changed", "the text is laid out after them"),
    Declared(
        "/article/blocks/*",
        "left out",
        "a page has its own way around, and no other page's",
        "where it is a menu or a notice without annotations",
    ),
    Declared("/article/original", "left out", "the page stands for itself, not for the file it was made of"),
    Declared("/catalogues", "left out", "the sources that are used from them are on the page"),
    Declared("/custom", "left out", "a page does not know how to show other people's data"),
    *(
        Declared(f"{at}/{part}", "changed", _IN_ONE)
        for at in _PEOPLE
        for part in ("family", "given", "particle", "suffix", "title")
    ),
    *(
        Declared(f"{at}/kind", "left out", "a name is shown alike for persons and organizations")
        for at in _PEOPLE
    ),
    *(
        Declared(at, "changed", _MARKED)
        for at in (
            "/quotations/*/anchor",
            "/claims/*/anchor",
            "/claims/*/evidence/*/anchor",
            "/relations/*/anchor",
            "/images/*/anchor",
            *(f"{at}/anchor" for at in _CITATIONS),
        )
    ),
    Declared("/quotations/*/lead_in", "left out", "the words before a quotation stand there without a mark"),
    *(Declared(f"{at}/passage", "left out", _FOR_PROGRAMS) for at in _CITATIONS),
    Declared("/sources/*/copies/*/media_type", "left out", _FOR_PROGRAMS),
    Declared("/sources/*/copies/*/sha256", "left out", _FOR_PROGRAMS),
    Declared("/images/*/media_type", "left out", _FOR_PROGRAMS),
    Declared("/images/*/sha256", "left out", _FOR_PROGRAMS),
    *(
        Declared(
            f"/{kind}/*",
            "left out",
            "a page can name one thing by an id",
            "where another before it has its id",
        )
        for kind in ONCE
    ),
    *BARRED,
)
