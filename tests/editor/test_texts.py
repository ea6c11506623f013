"""Positions lead to offsets and back in every unit, and lines end where the protocol says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from pincite.editor.texts import Text
from pincite.model.finding import Place

UNITS = [PositionEncodingKind.Utf8, PositionEncodingKind.Utf16, PositionEncodingKind.Utf32]
WORDS = st.text(st.sampled_from("ab \r\n\u2028\x85\x0c\té😋\ud800\ufeff"))


@pytest.mark.parametrize("units", UNITS)
@given(source=WORDS, data=st.data())
def test_an_offset_leads_to_a_position_and_back(
    units: PositionEncodingKind, source: str, data: st.DataObject
) -> None:
    text = Text(source, units)
    offset = data.draw(st.integers(0, len(source)))
    within_break = source[offset - 1 : offset + 1] == "\r\n"
    assert text.offset(text.position(offset)) == offset - within_break


@pytest.mark.parametrize("units", UNITS)
@given(source=WORDS, line=st.integers(0, 9), character=st.integers(0, 99))
def test_every_position_leads_somewhere(
    units: PositionEncodingKind, source: str, line: int, character: int
) -> None:
    text = Text(source, units)
    offset = text.offset(Position(line, character))
    assert 0 <= offset <= len(source)
    found = text.position(offset)
    assert (found.line, found.character) <= (line, character)


@given(source=WORDS, start=st.integers(0, 20), end=st.integers(0, 20), new=WORDS)
def test_a_change_replaces_a_range(source: str, start: int, end: int, new: str) -> None:
    text = Text(source)
    start, end = sorted((min(start, len(source)), min(end, len(source))))
    if "\r\n" in {source[start - 1 : start + 1], source[end - 1 : end + 1]}:
        return  # no position lies between the two
    changed = text.changed(text.range(start, end), new)
    assert changed.source == source[:start] + new + source[end:]
    assert text.changed(None, new).source == new


@pytest.mark.parametrize(
    ("source", "units", "line", "character", "offset"),
    [
        ("ab\ncd", "utf-16", 1, 1, 4),
        ("ab\r\ncd", "utf-16", 0, 9, 2),
        ("ab\rcd", "utf-16", 1, 0, 3),
        ("a\u2028b\x85c\x0cd\ne", "utf-16", 1, 0, 8),
        ("😋b", "utf-16", 0, 2, 1),
        ("😋b", "utf-16", 0, 1, 0),
        ("😋b", "utf-8", 0, 4, 1),
        ("😋b", "utf-32", 0, 1, 1),
        ("é\nb", "utf-8", 0, 2, 1),
        ("ab\n", "utf-16", 1, 0, 3),
        ("ab", "utf-16", 7, 7, 2),
        ("", "utf-16", 0, 0, 0),
    ],
)
def test_a_position_is_an_offset(source: str, units: str, line: int, character: int, offset: int) -> None:
    assert Text(source, PositionEncodingKind(units)).offset(Position(line, character)) == offset


@pytest.mark.parametrize(
    ("source", "place", "expected"),
    [
        ("ab\ncd", (2, 1, 2, 3), (1, 0, 1, 2)),
        ("a😋b\n", (1, 3, 1, 4), (0, 3, 0, 4)),
        ("\ufeffab\n", (1, 1, 1, 3), (0, 1, 0, 3)),
        ("ab\ncd\nef", (1, 2, 3, 1), (0, 1, 0, 2)),  # no further than its first line
        ("ab", (9, 9, 9, 9), (0, 2, 0, 2)),
    ],
)
def test_the_place_of_a_finding_is_a_range(
    source: str, place: tuple[int, int, int, int], expected: tuple[int, int, int, int]
) -> None:
    line, character, end_line, end = expected
    found = Text(source).range_of(Place(*place, ""))
    assert found == Range(Position(line, character), Position(end_line, end))


def test_a_finding_without_a_place_stands_in_the_first_line() -> None:
    assert Text("ab\ncd").range_of(None) == Range(Position(0, 0), Position(0, 2))
