"""Reading a citation takes time in proportion to its length, whatever is repeated in it."""

from __future__ import annotations

import pytest

from pincite.converter.citation.chain import read_citation
from pincite.converter.lexicon import lexicon
from tests.growth import assert_proportional

_REPEATED = (
    "p. 9 n. 4 ", "pp. 1, 2-3, ", "12 (3): 45, ", "§ 12 Abs. 2 ", "Gen 1:2, ", "quoted in A, ", "2. verb. Aufl. ",
    "Act II, Scene 3, ", "IIII", "A v. B ", "1:", "00:12:40 ", "rev. rev. ", "A B C ", "Cmd. 2318; ", "s.v. x; ",
    "[p. 3] ", "A 12, ", "vol. 2, 114, ", "12, ", "xii, ", "A: B ", "Callow Studies 12 ", "Patent 1,2,", "MS 1; ",
)  # fmt: skip
_GERMAN = ("§ 12 Abs. 2 ", "2. verb. Aufl. ")
"""Those whose words are German."""


@pytest.mark.parametrize("repeated", _REPEATED)
def test_a_long_citation_takes_no_more_than_its_share(repeated: str) -> None:
    words = lexicon("de" if repeated in _GERMAN else "en")
    assert_proportional(
        lambda text: read_citation(text, words), lambda length: (repeated * length)[:length], 1_000
    )
