"""The table of quotations: one row for each passage that an article quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.entering.entry import LEFT_OUT, Fingerprint
from pincite.dataset.tables.columns import Table, anchor_columns, json_list, number, text
from pincite.dataset.tables.values import json_cell, name, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.entering.entry import Entry
    from pincite.dataset.tables.columns import Row

TABLE = Table(
    "quotations",
    "The passages that articles quote.",
    (
        text("id", "The quotation: the article's id, with the quotation's own behind it."),
        text("article", "The article that quotes.", leads_to="articles"),
        text("text", "The words, as the article shows them; shortened or empty where they may not be passed on."),
        text("text_sha256", "The digest of the whole quotation in UTF-8."),
        number("text_length", "Its whole length in code points."),
        text("display", "How it stands in the article: block or inline."),
        text("language", "Its language (BCP 47)."),
        text("speaker", "Whose words it says they are."),
        text("within", "The quotation that it stands in.", leads_to="quotations"),
        text("translation_of", "The quotation that it translates.", leads_to="quotations"),
        text("original", "The words that it translates, where they are no quotation of their own."),
        text("uncited", "Why it has no citation, on purpose."),
        number("citations", "How many citations it has."),
        json_list("segments", "What the quoter left out, put in or changed: a list of segments."),
        text("verdict", "What verification found: exact, normalised, near, altered, absent and so on; empty where nobody looked."),
        *anchor_columns("it"),
    ),
)  # fmt: skip


def rows(entry: Entry) -> Iterator[Row]:
    """Yield the rows of a document's quotations."""
    own = {one["id"]: entry.name_of(one["id"]) for one in entry.quotations}
    for quotation in entry.quotations:
        identifier = quotation["id"]
        words: str | None = quotation["text"]
        whole = entry.whole.get(identifier)
        if whole is None:
            whole = Fingerprint.of(quotation["text"])
        elif words == LEFT_OUT:
            words = None
        within, other = quotation.get("within", ""), quotation.get("translation_of", "")
        yield (
            own[identifier],
            entry.iri,
            words,
            whole.sha256,
            whole.length,
            quotation.get("display"),
            quotation.get("language"),
            name(quotation.get("speaker")),
            own.get(within),
            own.get(other),
            other if other and other not in {LEFT_OUT, *own} else None,
            quotation.get("uncited", {}).get("reason"),
            len(quotation.get("citations", ())),
            json_cell(quotation.get("segments")) if words is not None else None,
            entry.verdicts.get(identifier),
            *span(quotation.get("anchor")),
        )
