"""What a page does not show of a document, or shows otherwise."""

from pincite.export.html.characters import BARRED
from pincite.export.people import NAMES
from pincite.model.losses import SECOND, Declared
from pincite.model.names import SPOKEN

_IN_ONE = "a page shows a name as it is printed, or its parts in one"
_MARKED = "the words are marked in the text, without their positions in it"
_FOR_PROGRAMS = "digests, types of files and places in copies are for programs"
_CITATIONS = ("/quotations/*/citations/*", "/claims/*/citations/*")

ONCE = ("quotations", "claims", "images")
"""Lists of which a page shows what has an id of its own."""

DECLARED: tuple[Declared, ...] = (
    Declared(
        "/article/text",
        "changed",
        "the text is laid out in paragraphs, with its annotations in it; white space is not kept",
    ),
    Declared(
        "/article/blocks",
        "changed",
        "the text is laid out by them, without saying where each begins and ends",
    ),
    Declared(
        "/article/blocks/*",
        "left out",
        "a page has its own way around, and no other page's",
        "where it is a menu or a notice without annotations",
    ),
    Declared("/article/original", "left out", "the page stands for itself, not for the file it was made of"),
    Declared("/catalogues", "left out", "the sources that are used from them are on the page"),
    Declared("/custom", "left out", "a page does not know how to show other people's data"),
    *(Declared(f"{at}/{part}", "changed", _IN_ONE) for at in NAMES for part in SPOKEN),
    *(
        Declared(f"{at}/kind", "left out", "a name is shown alike for persons and organizations")
        for at in NAMES
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
    *(Declared(f"/{kind}/*", "left out", *SECOND) for kind in ONCE),
    *BARRED.declared,
)
