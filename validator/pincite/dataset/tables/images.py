"""The table of images: one row for each picture that an article shows or points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.tables.columns import Table, anchor_columns, json_object, number, text, yes_or_no
from pincite.dataset.tables.values import json_cell, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.entering.entry import Entry
    from pincite.dataset.tables.columns import Row

TABLE = Table(
    "images",
    "The pictures that articles show or point at.",
    (
        text("id", "The picture: the article's id, with the picture's own behind it."),
        text("article", "The article that shows it.", leads_to="articles"),
        text("role", "evidence for one that shows a source, figure for any other."),
        text("label", "The label that the article prints for it."),
        text("handling", "What became of its file: copied, linked, hashed or missing."),
        text("path", "Its file in this dataset."),
        text("url", "Its address."),
        text("missing", "Why it is not there."),
        text("media_type", "Its media type."),
        text("sha256", "The digest of its file."),
        number("width", "Its width in pixels."),
        number("height", "Its height in pixels."),
        json_object("region", "The part of it that matters."),
        text("alt", "What a reader is told who cannot see it."),
        yes_or_no("alt_generated", "Whether a program wrote that."),
        text("caption", "Its caption as printed."),
        text("credit", "Its credit line as printed."),
        text("license", "Its licence (SPDX)."),
        text("rights", "Its rights, in words."),
        *anchor_columns("it, or its mark,"),
    ),
)


def rows(entry: Entry) -> Iterator[Row]:
    """Yield the rows of a document's images."""
    for image in entry.images:
        alt = image.get("alt", {})
        yield (
            entry.name_of(image["id"]),
            entry.iri,
            image.get("role"),
            image.get("label"),
            entry.handling.get(image["id"]),
            image.get("path"),
            image.get("url"),
            image["missing"].get("reason", "") if "missing" in image else None,
            image.get("media_type"),
            image.get("sha256"),
            image.get("width"),
            image.get("height"),
            json_cell(image.get("region")),
            alt.get("text"),
            alt.get("generated"),
            image.get("caption"),
            image.get("credit"),
            image.get("license"),
            image.get("rights"),
            *span(image.get("anchor")),
        )
