"""Which labels of pages a locator's value names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.verifier.cited_pages import cited_pages

CASES = {
    "58": ["58"],
    "58-59": ["58", "59"],
    "58–60": ["58", "59", "60"],
    "248-52": ["248", "249", "250", "251", "252"],
    "116-7, 120": ["116", "117", "120"],
    "xvi": ["xvi"],
    "XVI-XVIII": ["xvi", "xvii", "xviii"],
    "viii-xi": ["viii", "ix", "x", "xi"],
    "12v": ["12v"],
    "3 and 7": ["3", "7"],
    "58 ff.": [],
    "58, 60 ff.": [],
    "59-58": [],
    "A4-B2": [],
    "": [],
    "at the end": [],
    "1,204": ["1204"],
    "248,250": ["248", "250"],
    "12r-13v": ["12r", "12v", "13r", "13v"],
    "12v-13r": ["12v", "13r"],
    "12r-v": ["12r", "12v"],
    "12-13v": ["12", "12r", "12v", "13", "13r", "13v"],
    "7b-8c": ["7b", "7c", "7d", "8a", "8b", "8c"],
    "A12-A14": ["a12", "a13", "a14"],
    "58 et 60": ["58", "60"],
    "58 und 60": ["58", "60"],
    "58 и 60": ["58", "60"],
    "58 y 60": ["58", "60"],
    "58f": [],
    "58, passim": [],
    "58 et seq": [],
}


@pytest.mark.parametrize(("value", "labels"), CASES.items())
def test_the_labels_of_a_value(value: str, labels: list[str]) -> None:
    assert list(cited_pages(value)) == labels


def test_a_range_of_a_million_pages_is_cut() -> None:
    assert len(cited_pages("1-1000000")) == 500


@given(st.text(max_size=40) | st.text("0129abcdrvfxi-–,; et", max_size=16))
def test_any_value_gives_labels_or_none(value: str) -> None:
    assert all(label == label.casefold() and label for label in cited_pages(value))


@given(st.integers(1, 3999), st.integers(0, 30))
def test_roman_numerals_count_through(first: int, more: int) -> None:
    ones = cited_pages(f"{first}-{first + more}")
    assert len(ones) == more + 1
