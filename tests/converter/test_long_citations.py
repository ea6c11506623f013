"""Reading a citation takes time in proportion to its length, whatever is repeated in it."""

from __future__ import annotations

import time

import pytest

from pincite.converter.citation.chain import read_citation
from pincite.converter.lexicon import lexicon

_REPEATED = (
    "p. 9 n. 4 ", "pp. 1, 2-3, ", "12 (3): 45, ", "§ 12 Abs. 2 ", "Gen 1:2, ", "quoted in A, ", "2. verb. Aufl. ",
    "Act II, Scene 3, ", "IIII", "A v. B ", "1:", "00:12:40 ", "rev. rev. ", "A B C ", "Cmd. 2318; ", "s.v. x; ",
    "[p. 3] ", "A 12, ", "vol. 2, 114, ", "12, ", "xii, ", "A: B ", "Callow Studies 12 ", "Patent 1,2,", "MS 1; ",
)  # fmt: skip


@pytest.mark.parametrize("repeated", _REPEATED)
@pytest.mark.parametrize("code", ["en", "de"])
def test_a_long_citation_takes_no_more_than_its_share(repeated: str, code: str) -> None:
    words = lexicon(code)
    read_citation(repeated, words)  # its patterns are made

    def seconds(length: int) -> float:
        text = (repeated * length)[:length]
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            read_citation(text, words)
            best = min(best, time.perf_counter() - start)
        return best

    short, long = seconds(1_000), seconds(4_000)
    assert long < max(12 * short, 0.1)
