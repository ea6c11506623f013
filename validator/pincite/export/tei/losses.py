"""What TEI cannot hold of a document."""

from pincite.export.xml_text.characters import BARRED
from pincite.model.losses import Declared

_OFFSETS = "its element stands around the words, without offsets"
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
    ("passage", "a place in a copy is found again by verification"),
)
_ENCODED = (
    "TEI names pictures by addresses, and these have some characters encoded",
    "where it is no address",
)

DECLARED: tuple[Declared, ...] = (
    Declared("/catalogues", "left out", "the sources that are used stand in the list of sources"),
    Declared("/custom", "left out", "TEI has no place for other people's data"),
    Declared(
        "/article/text/content", "changed", "the text stands as blocks; white space is not kept as it is"
    ),
    Declared("/article/blocks", "changed", "blocks are elements, without offsets"),
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
        "TEI marks segments within the quotation",
        "where the quotation does not have them or something crosses them",
    ),
    Declared("/images/*/path", "changed", *_ENCODED),
    Declared("/images/*/url", "changed", *_ENCODED),
    *BARRED,
)
