"""Marks in a whole article: which pairs they form, whatever stands there."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.rules.article_marks import double_pairs, paragraphs
from pincite.rules.omission_marks import omissions

MARKED = st.text(alphabet="ab .,\n“”\"„«»‘’'(…12")


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("“a” b", [("“a”", False)]),
        ("“a «b» c”", [("“a «b» c”", False), ("«b»", True)]),
        ('"a" and "b"', [('"a"', False), ('"b"', False)]),
        ("„a“ und »b«", [("„a“", False), ("»b«", False)]),
        ("« a » et « b »", [("« a »", False), ("« b »", False)]),
        ("“a\nb”", []),
        ("“a\nb”\n\n“c”", [("“a\nb”", False), ("“c”", False)]),
        ('the 12" plank', []),
    ],
)
def test_pairs(text: str, pairs: list[tuple[str, bool]]) -> None:
    assert [(text[pair.start : pair.end], pair.nested) for pair in double_pairs(text)] == pairs


@given(MARKED)
def test_pairs_are_pieces_with_marks_at_both_ends(text: str) -> None:
    for pair in double_pairs(text):
        assert text[pair.start] in '“"„«»'
        assert text[pair.end - 1] in '”“"«»'
        assert pair.end - pair.start > 1


@given(MARKED)
def test_paragraphs_are_the_text_but_its_breaks(text: str) -> None:
    parted = "\n\n" if "\n\n" in text else "\n"
    assert [text[start:end] for start, end in paragraphs(text)] == [one for one in text.split(parted) if one]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("a … b", ["…"]),
        ("a ... b....", ["...", "..."]),
        ("a . . . b", [". . ."]),
        ("a … b ... c . . . d", ["…", "...", ". . ."]),
        ("a.. b..... c", []),
        ("e. g. this", []),
    ],
)
def test_omissions(text: str, forms: list[str]) -> None:
    assert [one.form for one in omissions(text)] == forms


@given(st.text(alphabet="a .…[]\n"))
def test_omissions_are_told_in_order_and_hold_marks_only(text: str) -> None:
    last = 0
    for one in omissions(text):
        assert last <= one.start < one.end
        assert set(text[one.start : one.end]) <= set("… .")
        assert not text[one.start : one.end].startswith(" ")
        last = one.end


def test_many_marks_take_no_long_time() -> None:
    started = time.perf_counter()
    for text in ("“" * 50_000, "“a” " * 20_000, '" ' * 50_000, ". " * 50_000, "«a\n" * 20_000):
        double_pairs(text)
        list(omissions(text))
    assert time.perf_counter() - started < 5
