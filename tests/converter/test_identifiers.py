"""Identifiers made of names and titles: readable, of the format's shape, and each given once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.converter.compose.identifiers import Identifiers, slug

_SLUGS = {
    "The Lamp Keeper": "the-lamp-keeper",
    "Straße zum Müller’schen Hof": "strasse-zum-mullerschen-hof",
    "L'été à Besançon": "lete-a-besancon",
    "Ørsted": "orsted",
    "Łódź": "lodz",
    "Лоцман Щукин": "lotsman-shchukin",
    "Подъём ЁЛКИ": "podem-elki",
    "Смотритель": "smotritel",
    "Її ґанок": "yiyi-ganok",
    "灯台": "",
    "": "",
}


@pytest.mark.parametrize(("text", "expected"), _SLUGS.items())
def test_a_text_is_written_in_latin_letters(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_letters_without_a_latin_form_give_the_fallback() -> None:
    identifiers = Identifiers()
    assert [identifiers.take("灯台", fallback="source") for _ in range(2)] == ["source", "source-2"]


@given(st.lists(st.text(max_size=80), max_size=6))
def test_every_identifier_has_the_formats_shape_and_is_given_once(words: list[str]) -> None:
    identifiers = Identifiers()
    taken = [identifiers.take(word, fallback="source") for word in [*words, *words]]
    assert len(set(taken)) == len(taken)
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", one) and len(one) <= 64 for one in taken)
