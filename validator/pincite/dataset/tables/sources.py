"""The table of sources: one row for each source, however many documents describe it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.sources.kinds import PEOPLE
from pincite.dataset.tables.columns import Table, json_object, number, text, texts, yes_or_no
from pincite.dataset.tables.values import json_cell, labels, names

if TYPE_CHECKING:
    from typing import Any

    from pincite.dataset.tables.columns import Row
    from pincite.model.format import Source

TABLE = Table(
    "sources",
    "The sources that articles cite, with those that contain them; each once, however many documents describe it.",
    (
        text("id", "The source: a digest of what it was merged by."),
        text("rule", "By what its descriptions were merged: doi, isbn, issn, description, or alone."),
        text("type", "book, letter, journal_article and so on."),
        text("title", "Its title."),
        yes_or_no("title_supplied", "Whether the title is none of its own."),
        texts("authors", "Its authors."),
        texts("recipients", "To whom it was sent."),
        texts("editors", "Its editors."),
        texts("translators", "Its translators."),
        text("date", "When it was made or published (EDTF)."),
        text("date_text", "The date as printed."),
        text("received", "When it was received (EDTF)."),
        text("coverage", "The time that it is about (EDTF)."),
        text("place", "Where it was made."),
        text("number", "Its number."),
        text("volume", "Its volume."),
        text("issue", "Its issue."),
        text("edition", "Its edition."),
        text("genre", "Its kind, in free words."),
        text("medium", "Its medium."),
        text("publisher", "Its publisher."),
        text("publisher_place", "Where that is."),
        text("platform", "The platform that offers it."),
        json_object("archive", "Where it is kept: the archive's name, place, collection, box and so on."),
        text("doi", "Its DOI."),
        text("isbn", "Its ISBN."),
        text("issn", "Its ISSN."),
        text("url", "Its address."),
        text("accessed", "When that was looked at."),
        text("language", "Its language (BCP 47)."),
        text("textual_status", "original, transcript, translation, paraphrase or excerpt."),
        text("note", "What there is to say besides."),
        text("container", "The source that it stands in.", leads_to="sources"),
        text("container_relation", "How: chapter_of, printed_in, enclosure and so on."),
        text("container_number", "Its number there."),
        json_object("container_locator", "Its extent there."),
        number("articles", "How many articles' documents describe it."),
        number("descriptions", "How many different descriptions of it there are; the row is the fullest of them."),
    ),
)  # fmt: skip

_OF_SOURCE = tuple(column.name for column in TABLE.columns[TABLE.at("type") : TABLE.at("container")])
"""The columns that are members of a source by the same names."""
_MADE = tuple(
    (place, names if name in PEOPLE else json_cell)
    for place, name in enumerate(_OF_SOURCE)
    if name in PEOPLE or name == "archive"
)
"""Those whose cells are not the members as they are, with what makes them."""


def row_of(key: str, rule: str, source: Source, articles: int, descriptions: int) -> Row:
    """Return the row of a source; in its description the container is named by its key in the dataset."""
    cells: list[Any] = list(map(source.get, _OF_SOURCE))
    for place, made in _MADE:
        if cells[place] is not None:
            cells[place] = made(cells[place])
    container = source.get("container")
    locator = container.get("locator") if container else None
    return (
        key,
        rule,
        *cells,
        container["source"] if container else None,
        container.get("relation") if container else None,
        container.get("number") if container else None,
        labels(locator),
        articles,
        descriptions,
    )
