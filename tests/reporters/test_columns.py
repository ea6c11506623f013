"""Texts wrapped to the columns of a terminal."""

from __future__ import annotations

import pytest

from pincite.reporters.columns import columns, wrapped
from tests.growth import assert_proportional

_WIDTH = 20


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("the harbour clock stood still", ["  the harbour clock", "  stood still"]),
        ("a" * 40, ["  " + "a" * 18, "  " + "a" * 18, "  aaaa"]),
        ("tide " + "b" * 20, ["  tide", "  " + "b" * 18, "  bb"]),
        ("c" * 20 + " tide", ["  " + "c" * 18, "  cc tide"]),
        ("潮" * 10, ["  " + "潮" * 9, "  潮"]),
        ("e\u0301" * 19, ["  " + "e\u0301" * 18, "  e\u0301"]),
    ],
)
def test_words_are_wrapped_and_long_ones_broken(text: str, lines: list[str]) -> None:
    told = wrapped(text, _WIDTH, "  ")
    assert told == lines
    assert all(columns(line) <= _WIDTH for line in told)


@pytest.mark.parametrize("sign", ["(", "“", "潮"])
def test_a_word_of_any_length_is_broken_in_proportion(sign: str) -> None:
    assert_proportional(lambda text: wrapped(text, 80), lambda size: sign * size, 50_000, 3_200_000)
