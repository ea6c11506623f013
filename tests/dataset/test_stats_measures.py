"""How values are counted and numbers spread, against the standard library and by hand."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pyarrow")

import pyarrow as pa

from pincite.dataset.describing.figures import percent
from pincite.dataset.statistics import tallies
from pincite.dataset.statistics.tallies import Spread, Tally, counted_texts
from pincite.dataset.statistics.times import LONGER, century, decade


def spread_of(numbers: list[int]) -> Spread:
    found = Spread()
    for number, times in Counter(numbers).items():
        found.add(number, times)
    return found


@settings(max_examples=40)
@given(st.lists(st.one_of(st.integers(0, 12), st.integers(0, 10**7)), min_size=1, max_size=30))
def test_numbers_are_spread_as_the_standard_library_says(numbers: list[int]) -> None:
    found = spread_of(numbers)
    assert (found.smallest, found.largest, found.total) == (min(numbers), max(numbers), sum(numbers))
    assert found.median == median(numbers)
    bins = found.bins()
    assert [one.times for one in bins] == [sum(a <= one <= b for one in numbers) for a, b, _ in bins]
    assert sum(one.times for one in bins) == len(numbers)
    assert bins[0].times
    assert bins[-1].times
    assert all(one.last + 1 == other.first for one, other in pairwise(bins))


def test_of_no_numbers_nothing_is_said() -> None:
    empty = Spread().as_json()
    assert empty == {"smallest": None, "median": None, "largest": None, "total": 0, "bins": []}


def test_classes_of_numbers_are_told_apart_where_people_do() -> None:
    bins = [(one.first, one.last) for one in spread_of([0, 250]).bins()]
    assert bins == [(0, 0), (1, 1), (2, 2), (3, 4), (5, 9), (10, 19), (20, 49), (50, 99), (100, 199), (200, 499)]  # fmt: skip


def test_a_median_that_is_whole_is_told_as_a_whole_number() -> None:
    assert repr(spread_of([2, 4]).median) == "3"
    assert repr(spread_of([2, 3]).median) == "2.5"


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["bell", "clock", "seed", None]), max_size=20))
def test_values_are_counted(values: list[str | None]) -> None:
    tally = Tally()
    for value, times in counted_texts(pa.array(values, pa.string())):
        tally.add(value, times)
    known = Counter(value for value in values if value is not None)
    assert tally.as_json() == {
        "values": dict(sorted(known.items(), key=lambda one: (-one[1], one[0]))),
        "none": values.count(None),
        "others": 0,
    }


def test_values_beyond_all_vocabularies_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tallies, "MOST", 2)
    tally = Tally()
    for value in ("a", "b", "c", "a", "d"):
        tally.add(value, 1)
    assert tally.as_json() == {"values": {"a": 2, "b": 1}, "none": 0, "others": 2}


@pytest.mark.parametrize(
    ("date", "of_decade", "of_century"),
    [
        ("1857", "1850", "1800"),
        ("1857-02-11", "1850", "1800"),
        ("185X", "1850", "1800"),
        ("18XX", LONGER, "1800"),
        ("1857?", "1850", "1800"),
        ("1851/1859", "1850", "1800"),
        ("1859/1860", LONGER, "1800"),
        ("1899/1901", LONGER, LONGER),
        ("1857/..", LONGER, LONGER),
        ("-0043", "-50", "-100"),
        ("0005", "0", "0"),
        ("XXXX-03-11", LONGER, LONGER),
        ("not a date", LONGER, LONGER),
    ],
)
def test_dates_lie_in_times(date: str, of_decade: str, of_century: str) -> None:
    assert (decade(date), century(date)) == (of_decade, of_century)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (0, 0, "–"),
        (0, 7, "0%"),
        (7, 7, "100%"),
        (1, 3, "33.3%"),
        (2, 3, "66.7%"),
        (11, 12, "91.7%"),
        (1, 8, "12.5%"),
        (1, 16, "6.3%"),
        (99_999, 100_000, "99.9%"),
        (1, 100_000, "<0.1%"),
        (1, 2000, "0.1%"),
        (1, 2001, "<0.1%"),
        (1999, 2000, "99.9%"),
        (1, 1000, "0.1%"),
    ],
)
def test_shares_are_never_more_than_they_are(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown
