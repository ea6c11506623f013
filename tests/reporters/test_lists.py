"""JSON Lines and GitLab's list: what each finding becomes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from pincite.checker import check_paths
from pincite.schemas import schema
from tests.reporters.made import few, finding, rendered, report, reports

if TYPE_CHECKING:
    from pincite.model.report import Report

FOLDER = Path(__file__).parent / "folder"


def test_a_line_of_json_is_a_finding_of_the_json_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    made = check_paths([".", "gone.pincite.yaml"])
    whole = Draft202012Validator(schema("report"))
    validator = whole.evolve(schema={"$ref": f"{schema('report')['$id']}#/$defs/finding"})
    lines = rendered("jsonl", made).splitlines()
    found = [json.loads(line) for line in lines]
    assert found == json.loads(rendered("json", made))["findings"]
    assert len(lines) == len(made.findings)
    assert [error.message for one in found for error in validator.iter_errors(one)] == []


@few
@given(reports())
def test_each_finding_is_one_line(made: Report) -> None:
    text = rendered("jsonl", made)
    assert text.count("\n") == len(text.splitlines()) == len(made.findings)


@few
@given(reports())
def test_gitlab_gets_what_it_asks_for(made: Report) -> None:
    """The members that GitLab's documentation names, in the values that it names."""
    found = json.loads(rendered("gitlab", made))
    for one, told in zip(found, made.findings, strict=True):
        assert set(one) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert one["check_name"] == told.code
        assert one["description"].startswith(f"{told.code} ")
        assert set(one["location"]) == {"path", "lines"}
        assert isinstance(one["location"]["lines"]["begin"], int)
        assert one["location"]["lines"]["begin"] >= 1
    assert len({one["fingerprint"] for one in found}) == len(found)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("a/港\u200c.yaml", "a/港\u200c.yaml"),
        ("not-\udcff", r"not-\xff"),
        ("\udce6\udcb8\udcaf", "港"),
        ("a\nb", "a\nb"),
    ],
)
def test_gitlab_gets_the_path_as_the_repository_has_it(path: str, told: str) -> None:
    [one] = json.loads(rendered("gitlab", report(finding(path=path))))
    assert one["location"]["path"] == told
