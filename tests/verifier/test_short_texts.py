"""Single quotations against texts of a sentence or two: the verdict, what differs, and what is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import pincite

_CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("short_texts.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["quotation"][:40])
def test_a_quotation_is_judged_by_its_words(case: dict[str, Any]) -> None:
    verdict = pincite.verify(case["quotation"], case["text"])
    told = sorted({f"{one.kind} {one.where}".strip() for one in verdict.warnings})
    assert verdict.verdict == case["verdict"]
    assert told == case.get("cautions", [])
    if "diff" in case:
        assert verdict.diff == case["diff"]
