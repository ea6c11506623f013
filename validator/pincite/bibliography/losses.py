"""What no bibliography holds of a document."""

from pincite.model.losses import SECOND, Declared

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

SECOND_SOURCE = Declared("/sources/*", "left out", *SECOND)
