"""A finding a line, each as in the JSON report: for programs that read line by line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.reporters.json_format import finding_as_json
from pincite.reporters.safe_text import safe_json

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.report import Report
    from pincite.model.rule import Severity


def render(report: Report, *, fail_on: Severity | None, colour: bool) -> str:  # noqa: ARG001 - same for every format
    """Return one line of JSON for each finding in the order of the report, nothing for a clean one."""
    return "".join(_line(finding) for finding in report.findings)


def _line(finding: Finding) -> str:
    text = json.dumps(finding_as_json(finding), ensure_ascii=False, allow_nan=False)
    return safe_json(text) + "\n"
