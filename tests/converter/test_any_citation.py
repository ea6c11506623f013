"""Whatever stands in a parenthesis or a note, reading it as a citation ends with a reading."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite.converter.citation.account import account
from pincite.converter.citation.reading_order import read_citations
from pincite.converter.lexicon import lexicon

_KEEPER = "(Ines Marrow, The Lamp Keeper, Harbour Press, 1901, p. 12)"
_PIECES = [
    ":", ".", ",", ";", "«", "»", "“", "”", "(", ")", "[", "]", "//", "—", "=", "?", "S.", "ed.", "In:", "ibid.",
    "op. cit.", "idem", "supra", "note 3", "hereafter", "Holm", "Ada", "A.", "1901", "12", "p. 3", "vol.", "No.",
    "3 May 1871", "and", "et al.", "von", "Ф. 12.", "Hg.", "trans.", "Box", "Harbour Press", "Archive", "see",
    "Interview with", "Letter", "The", "https://a.b/c", "Quoted in", "o. J.", "v.", "xii", "repr.", "Там же",
]  # fmt: skip
_RAWS = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=9).map(" ".join)


@pytest.mark.parametrize(
    "raw", ["(: Lamps, 1901, p. 3)", "1.: Слободы. Н П.. Колокол", "(and : Lamps, 1901)", "(:)", "()"]
)
@pytest.mark.parametrize("code", ["en", "ru", None])
def test_a_colon_without_a_name_before_it_is_read(raw: str, code: str | None) -> None:
    assert len(read_citations([raw], lexicon(code))) == 1


@given(_RAWS, st.sampled_from(["en", "de", "fr", "es", "ru", None]), st.booleans())
@settings(deadline=None)
def test_every_text_has_a_reading(text: str, code: str | None, enclosed: bool) -> None:  # noqa: FBT001 - a drawn value
    words = lexicon(code)
    raws = [_KEEPER, f"({text})" if enclosed else text, "(ibid., 3)"]
    for raw, read in zip(raws, read_citations(raws, words), strict=True):
        assert all(0 <= piece.start < piece.end <= len(raw) for piece in account(raw, read, words))
