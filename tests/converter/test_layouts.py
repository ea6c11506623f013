"""Where citations stand in an article, and what they stand for: see the cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pincite import check, convert
from pincite.reading.yaml_syntax import YamlText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import DocumentData

_FILE = Path(__file__).parent / "cases" / "layouts.yaml"
_CASES: Any = YamlText(_FILE.read_text("utf-8")).data


def _cited(owner: Mapping[str, Any]) -> list[str]:
    """Return the raw citations of a quotation or a claim, each with how many pictures it names."""
    return [
        one["raw"] + (f" [{len(one['images'])}]" if one.get("images") else "")
        for one in owner.get("citations", [])
    ]


def _quotations(document: DocumentData) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for one in document.get("quotations", []):
        case = {"text": f"{one['display'][0]}: {one['text']}", "citations": _cited(one)}
        found.append({**case, "translates": True} if "translation_of" in one else case)
    return found


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_citations_are_found_where_they_stand(case: dict[str, Any]) -> None:
    document = convert(case["article"])
    assert _quotations(document) == case["quotations"]
    cited = [one for one in document.get("claims", []) if one.get("citations")]
    assert [{"text": one["text"], "citations": _cited(one)} for one in cited] == case["statements"]


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_what_is_found_is_valid_and_lies_where_it_says(case: dict[str, Any]) -> None:
    document = convert(case["article"])
    text = document["article"]["text"]["content"]
    for owner in [*document.get("quotations", []), *document.get("claims", [])]:
        assert text[owner["anchor"]["start"] : owner["anchor"]["end"]] == owner["text"]
        for one in owner.get("citations", []):
            assert text[one["anchor"]["start"] : one["anchor"]["end"]] == one["raw"]
    assert [one for one in check(document).findings if one.code < "PIN100" or one.severity == "error"] == []
