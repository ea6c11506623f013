"""What linked data cannot hold of a document."""

from pincite.export.identity import UNFIT, UNFIT_NAME
from pincite.export.people import NAMES
from pincite.model.losses import SECOND, Declared

_ADDRESSES = (
    "/article/url",
    "/article/image_bundle/url",
    "/archives/*/url",
    "/sources/*/url",
    "/sources/*/archive/url",
    "/sources/*/copies/*/url",
    "/images/*/url",
    "/images/*/derived_from/*/url",
    *(f"{name}/id" for name in NAMES),
)

DECLARED: tuple[Declared, ...] = (
    Declared("/id", "changed", *UNFIT_NAME),
    *(Declared(at, "changed", *UNFIT) for at in _ADDRESSES),
    *(
        Declared(f"/{kind}/*/id", "changed", *SECOND)
        for kind in ("sources", "quotations", "claims", "images")
    ),
)
