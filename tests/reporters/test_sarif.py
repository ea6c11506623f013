"""SARIF: valid under the schema, and what code scanning knows findings again by outlives edits."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hypothesis import given
from jsonschema import Draft7Validator

from pincite.checker import check_paths
from pincite.model.finding import Place
from pincite.model.report import FileCount, Report, Skipped
from pincite.reporters.paths import uri_reference
from pincite.rules.catalogue import documented
from tests.reporters.judges import judge
from tests.reporters.made import few, finding, rendered, report, reports

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parent / "folder"


def run_of(made: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(rendered("sarif", made))
    [run] = log["runs"]
    return dict(run)


def results(made: Report) -> list[dict[str, Any]]:
    return list(run_of(made)["results"])


def faults(text: str) -> list[str]:
    path = judge("sarif-2.1.0.json")
    schema = json.loads(path.read_text("utf-8"))
    validator = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(text))]


@few
@given(reports())
def test_any_report_is_valid(made: Report) -> None:
    assert faults(rendered("sarif", made)) == []


def test_what_is_found_is_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    assert faults(rendered("sarif", check_paths([".", "gone.pincite.yaml"]))) == []


def test_rules_are_those_that_are_spoken_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    made = check_paths(["."])
    run = run_of(made._replace(skipped=(*made.skipped, Skipped("PIN501", "bell.pincite.yaml", "no Pillow"))))
    rules = run["tool"]["driver"]["rules"]
    codes = [rule["id"] for rule in rules]
    assert codes == sorted({*(one.code for one in made.findings), "PIN501"})
    for result in run["results"]:
        assert codes[result["ruleIndex"]] == result["ruleId"]
    for rule in rules:
        known = documented(rule["id"])
        assert known is not None
        assert rule["name"] == known.rule.name
        assert rule["help"]["markdown"] == known.page()
        assert rule["shortDescription"]["text"] == known.rule.summary
        assert len(rule["fullDescription"]["text"]) <= 1024  # GitHub takes no more
        assert rule["fullDescription"]["text"] in known.text


def test_every_rule_can_be_described() -> None:
    from pincite.reporters.sarif_rules import descriptor  # noqa: PLC0415 - imports every rule
    from pincite.rules.catalogue import catalogue  # noqa: PLC0415

    for one in catalogue():
        described = descriptor(one.rule.code, None)
        why = described["fullDescription"]
        assert isinstance(why, dict)
        assert 20 < len(str(why["text"])) <= 1024, one.rule.code
        assert described["defaultConfiguration"] == {
            "enabled": one.default,
            "level": {"error": "error", "warning": "warning", "info": "note"}[one.rule.severity],
        }


def test_artifacts_are_the_files_and_places_point_at_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    made = check_paths([".", "gone.pincite.yaml"])
    run = run_of(made)
    uris = [one["location"]["uri"] for one in run["artifacts"]]
    assert [os.fsdecode(unquote_to_bytes(uri)) for uri in uris] == [one.path for one in made.files]
    assert uris[0] == "100%25%20ebb%2C%20or%20flow.pincite.json"
    for result, found in zip(run["results"], made.findings, strict=True):
        where = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert uris[where["index"]] == where["uri"] == uri_reference(found.path)
        assert where["uriBaseId"] in run["originalUriBaseIds"]


def test_a_region_is_told_in_code_points_and_its_end_is_exclusive() -> None:
    made = report(finding(place=Place(2, 3, 2, 5, "  鐘🔔")))
    assert run_of(made)["columnKind"] == "unicodeCodePoints"
    [result] = results(made)
    [location] = result["locations"]
    assert location["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 3,
        "endLine": 2,
        "endColumn": 5,
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": "/quotations/0"}]


def test_a_file_that_cannot_be_read_has_no_region() -> None:
    [result] = results(report(finding(place=None)._replace(pointer="")))
    [location] = result["locations"]
    assert "region" not in location["physicalLocation"]
    assert "logicalLocations" not in location


def test_rules_that_were_not_applied_are_notified_of() -> None:
    skipped = Skipped("PIN501", "a.pincite.yaml", "pictures are not decoded: pip install 'pincite[images]'")
    unjudged = Skipped("*", "b.pincite.jsonl", "the document's structure is broken")
    run = run_of(Report((), (FileCount("a.pincite.yaml", 0, 0, 0),), (skipped, unjudged, unjudged)))
    [invocation] = run["invocations"]
    assert invocation["executionSuccessful"] is True
    one, every = invocation["toolConfigurationNotifications"]
    assert one["associatedRule"] == {"id": "PIN501", "index": 0}
    assert one["message"]["text"] == f"PIN501 was not applied: {skipped.reason}"
    assert one["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 0
    assert "associatedRule" not in every
    assert every["message"]["text"] == f"no rule was applied: {unjudged.reason}"


def test_a_document_places_no_link_in_a_message() -> None:
    [result] = results(report(finding("quotation '[look](https://example.org)' has no citation")))
    assert "](" not in result["message"]["text"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a/b.pincite.yaml", "a/b.pincite.yaml"),
        ("a:b", "a%3Ab"),
        ("../a b", "../a%20b"),
        ("港", "%E6%B8%AF"),
        ("not-\udcff", "not-%FF"),
        ("\udce6\udcb8\udcaf", "%E6%B8%AF"),  # as names arrive where the locale knows ASCII alone
        ("\ud800", "%ED%A0%80"),
        ("/a#?", "file:///a%23%3F"),
        ("//a", "file:///a"),
        ("a\nb", "a%0Ab"),
    ],
)
def test_a_path_becomes_a_reference(path: str, uri: str) -> None:
    assert uri_reference(path) == uri
    assert urlsplit(uri).scheme in {"", "file"}


def test_standard_input_is_no_file() -> None:
    run = run_of(report(finding(path="-")))
    assert run["artifacts"][0]["location"] == {"uri": "stdin:", "description": {"text": "standard input"}}


# --- fingerprints -----------------------------------------------------------------------------------------

BELL = (FOLDER / "bell.pincite.yaml").read_text("utf-8")
EDITS: dict[str, Callable[[str], str]] = {
    "a comment above": lambda text: "# the bell\n\n" + text,
    "a member more": lambda text: text.replace("  title: The", "  language: en\n  title: The"),
    "a quotation above": lambda text: text.replace(
        "quotations:\n",
        "quotations:\n  - {id: q-new, text: It rang., citations: [{source: day-book, locator: {folio: 2r}}]}\n",
    ),
}


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_findings_are_known_again_after_an_edit(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = marks(name, BELL)
    assert len(before) == len(set(before)) == 3
    for what, edit in EDITS.items():
        edited = edit(BELL)
        assert edited != BELL
        assert set(before) <= set(marks(name, edited)), what


def marks(name: str, text: str) -> list[str]:
    Path("bell.pincite.yaml").write_text(text, "utf-8")
    printed = json.loads(rendered(name, check_paths(["bell.pincite.yaml"])))
    if name == "gitlab":
        return [one["fingerprint"] for one in printed]
    return [one["partialFingerprints"]["finding/v1"] for one in printed["runs"][0]["results"]]


def test_findings_that_are_alike_are_told_apart() -> None:
    alike = [finding(), finding(), finding(path="b.pincite.yaml"), finding("worse")]
    found = [one["partialFingerprints"]["finding/v1"] for one in results(report(*alike))]
    assert len(set(found)) == 4
    assert found[0] == results(report(alike[0]))[0]["partialFingerprints"]["finding/v1"]
