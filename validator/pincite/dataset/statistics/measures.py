"""What is counted in the tables of a dataset. A measure is one entry here: everything that tells figures goes by these lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

import pyarrow as pa
import pyarrow.compute as pc

from pincite.dataset.statistics.times import century, decade
from pincite.model.verdicts import FAITHFUL

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    Holds: TypeAlias = Callable[[pa.RecordBatch], pa.BooleanArray]

ROLE, HANDLING = "role", "handling"


class Coverage(NamedTuple):
    """How many rows of a table have something: which ones a function of a piece of it says, from some columns.

    ``words`` say it for people; ``among`` says which rows count, all of them where it is not given.
    """

    name: str
    words: str
    table: str
    columns: tuple[str, ...]
    holds: Holds
    among: Holds | None = None


class Tallied(NamedTuple):
    """Which values a table has, and how often; the values are those of one column, or are made of some.

    ``means`` makes of a value the one that is counted.
    """

    name: str
    words: str
    table: str
    columns: tuple[str, ...]
    made: Callable[[pa.RecordBatch], pa.StringArray] | None = None
    means: Callable[[str], str] | None = None


class Spreading(NamedTuple):
    """How the numbers of a column are spread."""

    name: str
    words: str
    table: str
    column: str


def _has(*columns: str) -> Holds:
    """Return what says whether any of some columns has a value: a list with items, a number but nought, any text."""

    def holds(batch: pa.RecordBatch) -> pa.BooleanArray:
        found = _filled(batch.column(columns[0]))
        for name in columns[1:]:
            found = pc.or_(found, _filled(batch.column(name)))
        return found

    return holds


def _filled(column: pa.Array[Any]) -> pa.BooleanArray:
    if pa.types.is_string(column.type):
        return pc.is_valid(column)
    numbers = pc.list_value_length(column) if pa.types.is_list(column.type) else column
    return _more_than(numbers, 0)


def _more_than(column: pa.Array[Any], number: int) -> pa.BooleanArray:
    more = pc.greater(column, pa.scalar(number))
    return cast("pa.BooleanArray", more.fill_null(False))  # noqa: FBT003 - the library's form


def _placed(batch: pa.RecordBatch) -> pa.BooleanArray:
    return pc.is_valid(batch.column("start"))


def _one_of(column: str, *values: str) -> Holds:
    def holds(batch: pa.RecordBatch) -> pa.BooleanArray:
        return pc.is_in(batch.column(column), value_set=pa.array(values))

    return holds


def _in_several(batch: pa.RecordBatch) -> pa.BooleanArray:
    return _more_than(batch.column("articles"), 1)


def _is_whole(batch: pa.RecordBatch) -> pa.BooleanArray:
    """Return which quotations stand there with all of their words."""
    words = cast("pa.StringArray", batch.column("text"))
    same = pc.equal(pc.utf8_length(words), batch.column("text_length"))
    return cast("pa.BooleanArray", same.fill_null(False))  # noqa: FBT003 - the library's form


def _words_kept(batch: pa.RecordBatch) -> pa.StringArray:
    """Return what became of the words of quotations."""
    rest = pc.if_else(pc.is_valid(batch.column("text")), pa.scalar("shortened"), pa.scalar("left out"))
    return cast("pa.StringArray", pc.if_else(_is_whole(batch), pa.scalar("whole"), rest))


COVERAGE: tuple[Coverage, ...] = (
    Coverage(
        "claims_with_evidence",
        "claims with evidence or a citation",
        "claims",
        ("evidence", "citations"),
        _has("evidence", "citations"),
    ),
    Coverage(
        "quotations_cited",
        "quotations with a citation",
        "quotations",
        ("citations",),
        _has("citations"),
    ),
    Coverage(
        "quotations_accounted_for",
        "quotations with a citation, or a reason for none",
        "quotations",
        ("citations", "uncited"),
        _has("citations", "uncited"),
    ),
    Coverage(
        "citations_with_source",
        "citations that lead to a source",
        "citations",
        ("source",),
        _has("source"),
    ),
    Coverage(
        "citations_with_locator",
        "citations that name a place in their source",
        "citations",
        ("locator",),
        _has("locator"),
    ),
    Coverage(
        "citations_with_image",
        "citations with a picture of the place",
        "citations",
        ("images",),
        _has("images"),
    ),
    Coverage(
        "evidence_with_image",
        "pictures of evidence that are here or linked to",
        "images",
        (ROLE, HANDLING),
        _one_of(HANDLING, "copied", "linked"),
        _one_of(ROLE, "evidence"),
    ),
    Coverage(
        "quotations_placed",
        "quotations with their place in the article",
        "quotations",
        ("start",),
        _placed,
    ),
    Coverage(
        "quotations_with_text",
        "quotations with all of their words",
        "quotations",
        ("text", "text_length"),
        _is_whole,
    ),
    Coverage(
        "quotations_verified",
        "quotations held against their sources",
        "quotations",
        ("verdict",),
        _has("verdict"),
    ),
    Coverage(
        "quotations_found",
        "of these, quotations found there as they stand",
        "quotations",
        ("verdict",),
        _one_of("verdict", *sorted(FAITHFUL)),
        _has("verdict"),
    ),
    Coverage(
        "sources_identified",
        "sources with a DOI, ISBN or ISSN to go by",
        "sources",
        ("rule",),
        _one_of("rule", "doi", "isbn", "issn"),
    ),
    Coverage("sources_dated", "sources with a date", "sources", ("date",), _has("date")),
    Coverage(
        "sources_shared",
        "sources that stand in more than one article",
        "sources",
        ("articles",),
        _in_several,
    ),
)
"""In the order in which people read them. ``CITED`` and ``WITH_TEXT`` are found in other ways."""

CITED = ("sources_cited", "sources that a citation leads to", "sources")
"""The share of sources that are cited themselves; the others only hold cited ones, or are named by claims."""
WITH_TEXT = ("articles_with_text", "articles with their text", "articles")
"""The share of articles whose text is there."""


def _column(table: str, column: str, words: str) -> Tallied:
    return Tallied(f"{table}.{column}", words, table, (column,))


TALLIES: tuple[Tallied, ...] = (
    _column("articles", "language", "languages of articles"),
    _column("articles", "license", "licences of articles"),
    _column("articles", "redistribution", "redistribution of articles"),
    _column("articles", "method", "how articles were annotated"),
    _column("articles", "annotation_license", "licences of annotations"),
    Tallied("articles.decade", "articles by decade", "articles", ("date",), None, decade),
    _column("sources", "type", "sources by type"),
    _column("sources", "rule", "sources by merging rule"),
    Tallied("sources.century", "sources by century", "sources", ("date",), None, century),
    Tallied("sources.decade", "sources by decade", "sources", ("date",), None, decade),
    _column("sources", "language", "languages of sources"),
    _column("sources", "textual_status", "sources by textual status"),
    _column("quotations", "language", "languages of quotations"),
    _column("quotations", "display", "quotations by display"),
    _column("quotations", "verdict", "verdicts on quotations"),
    Tallied("quotations.words", "words of quotations", "quotations", ("text", "text_length"), _words_kept),
    _column("claims", "basis", "what claims rest on"),
    _column("claims", ROLE, "claims by role"),
    _column("relations", "type", "relations by type"),
    _column("images", ROLE, "pictures by role"),
    _column("images", HANDLING, "what became of pictures"),
    _column("images", "license", "licences of pictures"),
    _column("images", "media_type", "pictures by media type"),
)

SPREADS: tuple[Spreading, ...] = (
    Spreading("articles.quotations", "quotations in an article", "articles", "quotations"),
    Spreading("articles.claims", "claims in an article", "articles", "claims"),
    Spreading("articles.text_length", "characters of an article", "articles", "text_length"),
    Spreading("quotations.text_length", "characters of a quotation", "quotations", "text_length"),
    Spreading("quotations.citations", "citations of a quotation", "quotations", "citations"),
    Spreading("sources.articles", "articles in which a source stands", "sources", "articles"),
)
