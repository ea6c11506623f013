"""Words in quotation marks that stand in a block quotation too: whose they are, and how long looking them up takes."""

from __future__ import annotations

import pytest

from pincite.converter.manuscript import Paragraph
from pincite.converter.segment.found import FoundQuotation
from pincite.converter.segment.inline_quotations import repeated_quotations
from tests.growth import assert_proportional

_SIZE, _LARGEST = 1000, 16_000


def _given(
    texts: list[str], blocks: dict[int, tuple[int, ...]]
) -> tuple[list[Paragraph], list[FoundQuotation]]:
    """Return paragraphs one behind the other, and the block quotations among them with their citations."""
    paragraphs: list[Paragraph] = []
    for text in texts:
        start = paragraphs[-1].end + 1 if paragraphs else 0
        paragraphs.append(Paragraph(start, start + len(text), text))
    found = [
        FoundQuotation(paragraphs[at].start, paragraphs[at].end, "block", citations, (at,))
        for at, citations in blocks.items()
    ]
    return paragraphs, found


@pytest.mark.parametrize(
    ("texts", "blocks", "repeats"),
    [
        (["The lamp was lit.", "She wrote “lamp was”."], {0: (4,)}, [(4,)]),
        (["The lamp was lit.", "She wrote “lamp was out”."], {0: (4,)}, []),
        (["The lamp was lit.", "A lamp was out.", "She wrote “lamp was”."], {0: (4,), 1: (4,)}, [(4,)]),
        (["The lamp was lit.", "A lamp was out.", "She wrote “lamp was”."], {0: (4,), 1: (5,)}, []),
        (["The lamp was lit.", "A lamp.", "She wrote “lit. A”."], {0: (4,), 1: (4,)}, []),
        (["The lamp was lit.", "A lamp.", "She wrote “lit.\nA lamp”."], {0: (4,), 1: (4,)}, []),
        (["The lamp\nwas lit.", "She wrote “lamp was”."], {0: ()}, [()]),
        (["The lamp was lit.", "She wrote “lamp”."], {0: (4,)}, []),
    ],
)
def test_whose_words_are_repeated(
    texts: list[str], blocks: dict[int, tuple[int, ...]], repeats: list[tuple[int, ...]]
) -> None:
    paragraphs, found = _given(texts, blocks)
    running = set(range(len(texts))) - blocks.keys()
    assert [one.repeats for one in repeated_quotations(paragraphs, running, found, [])] == repeats


def test_what_is_taken_is_not_taken_again() -> None:
    paragraphs, found = _given(["The lamp was lit.", "“lamp was” or “was lit”"], {0: (4,)})
    taken = FoundQuotation(paragraphs[1].start + 1, paragraphs[1].start + 9, "inline")
    within = FoundQuotation(paragraphs[1].start + 2, paragraphs[1].start + 4, "inline")
    again = list(repeated_quotations(paragraphs, {1}, [*found, taken, within], []))
    assert [(one.start, one.end) for one in again] == [(paragraphs[1].start + 15, paragraphs[1].start + 22)]


def test_many_of_them_take_time_in_proportion() -> None:
    def make(size: int) -> tuple[list[Paragraph], list[FoundQuotation]]:
        texts = ["The lamp was lit.", "“lamp was”"] * size
        paragraphs, found = _given(texts, {at: (at,) for at in range(0, 2 * size, 2)})
        inline = [FoundQuotation(one.start, one.start + 1, "inline") for one in paragraphs]
        return paragraphs, [*found, *inline]

    def work(given: tuple[list[Paragraph], list[FoundQuotation]]) -> object:
        return list(repeated_quotations(given[0], range(1, len(given[0]), 2), given[1], []))

    assert_proportional(work, make, _SIZE, _LARGEST)
