"""Paragraphs of plain text: lines, wrapped lines, blank lines, and citations over several lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite import convert
from pincite.converter.readers.text import paragraphs

_LONG = "The oil was measured by the cup, the wick was cut, and the lamp was lit before the first of the boats came in."
_WRAPPED = (
    "The oil was measured by the cup, the wick was cut, and\n"
    "the lamp was lit before the first of the boats came in\n"
    "with the evening tide, as it had been for many years."
)
_CITATION = "(The Lamp Keeper, Ines Marrow,\nHarbour Press, 1901,\np. 12)"
_CASES = {
    "nothing": ("", []),
    "only white space": (" \n\t\n\n", []),
    "one line": ("The lamp.", ["The lamp."]),
    "a line is a paragraph": ("The lamp.\nThe oil.", ["The lamp.", "The oil."]),
    "a blank line parts too": ("The lamp.\n\nThe oil.", ["The lamp.", "The oil."]),
    "many blank lines": ("\n\nThe lamp.\n\n\n \nThe oil.\n", ["The lamp.", "The oil."]),
    "outer white space goes": ("  The lamp. \n\tThe oil.", ["The lamp.", "The oil."]),
    "unwrapped": (f"{_LONG}\n{_LONG}", [_LONG, _LONG]),
    "wrapped": (_WRAPPED, [_WRAPPED]),
    "wrapped, two paragraphs": (f"{_WRAPPED}\n\n{_WRAPPED}", [_WRAPPED, _WRAPPED]),
    "a heading above wrapped lines": (f"The Lamp\n\n{_WRAPPED}", ["The Lamp", _WRAPPED]),
    "short lines are not wrapped": ("The lamp\nburned\nall night", ["The lamp", "burned", "all night"]),
    "a citation over several lines": (f"{_LONG}\n{_CITATION}", [_LONG, _CITATION]),
    "an unclosed parenthesis joins nothing": (
        f"{_LONG}\n(The Lamp\nThe oil.",
        [_LONG, "(The Lamp", "The oil."],
    ),
    "a parenthesis ends at a blank line": (
        f"{_LONG}\n(The Lamp,\n\n1901)",
        [_LONG, "(The Lamp,", "1901)"],
    ),
    "a dash line under wrapped lines": (
        f"{_WRAPPED}\n— Ines Marrow, 1901",
        [_WRAPPED, "— Ines Marrow, 1901"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), _CASES.values(), ids=list(_CASES))
def test_a_text_has_these_paragraphs(text: str, expected: list[str]) -> None:
    assert [one.text for one in paragraphs(text)] == expected


@pytest.mark.parametrize("text", [text for text, _ in _CASES.values()], ids=list(_CASES))
def test_paragraphs_lie_where_they_say(text: str) -> None:
    found = paragraphs(text)
    assert [one.text for one in found] == [text[one.start : one.end] for one in found]
    assert [one.start for one in found] == sorted(one.start for one in found)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(end: str) -> None:
    text = f"The Lamp\n\n{_WRAPPED}\n\n{_WRAPPED}\n{_CITATION}\n"
    assert convert(text.replace("\n", end)) == convert(text)


def test_a_wrapped_citation_is_read_as_one() -> None:
    flat = _CITATION.replace("\n", " ")
    wrapped, unwrapped = (
        convert(f"The keeper wrote of the oil and the wicks:\n\n{_LONG}\n{one}\n")
        for one in (_CITATION, flat)
    )
    (citation,) = wrapped["quotations"][0]["citations"]
    assert citation["raw"] == _CITATION
    assert citation["locator"] == {"page": "12"}
    assert wrapped["sources"] == unwrapped["sources"]


@given(st.text(alphabet="ab(). —\n\t", max_size=200))
def test_no_visible_character_is_lost(text: str) -> None:
    kept = "".join(one.text for one in paragraphs(text))
    assert "".join(kept.split()) == "".join(text.split())
