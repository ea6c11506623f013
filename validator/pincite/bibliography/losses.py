"""What no bibliography holds of a document."""

from pincite.model.losses import Declared

_WHY = "a bibliography lists sources alone"

NO_BIBLIOGRAPHY: tuple[Declared, ...] = tuple(
    Declared(f"/{name}", "left out", _WHY)
    for name in (
        "id",
        "version",
        "article",
        "archives",
        "catalogues",
        "quotations",
        "claims",
        "relations",
        "images",
        "annotation",
        "custom",
    )
)
"""Everything but the sources."""
