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
    assert slips(word, other) == number


@given(WORDS, WORDS)
def test_slips_are_the_same_both_ways_and_none_only_between_equals(word: str, other: str) -> None:
    assert slips(word, other) == slips(other, word) <= max(len(word), len(other))
    assert (slips(word, other) == 0) == (word == other)


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
