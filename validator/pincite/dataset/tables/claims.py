"""The table of claims: one row for each statement of an article that is annotated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.entering.entry import LEFT_OUT
from pincite.dataset.tables.columns import Table, anchor_columns, number, text, texts
from pincite.dataset.tables.values import name, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.entering.entry import Entry
    from pincite.dataset.tables.columns import Row

TABLE = Table(
    "claims",
    "The statements that articles make, and what these say they rest on.",
    (
        text("id", "The claim: the article's id, with the claim's own behind it."),
        text("article", "The article that claims.", leads_to="articles"),
        text("text", "The claim; shortened or empty where the article's words may not be passed on."),
        text("role", "Its place in the argument: lead or body."),
        text("basis", "What it rests on: source, inference, common_knowledge or none."),
        texts(
            "evidence",
            "What it names as evidence.",
            leads_to=("quotations", "sources", "images", "claims"),
        ),
        number("citations", "How many citations it has of its own."),
        text("attributed_to", "Whose claim the article says it is."),
        *anchor_columns("it"),
    ),
)


def rows(entry: Entry) -> Iterator[Row]:
    """Yield the rows of a document's claims."""
    for claim in entry.claims:
        named = [one if isinstance(one, str) else one["id"] for one in claim.get("evidence", ())]
        evidence = [key for one in named if (key := entry.key_of(one)) is not None]
        yield (
            entry.name_of(claim["id"]),
            entry.iri,
            claim["text"] if claim["text"] != LEFT_OUT or claim["id"] not in entry.whole else None,
            claim.get("role"),
            claim.get("basis"),
            evidence or None,
            len(claim.get("citations", ())),
            name(claim.get("attributed_to")),
            *span(claim.get("anchor")),
        )
