"""The quick looks that let most documents pass: none may pass over what the slow reading finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from hypothesis import given
from hypothesis import strategies as st

from pincite.model.document import Document
from pincite.rules.name_spellings import keys, likely_one, names
from pincite.rules.name_spelt_two_ways import _may_be_misspelt
from pincite.rules.printed_dates import may_have_days, printed_dates
from pincite.rules.running_text import own_words, running_text
from pincite.rules.standing_words import standing_words

if TYPE_CHECKING:
    from pincite.model.document import Positioned
    from pincite.model.format import DocumentData

_PIECES = st.lists(
    st.sampled_from(
        [
            *("3", "31", "3rd", "(", ")", ", ", ". ", " ", " ", " ", "-", "p.", "pp.", "1871", "187", "\n"),
            *("May", "Sep.", "March", "de", "of", "\u00a0", "[", "]", ";", "Savelkov", "savelkov", "’s"),
            *("Savelkoff", "Bréville", "Brévile", "The", "—"),
        ]
    ),
    max_size=25,
).map("".join)


def _document(text: str, quotations: list[dict[str, object]]) -> Document:
    data = {"article": {"language": "en", "text": {"content": text}}, "quotations": quotations}
    return Document("x", cast("DocumentData", data), cast("Positioned", None))


@given(_PIECES)
def test_a_printed_day_has_a_number_that_may_be_a_days(raw: str) -> None:
    document = _document("", [{"id": "q1", "text": "x", "citations": [{"raw": raw}]}])
    if not may_have_days(document):
        assert not list(printed_dates(document, raw))


@given(_PIECES)
def test_a_name_that_another_may_be_a_spelling_of_is_looked_at(text: str) -> None:
    counts = names(text)
    for rare in counts:
        for usual, count in counts.items():
            alike = rare != usual and not set(keys(rare)).isdisjoint(keys(usual))
            if alike and count > 1 and abs(len(rare) - len(usual)) <= 2 and likely_one(rare, usual):
                assert _may_be_misspelt(rare, text)


@given(_PIECES, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_the_authors_own_words_are_those_of_the_text_without_what_stands_in_it(
    text: str, places: list[tuple[int, int]]
) -> None:
    quotations: list[dict[str, object]] = [
        {"id": f"q{index}", "text": text[start:end] or "x", "anchor": {"start": start, "end": end}}
        for index, (start, end) in enumerate(places)
    ]
    document = _document(text, quotations)
    standing = standing_words(document)
    assert len(standing.places) + len(standing.doubtful_quotations) == len(quotations)
    assert all(text[start:end] in {one["text"] for one in quotations} for start, end in standing.places)
    kept = "".join(
        "\0" if any(start <= at < end for start, end in standing.places) else letter
        for at, letter in enumerate(text)
    )
    for word in kept.lower().replace("’", "'").split():
        if "\0" not in word and len(word) > 2 and not set(word) & set("'—("):
            assert word in own_words(document).distinct
    if not standing.places:
        assert own_words(document) == running_text(document)
