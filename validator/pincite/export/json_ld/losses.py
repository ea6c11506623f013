"""What linked data cannot hold of a document."""

from pincite.export.identity import SECOND
from pincite.model.losses import Declared

_NAMES = (
    "article/authors/*",
    "sources/*/authors/*",
    "sources/*/recipients/*",
    "sources/*/editors/*",
    "sources/*/translators/*",
    "quotations/*/speaker",
    "claims/*/attributed_to",
    "annotation/by",
)
_ADDRESSES = (
    "article/url",
    "article/image_bundle/url",
    "archives/*/url",
    "sources/*/url",
    "sources/*/archive/url",
    "sources/*/copies/*/url",
    "images/*/url",
    "images/*/derived_from/*/url",
    *(f"{name}/id" for name in _NAMES),
)

_UNFIT = "it has characters that no IRI has, or begins as an abbreviation of linked data does"

DECLARED: tuple[Declared, ...] = (
    Declared("/id", "changed", "all objects are named after it", f"where {_UNFIT}, or it is very long"),
    *(
        Declared(
            f"/{at}",
            "changed",
            "an IRI has no such character",
            f"where {_UNFIT}",
        )
        for at in _ADDRESSES
    ),
    *(
        Declared(f"/{kind}/*/id", "changed", *SECOND)
        for kind in ("sources", "quotations", "claims", "images")
    ),
)
