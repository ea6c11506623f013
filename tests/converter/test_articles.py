"""Whole articles against hand-made annotations: fifteen articles by several hands, five languages, several conventions.

An article's ``.gold.json`` says what a careful editor finds in it; ``known.json`` lists, per article, what the
converter is known to miss. A miss that is cured must leave that list.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pincite import convert
from tests.converter.flat_fields import differences, normal

if TYPE_CHECKING:
    from pincite.model.format import DocumentData

_FOLDER = Path(__file__).parent / "articles"
_NAMES = sorted(path.name.removesuffix(".gold.json") for path in _FOLDER.glob("*.gold.json"))
_KNOWN: dict[str, list[str]] = json.loads((_FOLDER / "known.json").read_text("utf-8"))


@cache
def _gold(name: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((_FOLDER / f"{name}.gold.json").read_text("utf-8"))
    return gold


@cache
def _document(name: str) -> DocumentData:
    return convert((_FOLDER / f"{name}.txt").read_bytes().decode("utf-8"))


def _bare(text: str) -> str:
    return " ".join(text.split()).strip("“”\"‘’'«»„ ")


def _raw(text: str) -> str:
    return " ".join(text.split()).strip("() ")


def _misses(name: str) -> list[str]:
    """Return one line for everything that is not as annotated, in a stable order."""
    gold, document = _gold(name), _document(name)
    lines: list[str] = []
    texts = {_bare(quotation["text"]): quotation for quotation in document.get("quotations", [])}
    wanted = {_bare(quotation["text"]) for quotation in gold["quotations"]}
    lines += [f"false quotation: {text[:60]}" for text in texts if text not in wanted]
    owners = [*document.get("quotations", []), *document.get("claims", [])]
    by_raw = {
        _raw(citation["raw"]): citation
        for owner in owners
        for citation in owner.get("citations", [])
        if "raw" in citation
    }
    annotated = {_raw(one["citation"]["raw"]) for one in gold["quotations"] if one.get("citation")}
    lines += [f"false citation: {raw[:60]}" for raw in by_raw if raw not in annotated]
    for one in gold["quotations"]:
        quotation = texts.get(_bare(one["text"]))
        if quotation is None:
            lines.append(f"missing {one['kind']} quotation: {one['text'][:60]}")
        citation = one.get("citation")
        if not citation:
            continue
        read = by_raw.get(_raw(citation["raw"]))
        if read is None:
            lines.append(f"missing citation: {citation['raw'][:60]}")
            continue
        if quotation is not None and read not in quotation.get("citations", []):
            lines.append(f"citation at another quotation: {citation['raw'][:60]}")
        lines += [
            f"{line} in {citation['raw'][:40]}" for line in differences(citation["fields"], read, document)
        ]
        if bool((one.get("image") or {}).get("present")) != bool(read.get("images")):
            lines.append(f"image mark: {citation['raw'][:60]}")
    return lines + _front_misses(gold, document)


def _text(value: object) -> object:
    """Return the text of an annotated span, or the value itself."""
    return value.get("text") if isinstance(value, dict) else value


def _front_misses(gold: dict[str, Any], document: DocumentData) -> list[str]:
    article, about = document["article"], gold["article"]
    leads = {_bare(claim["text"]) for claim in document.get("claims", []) if claim.get("role") == "lead"}
    pairs = [
        ("article title", about.get("title"), article.get("title")),
        ("authors", [one["literal"] for one in about.get("authors") or []], [one.get("literal") for one in article.get("authors", [])]),
        ("date", _text(about.get("date")), article.get("date")),
        ("url", _text(about.get("url")), article.get("url")),
        ("language", about.get("language"), article.get("language")),
        ("code", (about.get("chapter") or {}).get("id"), article.get("series", {}).get("code")),
        ("series", _text(about.get("series")), article.get("series", {}).get("title")),
        ("lead claims", sorted(_bare(one["text"]) for one in gold["lead_claims"]), sorted(leads)),
    ]  # fmt: skip
    return [
        f"{name}: {got!r} instead of {want!r}" for name, want, got in pairs if normal(want) != normal(got)
    ]


@pytest.mark.parametrize("name", _NAMES)
def test_an_article_is_read_as_annotated(name: str) -> None:
    assert _misses(name) == _KNOWN.get(name, [])


@pytest.mark.parametrize("name", _NAMES)
def test_annotations_lie_where_they_say(name: str) -> None:
    gold, text = _gold(name), (_FOLDER / f"{name}.txt").read_bytes().decode("utf-8")
    spans = [
        *gold["quotations"],
        *gold["lead_claims"],
        *(one["citation"] for one in gold["quotations"] if one.get("citation")),
    ]
    assert [one["text"] for one in spans] == [text[one["start"] : one["end"]] for one in spans]


@pytest.mark.parametrize("name", _NAMES)
def test_quotations_are_said_to_agree_where_the_annotation_says_so(name: str) -> None:
    gold, document = _gold(name), _document(name)
    right = {one["id"]: _bare(one["text"]) for one in gold["quotations"]}
    read = {one["id"]: _bare(one["text"]) for one in document.get("quotations", [])}
    wanted = [
        (right[one["source"]], right[one["target"]])
        for one in gold.get("corroborations", [])
        if one["type"] == "corroborates"
    ]
    relations = document.get("relations", [])
    assert [(read[one["from"]], read[one["to"]]) for one in relations] == wanted
    assert {one["type"] for one in relations} <= {"corroborates"}


@pytest.mark.parametrize("name", _NAMES)
def test_what_is_called_common_knowledge_is_a_claim(name: str) -> None:
    wanted = [
        one["text"]
        for one in _gold(name)["unsupported_assertions"]
        if one["kind"] == "common_knowledge"
        and name != "penny-row"  # there, the sentence leads in to its source
    ]
    claims = [one for one in _document(name).get("claims", []) if one.get("basis") == "common_knowledge"]
    assert len(claims) == len(wanted)
    assert all(phrase in claim["text"] for phrase, claim in zip(wanted, claims, strict=True))


def test_the_known_misses_name_articles_that_exist() -> None:
    assert set(_KNOWN) <= set(_NAMES)
