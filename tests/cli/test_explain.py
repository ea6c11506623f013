"""``pincite explain`` and ``pincite rules``: what the findings mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.rules.catalogue import catalogue

if TYPE_CHECKING:
    from tests.conftest import Pincite, PinciteInside


@pytest.mark.parametrize("code", ["PIN101", "pin101", "quotation-uncited", "Quotation-Uncited"])
def test_a_rule_is_explained_by_code_or_name_in_any_case(code: str, pincite: Pincite) -> None:
    done = pincite("explain", code)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(
        "# PIN101 quotation-uncited\n\n"
        "A quotation names no citation.\n\n"
        "Severity: warning. Family: missing.\n\n"
        "## Why\n\n"
    )
    assert done.out.endswith("```\n")


def test_every_code_there_is_can_be_explained(pincite_inside: PinciteInside) -> None:
    for one in catalogue():
        done = pincite_inside("explain", one.rule.code)
        assert done.out.startswith(f"# {one.rule.code} {one.rule.name}\n\n{one.rule.summary}\n\n")
        assert (done.status, done.err) == (0, "")


def test_an_unknown_code_is_told(pincite: Pincite) -> None:
    done = pincite("explain", "PIN999\x1b[31m")
    assert (done.status, done.out) == (2, "")
    assert done.err == "pincite: no rule is called 'PIN999\\x1b[31m'; pincite rules lists them all\n"


def test_rules_are_listed_one_a_line(pincite: Pincite) -> None:
    done = pincite("rules")
    assert (done.status, done.err) == (0, "")
    assert [line.split(maxsplit=3) for line in done.out.splitlines()] == [
        [one.rule.code, one.rule.severity, one.rule.name, one.rule.summary] for one in catalogue()
    ]
