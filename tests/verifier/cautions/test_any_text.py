"""Cautions about any text: nothing is raised, every place lies in the text, and time grows with the part looked at."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.model.finding import Span
from pincite.verifier.cautions import around, hidden, inserted, replaced
from pincite.verifier.languages import codes
from pincite.verifier.prose import language_of, sentence_at
from pincite.verifier.prose.folded import Folded
from tests.growth import assert_proportional

_PIECES = st.sampled_from(
    ["not ", "n't", "ne ", "n’", "pas", "kein", "не", "不", "無花果", "לֹא", "אל ת", "אַל", "unless ", "if", "as if ", "one hundred ", "12,5 %",
     "[3]", "-\n", "\n\n", ". ", "! ", "? » ", "…", "。", "׃ ס ", ":", "*", "_", "e\u0301", "\u0301", "\u05b7", "\u00ad", "No. 5", "Mr. ", "z. B. ", "ﬁ", "ß", "İ", "¹", "\ud800", "\0", "that ", "denied "]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_PIECES | st.text(max_size=4), max_size=40).map("".join))
_LANGUAGES = st.sampled_from([None, *codes(), "en-GB", "xx", "", "../en"])


@given(_TEXTS, _TEXTS, _LANGUAGES, st.data())
def test_nothing_is_raised_and_every_place_lies_in_the_text(
    text: str, words: str, language: str | None, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    place = Span(start, data.draw(st.integers(start, len(text))))
    marked = data.draw(st.booleans())
    sentence = sentence_at(text, place.start, place.end, language)
    assert 0 <= sentence.start <= place.start <= place.end <= sentence.end <= len(text)
    told = [
        *hidden(text, place, language),
        *inserted(words, place, language),
        *replaced(words, place, text, language),
        *around(text, place, language, starts_marked=marked, ends_marked=marked),
    ]
    assert all(0 <= one.span.start <= one.span.end <= len(text) and one.words and one.message for one in told)
    assert language_of(text) in {None, *codes()}


@given(_TEXTS, st.data())
def test_folded_text_leads_back_to_the_text(text: str, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, len(text)))
    folded = Folded(text, Span(low, data.draw(st.integers(low, len(text)))))
    for place in range(len(folded.text)):
        raw = folded.raw(place, place + 1)
        assert low <= raw.start < raw.end <= len(text)


@pytest.mark.parametrize("code", codes())
def test_words_are_found_in_either_normal_form(code: str) -> None:
    words = {
        "en": "can’t",
        "de": "außer",
        "fr": "guère",
        "es": "jamás",
        "ru": "ничьё",
        "zh": "沒",
        "he": "לֹא",
    }[code]
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, words)
        [told] = hidden(f"a {written} b", Span(2, 2 + len(written)), code)
        assert unicodedata.normalize("NFC", told.words) == unicodedata.normalize("NFC", words)
        assert told.span == Span(2, 2 + len(written))


_HARD = {
    "letters": "a",
    "blanks": " ",
    "line ends": "\n",
    "full stops": ". ",
    "dots": ".",
    "accents": "e\u0301",
    "accents alone": "\u0301",
    "hyphens": "-\n",
    "halves": "ne ",
    "joined": "as  ",
    "figures": "1,",
    "brackets": "[1",
    "initials": "A. ",
    "points": "א\u05b7",
    "characters": "三",
    "closing marks": ".”",
}


def _ask(text: str) -> None:
    whole, middle = Span(0, len(text)), len(text) // 2
    hidden(text, whole, None)
    inserted(text, whole, None)
    replaced(text, whole, text, None)
    for start in range(20):
        around(text, Span(middle + start, middle + start + 5), None, starts_marked=False, ends_marked=False)
    language_of(text)


@pytest.mark.parametrize("piece", _HARD.values(), ids=_HARD)
def test_time_grows_with_the_text(piece: str) -> None:
    assert_proportional(_ask, lambda size: piece * size, 2_000, largest=40_000)


def test_time_grows_with_the_lines_behind_a_hyphen() -> None:
    assert_proportional(_ask, lambda size: f"a-{chr(10) * size}1", 2_000, largest=40_000)


def test_time_of_a_gap_does_not_grow_with_the_text_around_it() -> None:
    gap = "The ferry did not sail. "

    def ask(text: str) -> None:
        middle = len(text) // 2
        for start in range(200):
            hidden(text, Span(middle + start, middle + start + 50), "en")
            sentence_at(text, middle + start, middle + start + 50, "en")

    assert_proportional(ask, lambda size: gap * size, 1_000, at_most=2.5)


def test_each_sign_is_folded_alike_however_plain_the_text_around_it_is() -> None:
    for sign in map(chr, range(0x20, 0x3100)):
        alone = Folded(sign, Span(0, 1)).text
        # a superscript figure makes the text one that is folded sign by sign, and leaves nothing of itself
        beside = Folded(f"{sign}\u00b2", Span(0, 2)).text
        assert alone == beside, hex(ord(sign))
