"""EDTF: which dates are possible, and which days they can mean."""

from __future__ import annotations

import calendar
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.model.edtf import EARLIEST, LATEST, Parts, bounds, impossible, parts, uncertain
from pincite.schemas import schema

MEANT = {
    # level 0
    "1918-04-02": ((1918, 4, 2), (1918, 4, 2)),
    "1918-04": ((1918, 4, 1), (1918, 4, 30)),
    "1916-02": ((1916, 2, 1), (1916, 2, 29)),
    "1900-02": ((1900, 2, 1), (1900, 2, 28)),
    "2000-02": ((2000, 2, 1), (2000, 2, 29)),
    "1918": ((1918, 1, 1), (1918, 12, 31)),
    "0000": ((0, 1, 1), (0, 12, 31)),
    "1918-03-13/1918-05-12": ((1918, 3, 13), (1918, 5, 12)),
    "1918/1919-02": ((1918, 1, 1), (1919, 2, 28)),
    # level 1
    "-0044-03-15": ((-44, 3, 15), (-44, 3, 15)),
    "1918?": ((1918, 1, 1), (1918, 12, 31)),
    "1918-04~": ((1918, 4, 1), (1918, 4, 30)),
    "1918-04-02%": ((1918, 4, 2), (1918, 4, 2)),
    "191X": ((1910, 1, 1), (1919, 12, 31)),
    "19XX": ((1900, 1, 1), (1999, 12, 31)),
    "-19XX": ((-1999, 1, 1), (-1900, 12, 31)),
    "1918-XX": ((1918, 1, 1), (1918, 12, 31)),
    "1918-04-XX": ((1918, 4, 1), (1918, 4, 30)),
    "1918-XX-XX": ((1918, 1, 1), (1918, 12, 31)),
    "1918/..": ((1918, 1, 1), LATEST),
    "1918/": ((1918, 1, 1), LATEST),
    "../1918": (EARLIEST, (1918, 12, 31)),
    "/1918-04": (EARLIEST, (1918, 4, 30)),
    "Y170000002": ((170000002, 1, 1), (170000002, 12, 31)),
    "Y-170000002": ((-170000002, 1, 1), (-170000002, 12, 31)),
    "1918-21": ((1918, 1, 1), (1918, 12, 31)),
    "1918-22": ((1918, 1, 1), (1919, 2, 28)),
    "1918-23": ((1918, 1, 1), (1918, 12, 31)),
    "1919-24": ((1919, 1, 1), (1920, 2, 29)),
    # level 2
    "Y17E7": ((170000000, 1, 1), (170000000, 12, 31)),
    "1950S2": ((1900, 1, 1), (1999, 12, 31)),
    "Y171010000S3": ((171000000, 1, 1), (171999999, 12, 31)),
    "1918-28": ((1918, 12, 1), (1919, 2, 28)),
    "1918-29": ((1918, 9, 1), (1918, 11, 30)),
    "1918-33": ((1918, 1, 1), (1918, 3, 31)),
    "1918-38": ((1918, 5, 1), (1918, 8, 31)),
    "1918-41": ((1918, 7, 1), (1918, 12, 31)),
    "[1667,1668..1670]": ((1667, 1, 1), (1670, 12, 31)),
    "{1670,1668}": ((1668, 1, 1), (1670, 12, 31)),
    "[..1668-12]": (EARLIEST, (1668, 12, 31)),
    "[1668..]": ((1668, 1, 1), LATEST),
    "1918-?04": ((1918, 4, 1), (1918, 4, 30)),
    "1XXX": ((1000, 1, 1), (1999, 12, 31)),
    "1918-0X": ((1918, 1, 1), (1918, 9, 30)),
    "1918-1X": ((1918, 10, 1), (1918, 12, 31)),
    "1918-X1": ((1918, 1, 1), (1918, 11, 30)),
    "1918-01-3X": ((1918, 1, 30), (1918, 1, 31)),
    "1918-02-1X": ((1918, 2, 10), (1918, 2, 19)),
    # nothing about the year
    "XXXX-03-11": None,
    "XXXX/1918": None,
    "[XXXX-03,1918]": None,
}

