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

SECOND = (
    "an id names one thing, and another before it has this one",
    "where another before it has the same id",
)
"""Why and when a second thing with an id is lost."""
SECOND_SOURCE = Declared("/sources/*", "left out", *SECOND)
