"""What TEI cannot hold of a document."""

from pincite.export.xml_text.characters import BARRED
from pincite.model.losses import Declared

_OFFSETS = "an element stands around the words, without their positions in the text"
_ANCHORS = (
    "quotations/*/anchor",
    "quotations/*/lead_in",
    "quotations/*/citations/*/anchor",
    "claims/*/anchor",
    "claims/*/evidence/*/anchor",
    "claims/*/citations/*/anchor",
    "relations/*/anchor",
    "images/*/anchor",
)
_IN_CITATIONS = (
    ("unparsed", "the printed citation stands whole, without marks of what was not understood"),
    ("passage", "a place in a copy of a source is for programs: 'pincite verify' finds it again"),
)
_ENCODED = (
    "TEI names pictures by addresses, in which such characters are encoded",
    "where it has characters that addresses encode, as spaces are",
)

DECLARED: tuple[Declared, ...] = (
    Declared("/catalogues", "left out", "the sources that are used stand in the list of sources"),
    Declared("/custom", "left out", "TEI has no place for other people's data"),
    Declared("/article/text/content", "changed", "the text stands in paragraphs, without its white space"),
    Declared("/article/blocks", "changed", "blocks are elements, without their positions in the text"),
    Declared(
        "/article/blocks/*",
        "left out",
        "the body has the article's own words, and a caption once",
        "where it is a menu or a notice, or says again what the header or a figure says",
    ),
    *(Declared(f"/{at}", "changed", _OFFSETS) for at in _ANCHORS),
    *(
        Declared(f"/{kind}/*/citations/*/{name}", "left out", why)
        for name, why in _IN_CITATIONS
        for kind in ("quotations", "claims")
    ),
    Declared(
        "/quotations/*/segments/*",
        "left out",
        "segments are marked on the quotation's own words, where nothing else crosses them",
        "where they do not add up to its text, or something crosses them",
    ),
    Declared("/images/*/path", "changed", *_ENCODED),
    Declared("/images/*/url", "changed", *_ENCODED),
    *BARRED.declared,
)
