"""Articles in XML, alike for JATS and TEI: the text whole and in order, and valid where a judge is at hand.

What is judged of JATS is not letter for letter what is written: see ``xml_judges.for_publishing``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite.export import carry_out, write
from pincite.export.layout.values import ALL_REPEATS
from tests.export.articles import (
    BLOCKS,
    EXAMPLES,
    GOLDENS,
    HOSTILE,
    example,
    in_body,
    of_one_block,
    small,
    spoilt_with,
    tangled,
)
from tests.export.filled import TEXT, filled, parts
from tests.export.xml_judges import MISSING, complaints
from tests.export.xml_reading import article_words, squeezed

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.model.format import DocumentData

XML = ("jats", "tei")
JUDGED = [
    pytest.param(
        name,
        id=judge,
        marks=pytest.mark.skipif(name in MISSING, reason=MISSING.get(name, "the judge is here")),
    )
    for name, judge in {"jats": "jats-made-journal-publishing-1.1", "tei": "tei-all-4.3.0"}.items()
]
in_xml = pytest.mark.parametrize("name", XML)
judged = pytest.mark.parametrize("name", JUDGED)
of_examples = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.suffix}")
of_parts = given(document=parts(st.sampled_from(["letter", "chapter", "series"])))


@in_xml
def test_a_small_article_is_written_so(name: str) -> None:
    assert write(small(), name) == (GOLDENS / f"bells.{name}.xml").read_text("utf-8")


@in_xml
@of_examples
def test_the_text_of_the_examples_is_whole(name: str, path: Path) -> None:
    data, article = example(path)
    repeats = ALL_REPEATS if name == "jats" else ("else", "caption")
    assert article_words(name, write(data, name, article)) == squeezed(in_body(data, article, repeats))


@judged
@of_examples
def test_the_examples_are_valid(name: str, path: Path) -> None:
    data, article = example(path)
    assert complaints(name, write(data, name, article)) == ""


@in_xml
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@of_parts
def test_the_text_of_parts_of_a_document_is_whole(name: str, document: DocumentData) -> None:
    assert article_words(name, write(document, name)) == squeezed(
        document["article"]["text"].get("content", "")
    )


@judged
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@of_parts
def test_parts_of_a_document_are_valid(name: str, document: DocumentData) -> None:
    assert complaints(name, write(document, name)) == ""


@in_xml
@settings(max_examples=40, deadline=None)
@given(document=tangled())
def test_tangled_annotations_leave_the_text_whole(name: str, document: DocumentData) -> None:
    assert article_words(name, write(document, name)) == squeezed(document["article"]["text"]["content"])


@judged
@settings(max_examples=40, deadline=None)
@given(document=tangled())
def test_tangled_annotations_are_valid(name: str, document: DocumentData) -> None:
    assert complaints(name, write(document, name)) == ""


@in_xml
@pytest.mark.parametrize("type_", BLOCKS)
def test_an_article_of_one_block_is_whole(name: str, type_: str) -> None:
    assert article_words(name, write(of_one_block(type_), name)) == "Bells"


@judged
@pytest.mark.parametrize("type_", BLOCKS)
def test_an_article_of_one_block_is_valid(name: str, type_: str) -> None:
    assert complaints(name, write(of_one_block(type_), name)) == ""


@in_xml
@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_hostile_words_stay_words(name: str, words: str) -> None:
    text, losses = carry_out(spoilt_with(words), name)
    article_words(name, text)  # it is well-formed
    assert ("\ufffd" in text) == any("no XML" in one.declared.when for one in losses)


@judged
@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_hostile_words_are_valid(name: str, words: str) -> None:
    assert complaints(name, write(spoilt_with(words), name)) == ""


def doubled() -> DocumentData:
    """Return the filled document with its claims twice and references to what is not there."""
    document = filled()
    document["claims"] = [*document["claims"], *document["claims"]]
    document["claims"][0]["evidence"] = ["q1", "nothing", {"id": "nobody"}]
    document["quotations"][1]["citations"] = [{"source": "no-source", "raw": "(No source)"}]
    return document


@in_xml
def test_the_text_is_whole_where_ids_stand_twice_or_lead_nowhere(name: str) -> None:
    assert article_words(name, write(doubled(), name)) == squeezed(TEXT)


@judged
def test_ids_that_stand_twice_or_lead_nowhere_are_valid(name: str) -> None:
    assert complaints(name, write(doubled(), name)) == ""


def odd() -> DocumentData:
    """Return the small document with a picture's mark in a heading and segments that do not make up their quotation."""
    document = small()
    document["images"][0]["anchor"] = {"exact": "first bell"}
    document["quotations"][0]["segments"][0]["text"] = "A bell "
    return document


@judged
def test_marks_in_headings_and_segments_without_their_words_are_valid(name: str) -> None:
    assert complaints(name, write(odd(), name)) == ""
