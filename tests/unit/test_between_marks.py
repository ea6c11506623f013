"""What stands, or may stand, between quotation marks: shown by brackets in a text, one pair for each stretch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.rules.between_marks import between_marks
from tests.growth import assert_proportional


def shown(text: str, *, single: bool = False) -> str:
    """Return a text with brackets around what is not to be touched."""
    found = between_marks(text)
    stretches = found.single if single else found.any
    within = [stretches.share(at, at + 1) for at in range(len(text))]
    out = ""
    for at, letter in enumerate(text):
        out += "[" if within[at] and (at == 0 or not within[at - 1]) else ""
        out += letter
        out += "]" if within[at] and (at + 1 == len(text) or not within[at + 1]) else ""
    return out


@pytest.mark.parametrize(
    "expected",
    [
        "It’s the pilot’s, and the masters’ log.",
        "‘[No light]’, said the pilot.",
        "'[No light]', said the pilot's son.",
        "The ‘[first]’ and the ‘[second]’ light.",
        "The ‘[masters’ light]’ is out.",
        "The ‘[first’ light of the masters]’ log.",
        "A “[light, a ‘bell’, and]” more.",
        "A “[light]” of „[Licht]“ and «[phare]» and »[Licht]«.",
        "Un «[ phare ]» et «[ une cloche ]» ici.",
        "A ‹[light]› and a ›[light]‹.",
        "A ``[light]'' and no more.",
        "A “[light, and no more.]",
        "[A light]”[, and no more.]",
        "The “[first]”, and “[the second light.]",
        'A pipe of 6" and a “[light]”.',
        "The ’90s, and ’tis no more.",
        "A `[light` and no more.]",
        "A <<[light>> and no more.]",
        "He said: “[No light.\n\nNo bell.\n\nNo more.” So he said.]\n\nAnd more.",
        "He said: “[No light.]\n\n“[No bell.]”\n\nAnd more.",
        "‘[Abd and the light.]",
    ],
)
def test_what_may_be_quoted(expected: str) -> None:
    assert shown(expected.replace("[", "").replace("]", "")) == expected


@pytest.mark.parametrize(
    "expected",
    ["A “light, a ‘[bell]’, and” more.", "A ‘[“light”]’ more.", "A “light, and more.", "A `[light` more.]"],
)
def test_what_single_marks_quote(expected: str) -> None:
    assert shown(expected.replace("[", "").replace("]", ""), single=True) == expected


PAIRS = ["“”", "‘’", "''", '""', "«»", "»«", "‹›", "„“", "‚‘", "””"]
words = st.lists(st.sampled_from(["light", "bell", "pilot’s", "it's", "tide,"]), min_size=1, max_size=4).map(
    " ".join
)


@given(words, st.sampled_from(PAIRS), words, words)
def test_words_between_a_pair_are_within_whatever_stands_around(
    before: str, pair: str, quoted: str, after: str
) -> None:
    text = f"{before} {pair[0]}{quoted}{pair[1]} {after}"
    start = len(before) + 2
    found = between_marks(text).any
    assert all(found.share(at, at + 1) for at in range(start, start + len(quoted)))


@given(st.text("a ,.\n‘’'\"“”«»‹›„‚`<>5"))
def test_any_text_is_read(text: str) -> None:
    found = between_marks(text)
    assert not any(
        found.single.share(at, at + 1) and not found.any.share(at, at + 1) for at in range(len(text))
    )


@pytest.mark.parametrize("piece", ["‘a ", "“a ", "a” ", "«a» ", "'a' b ", "a\n\n“b ", "` "])
def test_the_time_grows_with_the_length(piece: str) -> None:
    def read(text: str) -> None:
        between_marks.cache_clear()
        found = between_marks(text)
        for at in range(0, len(text), 5):
            found.any.touch(at, at + 1)

    assert_proportional(read, lambda size: piece * size, 2000, 200_000)
