"""Words that are another in another spelling, or with a slip of the keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.model.nearness import meant_alone, same_spelt_otherwise, slips

WORDS = st.text("abc", max_size=6)


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("dateText", "date_text", True),
        ("Date-Text", "date_text", True),
        ("journal article", "journal_article", True),
        ("date_text", "date_texts", False),
    ],
)
def test_spelt_otherwise(word: str, other: str, *, same: bool) -> None:
    assert same_spelt_otherwise(word, other) == same


@pytest.mark.parametrize(
    ("word", "other", "number"),
    [
        ("title", "title", 0),
        ("titel", "title", 1),
        ("ttle", "title", 1),
        ("tiitle", "title", 1),
        ("", "url", 3),
    ],
)
def test_slips(word: str, other: str, number: int) -> None:
    assert slips(word, other, 9) == number


@given(WORDS, WORDS, st.integers(0, 7))
def test_slips_are_counted_as_the_plain_table_does(word: str, other: str, most: int) -> None:
    assert slips(word, other, most) == slips(other, word, most) == min(plainly(word, other), most + 1)


def plainly(word: str, other: str) -> int:
    """Count slips with all cells of the table."""
    table = {(row, -1): row + 1 for row in range(-1, len(word))}
    table |= {(-1, column): column + 1 for column in range(-1, len(other))}
    for row, letter in enumerate(word):
        for column, wanted in enumerate(other):
            ways = [
                table[row - 1, column] + 1,
                table[row, column - 1] + 1,
                table[row - 1, column - 1] + (letter != wanted),
            ]
            if row and column and (letter, word[row - 1]) == (other[column - 1], wanted):
                ways.append(table[row - 2, column - 2] + 1)
            table[row, column] = min(ways)
    return table[len(word) - 1, len(other) - 1]


@pytest.mark.parametrize(
    ("word", "meant", "candidates", "alone"),
    [
        ("publsher", "publisher", ["publisher", "publisher_place"], True),
        ("Publsher", "publisher", ["publisher"], True),
        ("harbor-log", "harbour-log", ["harbour-log", "harbour-logs"], True),
        ("harbour-loc", "harbour-log", ["harbour-log", "harbour-lot"], False),
        ("tides-1871", "tides-1872", ["tides-1872"], False),
        ("ulr", "url", ["url"], True),
        ("ur", "doi", ["doi"], False),
        ("bok", "book", ["book"], True),
        ("bk", "book", ["book"], False),
        ("x" * 101, "x" * 100, ["x" * 100], False),
    ],
)
def test_a_word_is_meant_where_no_other_is_as_near(
    word: str, meant: str, candidates: list[str], *, alone: bool
) -> None:
    assert meant_alone(word, meant, candidates) == alone
