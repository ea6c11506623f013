"""Phrases in running text: the pattern language, what overlaps, and any text at all."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.rules.phrase_finder import HARMLESS, RHETORIC, Hit, find, index, index_of
from pincite.rules.phrase_patterns import keys_of, slots_of
from pincite.rules.phrases import pack
from pincite.rules.running_text import as_running_text


def found(phrase: str, text: str, *barred: str) -> list[str]:
    """Return the pieces of a text where a phrase stands."""
    hits = find(as_running_text(text), index([("g", phrase)], frozenset(barred)))
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("phrase", "text", "pieces"),
    [
        ("it is known", "It is  known. But IT\nIS KNOWN, too; “it is known”", ["It is  known", "IT\nIS KNOWN", "it is known"]),
        ("it is known", "it is unknown, it is knowns, wit is known-ish", []),
        ("it is … known", "It is, of course, well known; it is known", ["It is, of course, well known", "it is known"]),
        ("it is … known", "it is by one and all known. It is. The known bar", []),
        ("some|many say that|", "Some say it. Many say that, few say that.", ["Some say", "Many say that"]),
        ("it thus| follows", "it thus follows, it follows, it now follows", ["it thus follows", "it follows"]),
        ("as we see,", "As we see, it rang. As we see it, it rang", ["As we see,"]),
        ("^clearly,", "Clearly, it rang. It was, clearly, late.\nClearly, so. (Ah!) Clearly, no", ["Clearly,"] * 3),
        ("on dit que|qu' il", "On dit qu’il est là. On dit que il", ["On dit qu’il", "On dit que il"]),
        ("n'est plus", "Ce n’est plus lui", ["n’est plus"]),
        ("well-known fact", "a well-known fact, an unwell-known fact", ["well-known fact"]),
        ("it rang", "İt was Istanbul: it rang", ["it rang"]),
        ("no doubt", "boats—no doubt—wait (no doubt)", ["no doubt", "no doubt"]),
    ],
)  # fmt: skip
def test_a_phrase_is_found_as_it_is_written(phrase: str, text: str, pieces: list[str]) -> None:
    assert found(phrase, text) == pieces


def test_words_that_say_the_contrary_stand_in_no_gap_and_not_before() -> None:
    assert found("it is … known", "It is not known. It is well known.", "not") == ["It is well known"]
    assert found("se sabe que", "No se sabe que sonara. Se sabe que sonó", "no") == ["Se sabe que"]


def test_of_phrases_that_overlap_the_longest_counts() -> None:
    pairs = [("certainty", "no doubt"), (HARMLESS, "had no doubt"), ("proof", "had no")]
    assert find(as_running_text("He had no doubt"), index(pairs)) == [Hit(3, 15, HARMLESS, "had no doubt")]
    assert find(as_running_text("No doubt he had no oil"), index(pairs)) == [
        Hit(0, 8, "certainty", "no doubt"),
        Hit(12, 18, "proof", "had no"),
    ]


def test_the_key_is_the_longest_place() -> None:
    assert keys_of("it is … knowledge, that") == ["knowledge"]
    assert keys_of("some|many argue that") == ["argue"]
    assert keys_of("d'accord, on") == ["accord"]


WORDS = sorted(
    {word for phrase in pack("en")["certainty"] for slot in slots_of(phrase) for word in slot.words}
)


@given(
    st.lists(
        st.one_of(st.sampled_from(WORDS), st.sampled_from([",", ".", "\n", "’", "İ", "—", "(", '"'])),
        max_size=60,
    )
)
def test_any_text_can_be_read(words: list[str]) -> None:
    text = " ".join(words)
    read = as_running_text(text)
    assert len(read.text) == len(text)
    hits = find(read, index_of("en", RHETORIC))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))


@given(st.text())
def test_reading_keeps_the_offsets(text: str) -> None:
    assert len(as_running_text(text).text) == len(text)


def test_time_grows_with_the_text_alone() -> None:
    index_en = index_of("en", (*RHETORIC, HARMLESS))

    def seconds(times: int) -> float:
        text = "It is, no, that it is known. There is a fact that some would say, not doubt. " * times
        read = as_running_text(text)
        start = time.process_time()
        find(read, index_en)
        return time.process_time() - start

    seconds(10)
    assert seconds(4000) < 40 * max(seconds(400), 0.001)
