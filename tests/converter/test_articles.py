"""Whole articles against hand-made annotations: articles by several hands, in four languages and several conventions.

An article's ``.gold.json`` says what a careful editor finds in it, in each of the files that have its words;
``known.json`` lists, by the file's name, what the converter is known to miss. A miss that is cured must leave that
list; ``pytest --update`` writes it anew: read the difference before you keep it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.annotated import Annotated, UnavailableError, annotated_articles
from benchmarks.comparison import compare

_FOLDER = Path(__file__).parent / "articles"
_ARTICLES = annotated_articles(_FOLDER)
_TEXTS = [article for article in _ARTICLES if article.path.suffix == ".txt"]
_KNOWN_PATH = _FOLDER / "known.json"
_KNOWN: dict[str, list[str]] = json.loads(_KNOWN_PATH.read_text("utf-8"))


def _name(article: Annotated) -> str:
    return article.name


@pytest.mark.parametrize("article", _ARTICLES, ids=_name)
def test_an_article_is_read_as_annotated(article: Annotated, update: bool) -> None:  # noqa: FBT001 - a fixture
    try:
        document = article.document()
    except UnavailableError as error:
        pytest.skip(str(error))
    misses = compare(article.gold(), document).misses
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


def test_the_known_misses_name_articles_that_exist() -> None:
    assert set(_KNOWN) <= {article.name for article in _ARTICLES}
