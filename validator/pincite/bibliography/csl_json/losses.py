"""What CSL-JSON 1.0.2 cannot hold of a document."""

from pincite.bibliography.losses import NO_BIBLIOGRAPHY
from pincite.model.losses import Declared

_ASIDE = "CSL has no member for it; it stands under 'custom'"

DECLARED: tuple[Declared, ...] = (
    *NO_BIBLIOGRAPHY,
    *(
        Declared(f"/sources/*/{name}", "set aside", _ASIDE)
        for name in (
            "date_text",
            "received",
            "coverage",
            "title_supplied",
            "textual_status",
            "copies",
            "inferred",
        )
    ),
)
