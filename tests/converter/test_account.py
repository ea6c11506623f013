"""What each stretch of a citation was read as; and that nothing of it is passed over in silence."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.converter.article import segmented
from pincite.converter.citation.account import account, with_leftovers
from pincite.converter.citation.chain import read_citation
from pincite.converter.citation.description import Description
from pincite.converter.citation.reading_order import read_citations
from pincite.converter.lexicon import lexicon
from pincite.converter.readers.text import manuscript
from tests.converter.printed_citation import LANGUAGES, cases
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

ENGLISH = lexicon("en")

_ACCOUNTS = {
    "(The Lamp, Ines Marrow, Harbour Press, 2nd ed., 1901, pp. 4–5; emphasis added)": [
        ("The Lamp", "title", 0),
        ("Ines Marrow", "authors", 0),
        ("Harbour Press", "publisher", 0),
        ("2nd", "edition", 0),
        ("ed", None, None),
        ("1901", "date", 0),
        ("pp", None, None),
        ("4–5", "locator.page", None),
        ("emphasis added", "note", 0),
    ],
    "(Ada Holm to Brook Lund, March 3, 1890. In: “The Holm\nLetters”, Vol. 3, 1889–1891, p. 3)": [
        ("Ada Holm", "authors", 0),
        ("to", None, None),
        ("Brook Lund", "recipients", 0),
        ("March 3, 1890", "date", 0),
        ("In", None, None),
        ("The Holm\nLetters", "title", 1),
        ("Vol", None, None),
        ("3", "volume", 1),
        ("1889–1891", "coverage", 1),
        ("p", None, None),
        ("3", "locator.page", None),
    ],
    "(Ada Holm to Brook Lund, 3 March 1890. Saltby Archives, SB/TC/4, box 12, folder 3)": [
        ("Ada Holm", "authors", 0),
        ("to", None, None),
        ("Brook Lund", "recipients", 0),
        ("3 March 1890", "date", 0),
        ("Saltby Archives", "archive.name", 0),
        ("SB/TC/4", "number", 0),
        ("box", None, None),
        ("12", "archive.box", 0),
        ("folder", None, None),
        ("3", "archive.folder", 0),
    ],
}


@pytest.mark.parametrize("raw", _ACCOUNTS)
def test_each_stretch_is_told_as_what_it_was_read(raw: str) -> None:
    pieces = account(raw, read_citation(raw, ENGLISH), ENGLISH)
    assert [(one.text, one.member, one.source) for one in pieces] == _ACCOUNTS[raw]
    assert [raw[one.start : one.end] for one in pieces] == [one.text for one in pieces]


def test_a_day_printed_twice_is_read_once() -> None:
    raw = "(Entry for August 9, Jens Torvald, August 9, 1911. In: “Field Notebook C”, p. 9)"
    read = with_leftovers(raw, read_citation(raw, ENGLISH), ENGLISH)
    assert read.unparsed == ()


def test_a_word_that_a_line_end_cuts_is_found_whole() -> None:
    printed, whole = "(The Lamp, Ines Mar-\nrow, 1901, p. 4)", "(The Lamp, Ines Marrow, 1901, p. 4)"
    pieces = account(printed, read_citation(whole, ENGLISH), ENGLISH)
    assert [(one.text, one.member) for one in pieces][:2] == [
        ("The Lamp", "title"), ("Ines Mar-\nrow", "authors"),
    ]  # fmt: skip
    assert "unparsed" not in {one.member for one in pieces}


def test_what_is_passed_over_stands_with_what_was_not_understood_in_reading_order() -> None:
    raw = "(The Lamp, a b c, Ines Marrow, Harbour Press, then a quire of proofs, 1901, p. 4)"
    read = read_citation(raw, ENGLISH)
    read = replace(
        read,
        chain=(replace(read.chain[0], publisher=None, unparsed=[]),),
        unparsed=("then a quire of proofs",),
    )
    assert with_leftovers(raw, read, ENGLISH).unparsed == (
        "b c", "Harbour Press", "then a quire of proofs",
    )  # fmt: skip


def _printed() -> list[tuple[str, str]]:
    return [
        (case["raw"], language)
        for language in LANGUAGES
        for kind in ("citations", "known")
        for case in cases(kind, language)
    ]


@pytest.mark.parametrize(("raw", "language"), _printed())
def test_a_reading_that_loses_a_member_says_so(raw: str, language: str) -> None:
    words = lexicon(language)
    read = read_citation(raw, words)
    for number, described in enumerate(read.chain):
        for less in (
            replace(described, publisher=None),
            replace(described, platform=None),
            replace(described, place=None),
        ):
            lost = [text for text in _texts(described) if text not in _texts(less)]
            if not lost or sum(lost[0] in text for one in read.chain for text in _texts(one)) != 1:
                continue
            chain = (*read.chain[:number], less, *read.chain[number + 1 :])
            found = with_leftovers(raw, replace(read, chain=chain), words)
            told = " ".join(found.unparsed)
            assert any(word.strip(",.&«»“”") in told for word in lost[0].split() if len(word) > 2), lost


def _texts(described: Description) -> list[str]:
    """Return everything that a source says, so that what is said twice can be left alone."""
    texts: list[str] = []
    for one in fields(Description):
        value = getattr(described, one.name)
        texts += [value] if isinstance(value, str) else list(value) if isinstance(value, list) else []
    return texts


_PARTS = [
    "The Lamp", "“Wicks”", "Ines Marrow", "Harbour Press", "1901", "3 May 1911", "p. 3", "pp. 4–5", "Vol. 3", "2nd ed.",
    "In: The Tower", "From: Quell, Online", "ed. Ada Fenn", "box 3", "MIA", "n.d.", "privately printed", "No. 3",
    "https://example.org/a", "doi:10.9999/a", "trans. by Jon Aas", "Ada Holm to Brook Lund", "emphasis added", "3",
    "12 (1911)", "accessed 3 May 2020", "my copy", "(Received March 11)", "Åland", "Ünal & Co.", "XIV",
]  # fmt: skip
_RAWS = st.one_of(
    st.lists(st.sampled_from(_PARTS), min_size=1, max_size=8).map(lambda parts: f"({', '.join(parts)})"),
    st.lists(st.sampled_from(_PARTS), min_size=1, max_size=8).map(lambda parts: f"({'. '.join(parts)})"),
    st.text(max_size=60),
)


@given(_RAWS)
def test_every_letter_and_digit_is_accounted_for(raw: str) -> None:
    read = read_citations([raw], ENGLISH)[0]
    pieces = account(raw, read, ENGLISH)
    ends = [0, *(one.end for one in pieces)]
    assert all(before <= one.start < one.end for before, one in zip(ends, pieces, strict=False))
    covered = {at for one in pieces for at in range(one.start, one.end)}
    assert all(at in covered for at, character in enumerate(raw) if character.isalnum())
    if read.resolved_by is None and not ENGLISH.starts("same_source", raw.strip("()[] ")):
        told = " ".join(" ".join(read.unparsed).split())
        passed_over = [one.text for one in pieces if one.member == "unparsed"]
        assert all(" ".join(text.split()) in told for text in passed_over)


def test_a_short_form_leaves_nothing_over() -> None:
    full, short = "(The Lamp, Ines Marrow, Harbour Press, 1901, p. 4)", "(Marrow, The Lamp, p. 9)"
    reads = read_citations([full, short, "(ibid., p. 11)"], ENGLISH)
    assert [read.unparsed for read in reads] == [(), (), ()]


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "articles").glob("*.txt")), ids=lambda path: path.stem)  # fmt: skip
def test_the_guard_finds_nothing_lost_in_the_articles(path: Path) -> None:
    article = segmented(manuscript(path.read_bytes().decode("utf-8")))
    assert [lost for one in article.citations for lost in _lost(one.raw, article.lexicon)] == _LOST.get(
        path.stem, []
    )


@pytest.mark.parametrize(("raw", "language"), _printed())
def test_the_guard_finds_nothing_lost_in_the_cases(raw: str, language: str) -> None:
    assert _lost(raw, lexicon(language)) == []


_LOST: dict[str, list[str]] = {}
"""What reading the articles' citations passes over, so that only the guard tells it."""


def _lost(raw: str, words: Lexicon) -> list[str]:
    """Return what the guard adds to a reading; nothing for a short form, which is read by another citation."""
    if words.starts("same_source", raw.strip("()[] ")):
        return []
    read = read_citation(raw, words)
    if not read.chain:  # no citation, as several cases are
        return []
    return [piece for piece in with_leftovers(raw, read, words).unparsed if piece not in read.unparsed]


@pytest.mark.parametrize("unit", ["a, ", "- ", " ", "–", "3 May 1911, ", "p. 3, ", "In: ", "Ada Holm to "])
def test_repetition_does_not_blow_up(unit: str) -> None:
    read = read_citation("(The Lamp, Ines Marrow, 1901, p. 3)", ENGLISH)
    assert_proportional(
        lambda raw: account(raw, read, ENGLISH), lambda count: f"({unit * (count // len(unit))})", 20_000
    )
