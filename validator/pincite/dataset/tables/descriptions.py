"""The table of descriptions: which document describes which source, under which id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.tables.columns import Table, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.entering.entry import Entry
    from pincite.dataset.tables.columns import Row

TABLE = Table(
    "descriptions",
    "Which document describes which source: the way back from what was merged.",
    (
        text("id", "The description: the article's id, with the source's id in the document behind it."),
        text("article", "The article whose document describes the source.", leads_to="articles"),
        text("source", "The source that is described.", leads_to="sources"),
        text("rule", "By what it was told to be that source: doi, isbn, issn, description, or alone."),
    ),
)


def rows(entry: Entry) -> Iterator[Row]:
    """Yield a row for each source of a document."""
    for name, key in entry.sources.items():
        yield entry.name_of(name), entry.iri, key.id, key.rule
