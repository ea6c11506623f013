"""JUnit: valid under the schema of Jenkins, and it fails what fails the run."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from lxml import etree

from pincite.checker import check_paths
from pincite.model.report import FileCount, Report, Skipped
from tests.reporters.judges import judge
from tests.reporters.made import few, finding, rendered, report, reports

if TYPE_CHECKING:
    from pincite.model.rule import Severity

FOLDER = Path(__file__).parent / "folder"
MEMBERS = {
    "testsuites": {"name", "tests", "failures", "errors", "time"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time"},
    "testcase": {"name", "classname", "time"},
    "failure": {"type", "message"},
    "skipped": set(),
    "system-out": set(),
}
"""The elements, each with its members: all of them in the schemas of Jenkins and of most readers."""


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own text


def outcomes(root: ET.Element) -> list[tuple[str, list[str]]]:
    return [(case.attrib["name"], [part.tag for part in case]) for case in root.iter("testcase")]


@few
@given(reports())
def test_any_report_is_well_formed_and_counts_right(made: Report) -> None:
    root = parsed(rendered("junit", made))
    for element in root.iter():
        assert set(element.attrib) == MEMBERS[element.tag]
    for level in (root, *root.iter("testsuite")):
        cases = list(level.iter("testcase"))
        assert int(level.attrib["tests"]) == len(cases)
        assert int(level.attrib["failures"]) == sum(case.find("failure") is not None for case in cases)
    for suite in root.iter("testsuite"):
        assert int(suite.attrib["skipped"]) == len(list(suite.iter("skipped")))
        names = Counter(case.attrib["name"] for case in suite)
        assert max(names.values()) == 1
    fails = made.failing()
    assert len(list(root.iter("failure"))) == sum(map(fails, made.findings))


@few
@given(reports())
def test_any_report_is_valid(made: Report) -> None:
    schema = etree.XMLSchema(etree.parse(str(judge("jenkins-junit.xsd"))))
    schema.assertValid(etree.fromstring(rendered("junit", made).encode()))


def test_a_reader_of_reports_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    junitparser = pytest.importorskip("junitparser")
    monkeypatch.chdir(FOLDER)
    made = check_paths(["."])
    suites = list(junitparser.JUnitXml.fromstring(rendered("junit", made).encode()))
    assert [one.name for one in suites] == [one.path for one in made.files]
    results = [one for suite in suites for case in suite for one in case.result]
    failures = [one for one in results if isinstance(one, junitparser.Failure)]
    fails = made.failing()
    assert [one.message for one in failures] == [one.message for one in made.findings if fails(one)]


@pytest.mark.parametrize(
    ("severity", "fail_on", "outcome"),
    [
        ("error", None, "failure"),
        ("warning", None, "failure"),
        ("info", None, "system-out"),
        ("error", "error", "failure"),
        ("warning", "error", "system-out"),
    ],
)
def test_what_fails_the_run_fails(severity: Severity, fail_on: Severity | None, outcome: str) -> None:
    root = parsed(rendered("junit", report(finding(severity=severity)), fail_on))
    assert outcomes(root) == [("PIN101 quotation-uncited", [outcome])]
    said = root.findtext(f".//{outcome}")
    before = "" if outcome == "failure" else f"{severity}: "
    assert said == f"{before}a.pincite.yaml:3:5: PIN101 wrong\nright"


def test_a_file_may_ask_for_errors_alone() -> None:
    found = finding(severity="warning")
    made = Report((found,), (FileCount(found.path, 1, 0, 1, "error"),))
    assert outcomes(parsed(rendered("junit", made))) == [("PIN101 quotation-uncited", ["system-out"])]


def test_cases_that_are_alike_are_told_apart() -> None:
    root = parsed(rendered("junit", report(finding(), finding("worse"))))
    assert [name for name, _ in outcomes(root)] == [
        "PIN101 quotation-uncited",
        "PIN101 quotation-uncited (2)",
    ]


def test_clean_files_and_rules_that_were_not_applied_are_cases() -> None:
    skipped = Skipped("PIN501", "b.pincite.yaml", "pictures are not decoded")
    files = tuple(FileCount(path, 1, 1, 0) for path in ("a.pincite.yaml", "b.pincite.yaml"))
    root = parsed(rendered("junit", Report((), files, (skipped, skipped))))
    assert outcomes(root) == [("pincite", []), ("PIN501 not applied", ["skipped"])]


def test_characters_that_xml_cannot_hold_are_shown() -> None:
    [failure] = parsed(rendered("junit", report(finding("a\0b\x1b\ud800\uffff")))).iter("failure")
    assert failure.attrib["message"] == r"a\x00b\x1b\ud800" + "\ufffd"
