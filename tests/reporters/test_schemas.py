"""What all faults there are give, in the formats that have schemas: valid, and the judges are no yes-men."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from jsonschema import Draft7Validator, Draft202012Validator
from lxml import etree

from pincite.checker import check_paths
from tests.reporters.judges import judge
from tests.reporters.made import few, finding, rendered, report, reports

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.model.report import Report

ROOT = Path(__file__).resolve().parents[2]
GITLAB = json.loads((Path(__file__).parent / "gitlab_report.schema.json").read_text("utf-8"))


@cache
def every_fault() -> Report:
    """Return the report on the faulty examples and on the cases of all rules."""
    faulty = ROOT / "examples" / "faulty"
    made = check_paths(
        [
            *(
                str(path.relative_to(ROOT))
                for path in sorted(faulty.iterdir())
                if path.suffix in {".txt", ".yaml"}
            ),
            "tests/cases",
        ]
    )
    assert len({one.code for one in made.findings}) > 150
    return made


def sarif_faults(text: str) -> list[str]:
    schema = json.loads(judge("sarif-2.1.0.json").read_text("utf-8"))
    validator = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(text))]


def junit_faults(text: str) -> list[str]:
    schema = etree.XMLSchema(etree.parse(str(judge("jenkins-junit.xsd"))))
    try:
        schema.assertValid(etree.fromstring(text.encode()))
    except etree.DocumentInvalid as error:
        return [str(error)]
    return []


def gitlab_faults(text: str) -> list[str]:
    found = json.loads(text)
    faults = [error.message for error in Draft202012Validator(GITLAB).iter_errors(found)]
    marks = Counter(str(one["fingerprint"]) for one in found if "fingerprint" in one)
    return faults + [f"{mark} twice" for mark, number in marks.items() if number > 1]


JUDGES: dict[str, Callable[[str], list[str]]] = {
    "sarif": sarif_faults,
    "junit": junit_faults,
    "gitlab": gitlab_faults,
}


@pytest.mark.parametrize("name", JUDGES)
def test_what_every_fault_gives_is_valid(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    made = every_fault()
    assert JUDGES[name](rendered(name, made)) == []


@few
@given(reports())
def test_any_report_for_gitlab_is_valid(made: Report) -> None:
    assert gitlab_faults(rendered("gitlab", made)) == []


def test_gitlab_itself_would_take_each_violation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Held against the schema that GitLab's own source has, which is not part of this repository."""
    monkeypatch.chdir(ROOT)
    validator = Draft7Validator(json.loads(judge("codeclimate.json").read_text("utf-8")))
    found = json.loads(rendered("gitlab", every_fault()))
    assert [error.message for one in found for error in validator.iter_errors(one)] == []


def spoiled(change: dict[str, Any]) -> str:
    [one] = json.loads(rendered("gitlab", report(finding())))
    return json.dumps([{**one, **change}])


@pytest.mark.parametrize(
    "text",
    [
        spoiled({"severity": "error"}),
        spoiled({"description": ""}),
        spoiled({"location": {"path": "a"}}),
        spoiled({"location": {"path": "a", "lines": {"begin": 0}}}),
        spoiled({"location": {"path": "a", "lines": {"begin": "1"}}}),
        spoiled({"location": {"path": "a", "positions": {"begin": {"column": 1}}}}),
        spoiled({"location": {"lines": {"begin": 1}}}),
        spoiled({"fingerprint": None}),
        "{}",
        "[{}]",
    ],
)
def test_a_faulty_report_for_gitlab_is_noticed(text: str) -> None:
    assert gitlab_faults(text)


def test_another_place_for_the_line_is_none() -> None:
    assert gitlab_faults(spoiled({"location": {"path": "a", "positions": {"begin": {"line": 3}}}})) == []


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("sarif", '"ruleId"', '"ruleID"'),
        ("sarif", '"level": "error"', '"level": "bad"'),
        ("junit", "<testcase", '<testcase extra="1"'),
        ("junit", "failure", "fault"),
    ],
)
def test_a_spoiled_report_is_noticed(name: str, before: str, after: str) -> None:
    text = rendered(name, report(finding()))
    assert before in text
    assert JUDGES[name](text.replace(before, after))
