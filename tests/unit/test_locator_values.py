"""The values of locators, read as places and ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.model.page_ranges import Extent, extents
from pincite.rules.locator_values import reversed_ranges


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("58", [("", 58, 58)]),
        ("58-59", [("", 58, 59)]),
        ("58–9", [("", 58, 59)]),
        ("248-52, 260", [("", 248, 252), ("", 260, 260)]),
        ("1,204", [("", 1204, 1204)]),
        ("xvi-xx", [("roman", 16, 20)]),
        ("A4", [("A", 4, 4)]),
        ("1,204-1,210; 248,250", [("", 1204, 1210), ("", 248, 248), ("", 250, 250)]),
        ("58 und 60", [("", 58, 58), ("", 60, 60)]),
        ("58 et seq.", []),
        ("12v", [("", 12, 12, "v", "v")]),
        ("12r-13v", [("", 12, 13, "r", "v")]),
        ("12r-v", [("", 12, 12, "r", "v")]),
        ("12v-r", []),
        ("58 ff.", []),
        ("59-58", []),
        ("A4-B2", []),
        ("xvi-3", []),
        ("12,", []),
        ("", []),
        pytest.param("9" * 18, [("", 10**18 - 1, 10**18 - 1)], id="as many digits as count"),
        pytest.param("1" * 5000, [], id="thousands of digits"),
        pytest.param("1" * 4301 + "-2", [], id="thousands of digits, the end shortened"),
        pytest.param("1" * 5000 + "-" + "2" * 5000, [], id="thousands of digits twice"),
        pytest.param("A" + "1" * 5000, [], id="thousands of digits behind a letter"),
        ("\u0130-\u0130", []),
    ],
)
def test_places_and_ranges_are_read(
    value: str, expected: list[tuple[str, int, int] | tuple[str, int, int, str, str]]
) -> None:
    assert list(extents(value)) == [Extent(*one) for one in expected]


@given(st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 300)), min_size=1, max_size=5))
def test_what_is_written_is_read(ranges: list[tuple[int, int]]) -> None:
    value = "; ".join(f"{start}-{start + length}" for start, length in ranges)
    assert extents(value) == tuple(Extent("", start, start + length) for start, length in ranges)


@pytest.mark.parametrize(
    "value",
    ["1" * 4301 + "-2", "\u0130-x", "x-\u0130"],
    ids=["thousands of digits", "dotted capital", "dotted capital as the end"],
)
def test_what_is_no_number_is_not_reversed(value: str) -> None:
    assert list(reversed_ranges(value)) == []


@given(st.text("0123456789ivxlcdmA-–,;& fr.\u0130\u017f", max_size=20) | st.text(max_size=20))
def test_any_text_is_read_or_refused(value: str) -> None:
    assert all(one.first <= one.last for one in extents(value))
