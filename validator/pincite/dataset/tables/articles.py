"""The table of articles: one row for each document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.tables.columns import Table, number, text, texts, yes_or_no
from pincite.dataset.tables.values import name, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.entering.entry import Entry
    from pincite.dataset.tables.columns import Row

TABLE = Table(
    "articles",
    "The articles, each with the document that describes it.",
    (
        text(
            "id", "The document's id; everything else in the dataset that belongs to the article leads here."
        ),
        yes_or_no("id_given", "Whether the document came with its id; otherwise it was made of its content."),
        text("version", "The document's own version."),
        text("title", "The article's title."),
        text("subtitle", "Its subtitle."),
        texts("authors", "Its authors."),
        text("date", "When it was published (EDTF)."),
        text("language", "Its language (BCP 47)."),
        text("url", "Its address."),
        text("publication", "Where it was published."),
        text("series", "The series that it is a part of."),
        text("series_part", "Which part of the series."),
        text("license", "Its licence (SPDX)."),
        text("redistribution", "How much of its text may be passed on: full, excerpts or none."),
        text("text", "Its text, in which all offsets count; empty where it is left out."),
        text("text_sha256", "The digest of its text in UTF-8."),
        number("text_length", "The length of its text in code points."),
        number("quotations", "How many quotations it has."),
        number("claims", "How many claims of it are annotated."),
        text("annotated_by", "Who annotated it."),
        text("annotated_on", "When it was annotated."),
        text("method", "How it was annotated: manual, converted or mixed."),
        text("annotation_license", "The licence of the annotation (SPDX)."),
    ),
)


def rows(entry: Entry) -> Iterator[Row]:
    """Yield the row of a document."""
    article, annotation = entry.data["article"], entry.data.get("annotation", {})
    series = article.get("series", {})
    known = entry.text
    yield (
        entry.iri,
        not entry.is_named_here,
        entry.data.get("version"),
        article.get("title"),
        article.get("subtitle"),
        names(article.get("authors")),
        article.get("date"),
        article.get("language"),
        article.get("url"),
        article.get("publication"),
        series.get("title"),
        series.get("part"),
        article.get("license"),
        article.get("redistribution"),
        article.get("text", {}).get("content"),
        known.sha256 if known else None,
        known.length if known else None,
        len(entry.quotations),
        len(entry.claims),
        name(annotation.get("by")),
        annotation.get("on"),
        annotation.get("method"),
        annotation.get("license"),
    )
