"""Names are analysed where their form proves which word is which, and are kept as printed everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.converter.citation.names import name_of, surname_of
from pincite.converter.languages import codes
from pincite.converter.lexicon import lexicon

_PROVEN = [
    ("en", "Marrow, Ines", {"family": "Marrow", "given": "Ines"}),
    ("en", "Marrow, I. M.", {"family": "Marrow", "given": "I. M."}),
    ("en", "Marrow I. M.", {"family": "Marrow", "given": "I. M."}),
    ("en", "I. M. Marrow", {"family": "Marrow", "given": "I. M."}),
    ("en", "J.-P. Marrow", {"family": "Marrow", "given": "J.-P."}),
    ("en", "Ines M. Marrow", {"family": "Marrow", "given": "Ines M."}),
    ("en", "von Lund, Peter", {"family": "Lund", "given": "Peter", "particle": "von"}),
    ("en", "Peter van der Lund", {"family": "Lund", "given": "Peter", "particle": "van der"}),
    ("en", "P. de Lund", {"family": "Lund", "given": "P.", "particle": "de"}),
    ("en", "Viscount Harrow", {"family": "Harrow", "title": "Viscount"}),
    ("en", "Mr. Lockhart", {"family": "Lockhart", "title": "Mr."}),
    ("en", "Prof. Dr. Lund", {"family": "Lund", "title": "Prof. Dr."}),
    ("en", "Sir Adam", {"given": "Adam", "title": "Sir"}),
    ("en", "Queen Ines", {"given": "Ines", "title": "Queen"}),
    ("en", "Dr. I. Marrow", {"family": "Marrow", "given": "I.", "title": "Dr."}),
    ("en", "Lt. Col. R. F. de la Haye", {"family": "Haye", "given": "R. F.", "particle": "de la", "title": "Lt. Col."}),
    ("en", "Quist, Adam, Jr.", {"family": "Quist", "given": "Adam", "suffix": "Jr."}),
    ("de", "Freiherr Otto von Lund", {"family": "Lund", "given": "Otto", "particle": "von", "title": "Freiherr"}),
    ("fr", "M. Lunel", {"family": "Lunel"}),
    ("es", "Doña Inés", {"given": "Inés", "title": "Doña"}),
]  # fmt: skip
_IN_PART = [
    ("en", "Sir Adam Quist", {"title": "Sir"}),
    ("en", "Captain Edward Lorne, R.N.", {"title": "Captain", "suffix": "R.N."}),
    ("en", "Adam Quist, Jr.", {"suffix": "Jr."}),
    ("en", "Adam Quist III", {"suffix": "III"}),
    ("en", "Father Quist", {"title": "Father"}),
    ("en", "Sister Agnes", {"title": "Sister"}),
    ("fr", "Mme Berthe Lunel", {"title": "Mme"}),
]
_LITERAL = [
    ("en", "Ines Marrow"),
    ("en", "Lanterne"),
    ("en", "Anonymous"),
    ("en", "A Lady"),
    ("en", "Lamplight [Ines Marrow]"),
    ("en", "Han Lianyu"),
    ("en", "Nora Glass Lund"),
    ("en", "Yusuf ibn Harun"),
    ("en", "the Bishop of Ansel"),
    ("en", "her brother"),
    ("en", "Earl of Ansel"),
    ("de", "den Landrat"),
    ("es", "Ortega y Luna"),
    ("es", "Juan Marín de la Fuente"),
    ("fr", "préfet du Golfe"),
]


@pytest.mark.parametrize(("code", "literal", "parts"), [*_PROVEN, *_IN_PART])
def test_what_the_form_proves_is_said(code: str, literal: str, parts: dict[str, str]) -> None:
    assert name_of(literal, lexicon(code)) == {"literal": literal, **parts}


@pytest.mark.parametrize(("code", "literal"), _LITERAL)
def test_what_it_does_not_prove_is_not(code: str, literal: str) -> None:
    assert name_of(literal, lexicon(code)) == {"literal": literal}


def test_a_body_is_an_organization() -> None:
    name = name_of("Harbour Lights Commission", lexicon("en"))
    assert name == {"literal": "Harbour Lights Commission", "kind": "organization"}


@pytest.mark.parametrize(
    ("code", "literal", "surname"),
    [
        ("en", "Ines Marrow", "Marrow"),
        ("en", "Marrow, Ines", "Marrow"),
        ("en", "Marrow, I. M.", "Marrow"),
        ("en", "von Lund, Peter", "Lund"),
        ("en", "Peter van der Lund", "Lund"),
        ("en", "Adam Quist, Jr.", "Quist"),
        ("en", "Sir Adam Quist", "Quist"),
        ("en", "Lanterne", "Lanterne"),
        ("en", "Harbour Lights Commission", "Commission"),
        ("en", "Tidal Department, Harbour Office", "Office"),
        ("ru", "Щукин И. М.", "Щукин"),
        ("en", ",", ","),
    ],
)
def test_a_name_is_remembered_by_its_surname(code: str, literal: str, surname: str) -> None:
    assert surname_of(literal, lexicon(code)) == surname


@given(
    st.lists(
        st.sampled_from(["Ines", "Marrow", "von", "de la", "I.", "J.-P.", ",", "Jr.", "Sir", "Dr.", "[x]", "R.N.", "Łoś"]),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(codes()),
)  # fmt: skip
def test_a_part_of_a_name_is_printed_in_it(words: list[str], code: str) -> None:
    literal = " ".join(words)
    name = name_of(literal, lexicon(code))
    assert name["literal"] == literal
    printed = literal.split()
    for member, value in name.items():
        if member not in {"literal", "kind"}:
            assert value
            assert set(str(value).split()) <= set(printed) | {word.rstrip(",") for word in printed}
