"""The table of citations: one row for each naming of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.tables.columns import Table, anchor_columns, json_object, number, text, texts
from pincite.dataset.tables.values import labels, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.entering.entry import Entry
    from pincite.dataset.tables.columns import Row
    from pincite.model.format import Citation

TABLE = Table(
    "citations",
    "The citations of quotations and claims: which place in which source.",
    (
        text("id", "The citation: what it belongs to, and its number there."),
        text("article", "The article that cites.", leads_to="articles"),
        text("quotation", "The quotation that it belongs to.", leads_to="quotations"),
        text("claim", "The claim that it belongs to.", leads_to="claims"),
        number("number", "Its number among the citations of what it belongs to, from 1."),
        text("source", "The cited source.", leads_to="sources"),
        json_object("locator", "The place in it: labels such as page, each with its value."),
        text("page", "The page or pages of the place, as it is the commonest label."),
        text("raw", "The citation as it is printed."),
        texts("unparsed", "Pieces of it that were not understood."),
        text("archive_code", "The archive's short code that it prints."),
        texts("images", "The pictures of the place.", leads_to=("images",)),
        text("note", "What it says besides, such as whose italics they are."),
        text("copy_sha256", "The digest of the copy of the source in which the passage was found."),
        number("copy_page", "The page of that copy, from 1."),
        *anchor_columns("the printed citation"),
    ),
)


def rows(entry: Entry) -> Iterator[Row]:
    """Yield the rows of the citations of a document's quotations, then of its claims."""
    for quotation in entry.quotations:
        owner = entry.name_of(quotation["id"])
        for place, citation in enumerate(quotation.get("citations", ()), 1):
            yield _row(entry, owner, (owner, None), place, citation)
    for claim in entry.claims:
        owner = entry.name_of(claim["id"])
        for place, citation in enumerate(claim.get("citations", ()), 1):
            yield _row(entry, owner, (None, owner), place, citation)


def _row(
    entry: Entry, owner: str, belongs_to: tuple[str | None, str | None], place: int, citation: Citation
) -> Row:
    locator, passage = citation.get("locator"), citation.get("passage", {})
    return (
        f"{owner}/{place}",
        entry.iri,
        *belongs_to,
        place,
        entry.source_of(citation.get("source")),
        labels(locator),
        locator.get("page") if locator else None,
        citation.get("raw"),
        citation.get("unparsed") or None,
        citation.get("archive_code"),
        [entry.name_of(one) for one in citation.get("images", ()) if one in entry.image_ids] or None,
        citation.get("note"),
        passage.get("copy"),
        passage.get("page"),
        *span(citation.get("anchor")),
    )
