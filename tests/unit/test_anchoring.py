"""Anchoring: where wording stands in a text.

Scaling: checking right anchors must cost the length of their wording, not of the text (in a text of 1 MB, 3,000
quotations take a few hundredths of a second; moved ones, each searched for, about a third of a second). The test at
the end holds a generous bound, so that only a change of order fails it.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pincite.model.anchoring import Anchoring, Resolution, fold, offsets
from pincite.model.document import Document
from pincite.model.finding import Span
from pincite.model.spans import span_at
from tests.nowhere import Nowhere

TEXT = "Title\n\nThe keeper  wrote:\n“Low water,” he said.\u00a0“Low water,” the 𝄞 pilot said.\n"

pieces = st.text(st.sampled_from("ab’“ \n\t\u00a0\u2009é\u0301𝄞𐍈"), max_size=60)


def place_of(words: str, start: int = 0) -> Span:
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


@given(text=st.text("ab \n", max_size=120), data=st.data())
def test_wordings_that_are_expected_are_found_where_a_search_finds_them(
    text: str, data: st.DataObject
) -> None:
    cut = st.tuples(st.integers(0, len(text)), st.integers(8, 80))
    wordings = [text[at : at + size] for at, size in data.draw(st.lists(cut, max_size=12))]
    wordings += data.draw(st.lists(st.text("ab ", min_size=8, max_size=70), max_size=4))
    walking, searching = Anchoring(text), Anchoring(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pincite.model.anchoring._MANY", 1)
        patch.setattr("pincite.model.anchoring._LENGTHS", 3)
        walking.expect(wordings)
    assert [walking.occurrences(one) for one in wordings] == [searching.occurrences(one) for one in wordings]


@given(pieces, st.data())
def test_a_piece_of_the_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end]
    assume(fold(piece))
    anchoring = Anchoring(text)
    found = anchoring.occurrences(piece, limit=len(text))
    assert all(fold(text[span.start : span.end]) == fold(piece) for span in found)
    trimmed = Span(end - len(piece.lstrip()), start + len(piece.rstrip()))
    assert trimmed in found
    assert anchoring.resolve({"start": start, "end": end}, piece) == Resolution("found", Span(start, end))
    assert anchoring.resolve({"start": start, "end": end}, fold(piece)).outcome == "found"


@given(pieces, pieces, st.integers(0, 70), st.integers(0, 70))
def test_what_is_found_is_the_wording(text: str, wording: str, start: int, end: int) -> None:
    anchoring = Anchoring(text)
    resolution = anchoring.resolve({"start": start, "end": end}, wording)
    there = fold(wording) in fold(text)
    if not fold(wording):
        assert resolution == Resolution("unchecked")
    elif resolution.span:
        assert fold(text[resolution.span.start : resolution.span.end]) == fold(wording)
    else:
        assert resolution.outcome == ("ambiguous" if there else "drifted")


@given(pieces, st.data())
def test_wording_is_found_inside_a_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end]
    assume(fold(piece))
    inside = Anchoring(text).inside(Span(start, end), piece)
    assert inside is not None
    assert start <= inside.start < inside.end <= end
    assert fold(text[inside.start : inside.end]) == fold(piece)


@pytest.mark.parametrize(
    ("anchor", "wording", "expected"),
    [
        ({}, "The keeper wrote:", Resolution("found", place_of("The keeper  wrote:"))),
        ({"start": 0, "end": 5}, "The keeper wrote:", Resolution("moved", place_of("The keeper  wrote:"))),
        ({"start": 900, "end": 905}, "Title", Resolution("moved", Span(0, 5))),
        ({"start": 5, "end": 0}, "Title", Resolution("moved", Span(0, 5))),
        ({"start": 5}, "Title", Resolution("found", Span(0, 5))),
        ({"start": 0, "end": 7}, "Title", Resolution("found", Span(0, 7))),
        ({}, "Low water,", Resolution("ambiguous")),
        ({"start": 3, "end": 9}, "Low water,", Resolution("ambiguous")),
        ({"prefix": "said.\n“"}, "Low water,", Resolution("found", place_of("Low water,", 40))),
        ({"prefix": "wrote: “", "suffix": "” he"}, "Low water,", Resolution("found", place_of("Low water,"))),
        ({"suffix": "”\nthe 𝄞"}, "Low water,", Resolution("found", place_of("Low water,", 40))),
        ({"prefix": "“", "suffix": "”"}, "Low water,", Resolution("ambiguous")),
        ({"prefix": "she said “"}, "Low water,", Resolution("ambiguous")),
        ({"start": 0, "end": 5}, "High water", Resolution("drifted")),
        ({"start": 0, "end": 5}, " \n", Resolution("unchecked")),
    ],
)
def test_outcomes(anchor: dict[str, object], wording: str, expected: Resolution) -> None:
    assert Anchoring(TEXT).resolve(anchor, wording) == expected  # type: ignore[arg-type]


def test_occurrences_are_counted_up_to_the_limit() -> None:
    anchoring = Anchoring("a a a a a")
    assert anchoring.occurrences("a") == [Span(0, 1), Span(2, 3), Span(4, 5)]
    assert len(anchoring.occurrences("a", limit=9)) == 5
    assert anchoring.occurrences(" ") == []
    assert Anchoring("").occurrences("a") == []


def test_offsets_may_be_written_as_json_floats() -> None:
    assert offsets({"start": 1.0, "end": 5.0}) == (1, 5)  # type: ignore[typeddict-item]
    assert offsets({"start": 1}) is None


def document(text: str | None = TEXT, **members: object) -> Document:
    article = {"title": "T"} if text is None else {"title": "T", "text": {"content": text}}
    return Document("a.pincite.yaml", {"pincite": "1.0", "article": article, **members}, Nowhere())  # type: ignore[typeddict-item]


@pytest.mark.parametrize("anchor", [None, {"start": 0, "end": 18}, {"start": 800, "end": 818}])
def test_a_span_is_looked_up_by_its_words(anchor: dict[str, int] | None) -> None:
    item = {"id": "x", "text": "The keeper wrote:", **({"anchor": anchor} if anchor else {})}
    assert span_at(document(quotations=[item]), "/quotations/0/text") == place_of("The keeper  wrote:")
    assert span_at(document(claims=[item]), "/claims/0/text") == place_of("The keeper  wrote:")


def test_a_citation_without_anchor_is_found_and_narrowed() -> None:
    cited = {"source": "s", "raw": "the 𝄞\npilot said", "anchor": {"start": 0, "end": 3}}
    one = document(
        sources=[{"id": "s", "type": "book"}],
        quotations=[{"id": "q", "text": "Low water,", "citations": [cited]}],
    )
    assert span_at(one, "/quotations/0/citations/0/raw") == place_of("the 𝄞 pilot said")
    assert span_at(one, "/sources/0", ["pilot"]) == place_of("pilot")
    assert span_at(one, "/quotations/0") == place_of("the 𝄞 pilot said")


def test_without_text_or_another_place_the_anchor_stands() -> None:
    gone = {"id": "q", "text": "High water", "anchor": {"start": 2, "end": 12}}
    assert span_at(document(None, quotations=[gone]), "/quotations/0") == Span(2, 12)
    assert span_at(document(quotations=[gone]), "/quotations/0") == Span(2, 12)
    beyond = {**gone, "anchor": {"start": 2, "end": 1200}}
    assert span_at(document(quotations=[beyond]), "/quotations/0") is None
    paraphrase = {"id": "c", "text": "He wrote.", "anchor": {"start": 7, "end": 25}}
    assert span_at(document(claims=[paraphrase]), "/claims/0") == Span(7, 25)


def test_right_anchors_do_not_cost_a_search_each() -> None:
    text = "".join(f"Sentence {number} of the log,\nwith  “wind”. " for number in range(25_000))
    anchoring = Anchoring(text)
    spans = [(at, at + 200) for at in range(0, len(text) - 300, len(text) // 3_000)]
    begun = time.perf_counter()
    for start, end in spans:
        assert anchoring.resolve({"start": start, "end": end}, fold(text[start:end])).outcome == "found"
    assert time.perf_counter() - begun < 2
