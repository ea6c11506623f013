"""GitLab's Code Quality report: a list of what merge requests show at their lines.

Its members are those that https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format names.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.reporters.concise_format import with_hint
from pincite.reporters.fingerprints import fingerprints
from pincite.reporters.paths import unicode_path
from pincite.reporters.safe_text import safe_json

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.json_value import JsonObject
    from pincite.model.report import Report
    from pincite.model.rule import Severity

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, *, fail_on: Severity | None, colour: bool) -> str:  # noqa: ARG001 - same for every format
    """Return the findings as one JSON list."""
    marks = fingerprints(report.findings)
    found = [_finding(finding, mark) for finding, mark in zip(report.findings, marks, strict=True)]
    return safe_json(json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def _finding(finding: Finding, mark: str) -> JsonObject:
    return {
        # a merge request shows the description alone, so it begins with the code
        "description": f"{finding.code} {with_hint(finding)}",
        "check_name": finding.code,
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": unicode_path(finding.path),
            "lines": {"begin": finding.place.line if finding.place else 1},
        },
    }
