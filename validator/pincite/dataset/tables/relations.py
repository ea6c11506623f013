"""The table of relations: one row for each two quotations that an article, or its annotator, sets beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.tables.columns import Column, Table, anchor_columns, text
from pincite.dataset.tables.values import span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.entering.entry import Entry
    from pincite.dataset.tables.columns import Row

_ENDS = ("quotations", "claims", "sources", "images")
TABLE = Table(
    "relations",
    "How quotations, or claims, stand to each other.",
    (
        text("id", "The relation: the article's id, and its number there."),
        text("article", "The article it belongs to.", leads_to="articles"),
        text("type", "corroborates, contradicts, qualifies or restates."),
        Column("from", "string", "What stands so.", _ENDS),
        Column("to", "string", "What it stands so to.", _ENDS),
        text("asserted_by", "Who says so: the article or the annotator."),
        text("independence", "Why both ends count as independent of each other."),
        text("note", "What there is to say besides."),
        *anchor_columns("the phrase that says so"),
    ),
)


def rows(entry: Entry) -> Iterator[Row]:
    """Yield the rows of a document's relations."""
    for number, relation in enumerate(entry.data.get("relations", ()), 1):
        yield (
            entry.name_of(f"relations/{number}"),
            entry.iri,
            relation["type"],
            entry.key_of(relation["from"]),
            entry.key_of(relation["to"]),
            relation.get("asserted_by"),
            relation.get("independence"),
            relation.get("note"),
            *span(relation.get("anchor")),
        )
