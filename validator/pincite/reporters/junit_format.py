"""JUnit's XML, as servers of continuous integration read it: a suite for each file, a case for each finding.

It keeps to the schema that Jenkins reads by, which names the members most other readers know.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from pincite.reporters.concise_format import line_of
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pincite.model.finding import Finding
    from pincite.model.report import Report, Skipped
    from pincite.model.rule import Severity

_TIME = 'time="0"'
"""Nothing is measured, so that the same input gives the same bytes; but some readers miss the member."""


class _Case(NamedTuple):
    """A case: its name in the suite, what came of it, and the element that says so."""

    name: str
    outcome: str
    element: str


def render(report: Report, *, fail_on: Severity | None, colour: bool) -> str:  # noqa: ARG001 - same for every format
    """Return the findings as one XML document; those fail that fail the run, the others are passed cases."""
    fails = report.failing(fail_on)
    of_file: dict[str, list[_Case]] = {one.path: [] for one in report.files}
    for finding in report.findings:
        of_file.setdefault(finding.path, []).append(_case(finding, fails))
    for skipped in dict.fromkeys(report.skipped):
        of_file.setdefault(skipped.path, []).append(_not_applied(skipped))
    suites = [(path, cases or [_Case("pincite", "passed", "")]) for path, cases in of_file.items()]
    every = [case for _, cases in suites for case in cases]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="pincite" {_counts(every)} {_TIME}>',
    ]
    for path, cases in suites:
        lines += _suite(path, cases)
    return "\n".join([*lines, "</testsuites>\n"])


def _suite(path: str, cases: list[_Case]) -> Iterator[str]:
    name = _xml(path)
    skipped = sum(case.outcome == "skipped" for case in cases)
    yield f'  <testsuite name="{name}" {_counts(cases)} skipped="{skipped}" {_TIME}>'
    met: dict[str, int] = {}
    for case in cases:
        # readers take cases of one name for one and the same
        met[case.name] = number = met.get(case.name, 0) + 1
        called = case.name if number == 1 else f"{case.name} ({number})"
        start = f'    <testcase name="{_xml(called)}" classname="{name}" {_TIME}'
        yield f"{start}>{case.element}</testcase>" if case.element else f"{start}/>"
    yield "  </testsuite>"


def _counts(cases: list[_Case]) -> str:
    failures = sum(case.outcome == "failed" for case in cases)
    return f'tests="{len(cases)}" failures="{failures}" errors="0"'


def _case(finding: Finding, fails: Callable[[Finding], bool]) -> _Case:
    name = f"{finding.code} {finding.name}"  # without its line, by which no server would know it again
    body = _xml(line_of(finding)) + (f"\n{_xml(finding.hint)}" if finding.hint else "")
    if fails(finding):
        said = f'type="{finding.severity}" message="{_xml(finding.message)}"'
        return _Case(name, "failed", f"<failure {said}>{body}</failure>")
    return _Case(name, "passed", f"<system-out>{finding.severity}: {body}</system-out>")


def _not_applied(skipped: Skipped) -> _Case:
    what = "rules" if skipped.code == "*" else skipped.code
    return _Case(f"{what} not applied", "skipped", f"<skipped>{_xml(skipped.reason)}</skipped>")


def _xml(text: str) -> str:
    """Return *text* for an element or a member in quotes, without the characters that XML cannot hold."""
    kept = re.sub("[\ufffe\uffff]", "\ufffd", safe(text))
    return escape(kept, quote=False).replace('"', "&quot;")
