"""Whole articles against hand-made annotations: by several hands, in five languages and several conventions.

An article's ``.gold.json`` says what a careful editor finds in it, in each of the files that have its words;
``known.json`` lists, by the file's name, what the converter is known to miss. A miss that is cured must leave that
list; ``pytest --update`` writes it anew: read the difference before you keep it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.annotated import Annotated, UnavailableError, annotated_articles
from benchmarks.comparison import bare, compare

if TYPE_CHECKING:
    from pincite.model.format import DocumentData

_FOLDER = Path(__file__).parent / "articles"
_ARTICLES = annotated_articles(_FOLDER)
_TEXTS = [article for article in _ARTICLES if article.path.suffix == ".txt"]
_KNOWN_PATH = _FOLDER / "known.json"
_OTHERWISE = {"penny-row", "endnotes", "endnotes-sup", "molino"}
"""Articles whose common knowledge is no claim: sentences that lead in to their source, that name who knows, or that only ask."""
_KNOWN: dict[str, list[str]] = json.loads(_KNOWN_PATH.read_text("utf-8"))


def _name(article: Annotated) -> str:
    return article.name


def _document(article: Annotated) -> DocumentData:
    try:
        return article.document()
    except UnavailableError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("article", _ARTICLES, ids=_name)
def test_an_article_is_read_as_annotated(article: Annotated, update: bool) -> None:  # noqa: FBT001 - a fixture
    misses = compare(article.gold(), _document(article)).misses
    if update:
        _KNOWN[article.name] = misses
        known = {name: listed for name, listed in sorted(_KNOWN.items()) if listed}
        _KNOWN_PATH.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert misses == _KNOWN.get(article.name, [])


@pytest.mark.parametrize("article", _TEXTS, ids=_name)
def test_annotations_lie_where_they_say(article: Annotated) -> None:
    gold, text = article.gold(), article.path.read_bytes().decode("utf-8")
    spans = [
        *gold["quotations"],
        *gold["lead_claims"],
        *(one["citation"] for one in gold["quotations"] if one.get("citation")),
    ]
    assert [one["text"] for one in spans] == [text[one["start"] : one["end"]] for one in spans]


def test_every_annotation_has_its_article() -> None:
    assert [one.annotation for one in _TEXTS] == sorted(_FOLDER.glob("*.gold.json"))


@pytest.mark.parametrize("article", _ARTICLES, ids=_name)
def test_quotations_are_said_to_agree_where_the_annotation_says_so(article: Annotated) -> None:
    gold, document = article.gold(), _document(article)
    right = {one["id"]: bare(one["text"]) for one in gold["quotations"]}
    read = {one["id"]: bare(one["text"]) for one in document.get("quotations", [])}
    wanted = [
        (right[one["source"]], right[one["target"]])
        for one in gold.get("corroborations", [])
        if one["type"] == "corroborates"
    ]
    relations = document.get("relations", [])
    assert [(read[one["from"]], read[one["to"]]) for one in relations] == wanted
    assert {one["type"] for one in relations} <= {"corroborates"}


@pytest.mark.parametrize("article", _ARTICLES, ids=_name)
def test_what_is_called_common_knowledge_is_a_claim(article: Annotated) -> None:
    wanted = [
        one["text"]
        for one in article.gold()["unsupported_assertions"]
        if one["kind"] == "common_knowledge" and article.path.stem not in _OTHERWISE
    ]
    claims = [one for one in _document(article).get("claims", []) if one.get("basis") == "common_knowledge"]
    assert len(claims) == len(wanted)
    assert all(phrase in claim["text"] for phrase, claim in zip(wanted, claims, strict=True))


def test_the_known_misses_name_articles_that_exist() -> None:
    assert set(_KNOWN) <= {article.name for article in _ARTICLES}