IMPOSSIBLE = {
    "1919-02-29": "month 02 of 1919 has 28 days, not 29",
    "1919-02-30": "month 02 of 1919 has 28 days, not 30",
    "1900-02-29": "month 02 of 1900 has 28 days, not 29",
    "19XX-02-30": "month 02 of 19XX has 29 days, not 30",
    "1918-06-31?": "month 06 of 1918 has 30 days, not 31",
    "1918-02-3X": "month 02 of 1918 has 28 days, not 3X",
    "1918-21-03": "a season (21) has no day",
    "1918/1919-04-31": "month 04 of 1919 has 30 days, not 31",
    "1919/1918": "the interval ends (1918) before it begins (1919)",
    "1918-05/1918-04-30": "the interval ends (1918-04-30) before it begins (1918-05)",
    "[1670..1668]": "the interval ends (1668) before it begins (1670)",
    "Y100001-02-29": "month 02 of Y100001 has 28 days, not 29",
}

POSSIBLE = ["2000-02-29", "1916-02-29", "XXXX-02-29", "19XX-02-29", "1918-XX-31", "1918-04/1918", "1918/1918"]


@pytest.mark.parametrize("date", MEANT)
def test_bounds(date: str) -> None:
    assert bounds(date) == MEANT[date]


@pytest.mark.parametrize("date", IMPOSSIBLE)
def test_impossible(date: str) -> None:
    assert impossible(date) == IMPOSSIBLE[date]


@pytest.mark.parametrize("date", [*MEANT, *POSSIBLE])
def test_possible(date: str) -> None:
    assert impossible(date) is None


@pytest.mark.parametrize("date", [*MEANT, *(date for date in IMPOSSIBLE if date != "1918-21-03"), *POSSIBLE])
def test_the_schema_lets_all_of_these_dates_through(date: str) -> None:
    assert re.search(schema("document")["$defs"]["edtf_date"]["pattern"], date)


@pytest.mark.parametrize(
    ("date", "qualified"),
    [("1918", False), ("1918?", True), ("1918-04~/1919", True), ("%1918", True), ("191X", False)],
)
def test_uncertain(date: str, *, qualified: bool) -> None:
    assert uncertain(date) is qualified


@given(st.dates())
def test_a_day_means_itself_and_its_month_holds_it(day: object) -> None:
    year, month, number = map(int, str(day).split("-"))
    assert impossible(str(day)) is None
    assert bounds(str(day)) == ((year, month, number), (year, month, number))
    assert bounds(f"{year:04d}-{month:02d}") == (
        (year, month, 1),
        (year, month, calendar.monthrange(year, month)[1]),
    )


YEARS = st.sampled_from(["1918", "1916", "191X", "19XX", "-0044", "Y17E7", "1950S2", "?1900", "XXXX"])
MONTHS = st.sampled_from(["", "-02", "-?12", "-0X", "-X2", "-21", "-24", "-30", "-41"])
DAYS = st.sampled_from(["", "-01", "-29", "-31", "-3X", "-XX~"])
ONE = st.builds("{}{}{}".format, YEARS, MONTHS, DAYS)
DATES = st.one_of(
    ONE, st.builds("{}/{}".format, ONE, st.one_of(ONE, st.just(".."))), st.builds("[{}..{}]".format, ONE, ONE)
)


@given(DATES)
def test_the_first_day_of_a_possible_date_is_not_after_its_last(date: str) -> None:
    found = bounds(date)
    if impossible(date) is None and found is not None:
        assert found[0] <= found[1]


@given(st.text(alphabet="0123456789X-/YES?~%.,[]{} soon"))
def test_no_text_is_too_odd_for_bounds(text: str) -> None:
    bounds(text)
    impossible(text)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1871", Parts("1871")),
        ("-0044", Parts("-0044")),
        ("1871-04", Parts("1871", "04")),
        ("1871-04-02~", Parts("1871", "04", "02", doubt="~")),
        ("1871-21?", Parts("1871", season="21", doubt="?")),
        ("1871-41", Parts("1871", season="41")),
        ("1872-02-29", Parts("1872", "02", "29")),
        ("1871-02-29", None),
        ("1871-13", None),
        ("1871-21-01", None),
        ("187X", None),
        ("1871~-04", None),
        ("1871/1872", None),
        ("[1871, 1872]", None),
        ("Y170000", None),
        ("1871\n", None),
        ("", None),
    ],
)
def test_a_plain_date_has_parts(edtf: str, expected: Parts | None) -> None:
    assert parts(edtf) == expected
