"""Names alike: what is one name spelt in two ways, and what are two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.rules.name_spellings import keys, likely_one, names

ONE = [
    ("Savelkoff", "Savelkov"),
    ("Tallovski", "Tallovsky"),
    ("Brandaucr", "Brandauer"),
    ("Talowin", "Tallowin"),
    ("Mintzer", "Mintser"),
    ("Shelgunoff", "Shelgunov"),
    ("Thorngtae", "Thorngate"),
    ("Müllendorf", "Mullendorf"),
]
TWO = [
    ("Savelkova", "Savelkov"),
    ("Skerrovian", "Skerrovist"),
    ("Skerrovism", "Skerrovist"),
    ("Johnston", "Johnson"),
    ("Andersen", "Anderson"),
    ("Iceland", "Ireland"),
    ("Austrian", "Australian"),
    ("Minister", "Ministry"),
    ("Harbor", "Harbour"),
    ("Organisation", "Organization"),
    ("Germans", "Germany"),
    ("Drage", "Drave"),
    ("Christian", "Christina"),
    ("Embassies", "Embassy"),
]


@pytest.mark.parametrize(("rare", "usual"), ONE)
def test_one_name(rare: str, usual: str) -> None:
    assert likely_one(rare, usual)
    assert set(keys(rare)) & set(keys(usual))


@pytest.mark.parametrize(("rare", "usual"), TWO)
def test_two_names(rare: str, usual: str) -> None:
    assert not likely_one(rare, usual)
    assert not likely_one(usual, rare)


def test_names_are_counted_without_their_surroundings() -> None:
    assert names("“Savelkov’s log; (Savelkov), Savelkov's! SAVELKOV, savelkov, Sav") == {"Savelkov": 3}


LETTERS = st.text(alphabet="abcdeiklmnorstvyzfhj", min_size=4, max_size=12).map(str.title)


@given(LETTERS, LETTERS)
def test_any_two_names_can_be_compared(one: str, other: str) -> None:
    assert not likely_one(one, one)
    likely_one(one, other)
