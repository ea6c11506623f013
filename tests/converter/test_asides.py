"""Parentheses that look like citations and are none, beside those like them that cite something."""

from __future__ import annotations

import pytest

from pincite.converter.lexicon import lexicon
from pincite.converter.segment.evidence import ENOUGH, evidence

_QUOTED_BEFORE = 3
"""Points that a place right behind a quotation, at the end of a paragraph, adds to what speaks for a citation."""


@pytest.mark.parametrize(
    ("code", "inner"),
    [
        ("en", "born in Bern, 3 May 1871, died 1902"),
        ("en", "see p. 14 below"),
        ("en", "pp. 3-4 above"),
        ("en", "Skerrow 3, Harbour 4, May 3, 1871"),
        ("en", "Peter to Paul, as it were"),
        ("en", "I owe this to Dr. Helen Sands."),
        ("de", "geboren in Bern, 3. Mai 1871, gestorben 1902"),
        ("de", "siehe S. 14 unten"),
        ("fr", "né à Berne, 3 mai 1871, mort en 1902"),
        ("fr", "voir p. 14 ci-dessous"),
        ("es", "nacido en Berna, 3 de mayo de 1871"),
        ("es", "véase p. 14 más abajo"),
        ("ru", "родился в Берне, 3 мая 1871"),
        ("ru", "см. с. 14 ниже"),
    ],
)
def test_an_aside_is_no_citation(code: str, inner: str) -> None:
    points = evidence(inner, lexicon(code))
    assert (points + _QUOTED_BEFORE if points > 0 else points + 1) < ENOUGH


@pytest.mark.parametrize(
    "inner",
    [
        "Born in Bern, Harbour Press, 1902, p. 3",
        "The Lamp, p. 14",
        "Box 3, Folder 4, May 3, 1871, p. 2",
        "Ada Holm to Peter Lund, 3 May 1890",
        "Holm to Lund, No. 114, p. 9",
        "Skerrow 3, Harbour 4, May 3, 1871, p. 4",
    ],
)
def test_what_names_a_source_is_one(inner: str) -> None:
    assert evidence(inner, lexicon("en")) >= ENOUGH - 1
