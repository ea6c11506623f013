"""A house style's own demands, which no document can bring along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.model.document import Document
from pincite.model.house import House
from pincite.reading.articles import ArticlePositions
from pincite.rules import house_member_missing

if TYPE_CHECKING:
    from pincite.model.format import Source

BOOK: Source = {
    "id": "clocks",
    "type": "book",
    "title": "Clocks",
    "authors": [{"literal": "Ada Fenn"}],
    "date": "1962",
    "publisher": "Lantern Row",
}


def messages(source: Source, **required: tuple[str, ...]) -> list[str]:
    """Return what a house that requires members by type says of a source."""
    document = Document(
        "clock.pincite.yaml",
        {"pincite": "1.0", "article": {"title": "The harbour clock"}, "sources": [source]},
        ArticlePositions(""),
        house=House(required=required),
    )
    return [finding.message for finding in house_member_missing.check(document)]


def test_each_source_is_told_once_with_all_it_lacks() -> None:
    assert messages(BOOK, book=("isbn", "publisher_place")) == [
        "book 'clocks' has no 'isbn' and no 'publisher_place': the house style requires it of every book"
    ]


@pytest.mark.parametrize(
    "source",
    [
        {**BOOK, "isbn": "978-0-00-000000-2"},
        {**BOOK, "inferred": {"isbn": "the book is older than the number"}},
    ],
    ids=["given", "declared"],
)
def test_what_is_given_or_declared_is_not_missed(source: Source) -> None:
    assert messages(source, book=("isbn",)) == []


def test_other_types_and_houses_that_ask_nothing_are_passed_over() -> None:
    assert messages(BOOK, webpage=("accessed",)) == []
    assert messages(BOOK) == []


def test_what_another_rule_misses_is_told_too() -> None:
    bare: Source = {"id": "clocks", "type": "book", "title": "Clocks"}
    assert messages(bare, book=("publisher", "date", "isbn")) == [
        "book 'clocks' has no 'publisher' and no 'date' and no 'isbn': the house style requires it of every book"
    ]
