"""The pattern of a word list finds each word as a whole, and what it finds is the longest."""

from __future__ import annotations

import re

import pytest

from pincite.converter.languages import any_of, codes, language


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["see", "see also"], "see also", "see also"),
        (["see", "see also"], "See  also", "See  also"),
        (["see"], "seen", None),
        (["see"], "oversee", None),
        (["see"], "(see)", "see"),
        (["-archiv"], "Hafenarchiv", "archiv"),
        (["-archiv"], "Archiv", None),
        (["§", "p."], "§4", "§"),
        (["§", "p."], "p.4", "p."),
        (["'s"], "Holm’s", "’s"),
        (["d'état"], "coup d’état", "d’état"),
        (["[sic]", "^"], "a [sic]", "[sic]"),
        (["-"], "a-b", "-"),
        (["см."], "СМ. также", "СМ."),
        (["", "tide"], "low tide", "tide"),
    ],
)
def test_what_a_list_finds(words: list[str], text: str, found: str | None) -> None:
    match = re.search(any_of(words), text, re.IGNORECASE)
    assert (match and match[0]) == found


@pytest.mark.parametrize("code", codes())
def test_every_word_of_a_language_is_found(code: str) -> None:
    lists = {name: words for name, words in vars(language(code)).items() if isinstance(words, list)}
    words = [word for listed in lists.values() for word in listed if isinstance(word, str)]
    pattern = re.compile(any_of(words), re.IGNORECASE)
    for word in words:
        printed = f"Ab{word[1:]}" if word[:1] == "-" else word
        assert pattern.search(printed.upper()) or pattern.search(printed), word
