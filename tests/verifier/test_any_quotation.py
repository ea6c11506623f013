"""What holds of any quotation and any text."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pincite
from pincite.verifier.folding.furniture import furniture
from pincite.verifier.folding.letters import letters_in, letters_of
from pincite.verifier.matching.index import Index
from pincite.verifier.wording.marks import wording_of
from tests.growth import assert_proportional

_WORDS = st.sampled_from(
    [
        "the",
        "tide",
        "turned",
        "at",
        "six",
        "and",
        "boat",
        "Pell",
        "not",
        "14",
        "1871",
        "keeper’s",
        "“old”",
        "лодка",
        "не",
        "船未歸",
    ]
)
_SOURCE = st.lists(_WORDS, min_size=12, max_size=80).map(" ".join)
_SIGNS = st.text(alphabet="ab ck[]….()“”'-\n\f\u00ad\u0301\u05b6אб船1,½ﬁ²", max_size=120)


@settings(max_examples=150, deadline=None)
@given(_SIGNS, _SIGNS)
def test_anything_is_judged_and_every_span_lies_in_its_text(quotation: str, text: str) -> None:
    verdict = pincite.verify(quotation, text)
    for span in verdict.spans:
        assert 0 <= span.start <= span.end <= len(text)
    for one in verdict.alterations:
        assert 0 <= one.at.start <= one.at.end <= len(quotation)
        assert 0 <= one.span.start <= one.span.end <= len(text)
    if verdict.faithful:
        assert verdict.spans
        assert all(one.declared for one in verdict.alterations)
    if verdict.verdict == "exact":
        whole = verdict.span
        assert whole is not None
        assert text[whole.start : whole.end] in quotation


@settings(max_examples=100, deadline=None)
@given(_SOURCE, st.data())
def test_whole_words_of_a_text_stand_in_it(text: str, data: st.DataObject) -> None:
    words = text.split()
    start = data.draw(st.integers(0, len(words) - 8))
    quotation = " ".join(words[start : start + 8])
    verdict = pincite.verify(quotation, text)
    assert verdict.verdict in {"exact", "ambiguous"}
    assert any(text[span.start : span.end] == quotation for span in verdict.spans)


@settings(max_examples=100, deadline=None)
@given(_SOURCE, st.data())
def test_a_text_without_one_of_its_words_is_not_faithful(text: str, data: st.DataObject) -> None:
    words = [f"{word}{number}x" for number, word in enumerate(text.split())]  # each word stands once
    start = data.draw(st.integers(0, len(words) - 10))
    quoted = words[start : start + 10]
    del quoted[data.draw(st.integers(2, 7))]
    assert pincite.verify(" ".join(quoted), " ".join(words)).verdict == "altered"


@given(_SIGNS)
def test_folding_by_table_and_by_character_agree(text: str) -> None:
    letters = letters_of(text)
    assert letters.line == letters_in(text)
    assert len(letters.offsets) == len(letters.line)
    assert all(letters_in(text[at]) for at in letters.offsets)


@given(_SIGNS, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_folding_overlooks_the_normal_form(text: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"]) -> None:
    raised = re.compile(
        "[\u00b2½]"
    )  # what a raised number or a fraction means is lost in the compatibility forms
    bare = raised.sub("", text)
    assert letters_in(unicodedata.normalize(form, bare)) == letters_in(bare)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abc", min_size=40, max_size=400), st.data())
def test_the_index_finds_what_plain_search_finds(line: str, data: st.DataObject) -> None:
    index = Index(letters_of(line))
    start = data.draw(st.integers(0, len(line) - 15))
    run = line[start : start + data.draw(st.integers(12, 40))]
    expected = [at for at in range(len(line)) if line.startswith(run, at)]
    for _ in range(14):  # from some question on, the index answers
        assert index.places(run, 1000) == expected


@given(_SIGNS)
def test_parts_and_marks_cover_a_quotation_in_order(quotation: str) -> None:
    wording = wording_of(quotation)
    places = [part.at for part in wording.parts] + [mark.at for joint in wording.joints for mark in joint]
    places.sort()
    assert all(one.end <= other.start for one, other in pairwise(places))
    assert len(wording.joints) == len(wording.parts) + 1


@given(_SIGNS)
def test_furniture_lies_apart_and_in_order(text: str) -> None:
    found = furniture(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "piece", ["a ", "1\n", "[1", "\f", "[", "x 1\n", "(page ", "… ", "“a” ", "a\u0301", "-\n", "12 HEAD\n\f"]
)
def test_time_grows_with_the_text(piece: str) -> None:
    quotation = "some words that stand in no such text"
    assert_proportional(
        lambda text: pincite.verify(quotation, text),
        lambda size: piece * (size // len(piece)),
        20_000,
        320_000,
    )


@pytest.mark.parametrize("piece", ["a … ", "[a] ", "a[b]", "… ", "[[", "a [sic] "])
def test_time_grows_with_the_quotation(piece: str) -> None:
    text = "a b c d e f g h i j k " * 200
    assert_proportional(
        lambda quotation: pincite.verify(quotation, text),
        lambda size: piece * (size // len(piece)),
        2_000,
        64_000,
    )
