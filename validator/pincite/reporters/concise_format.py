"""``file:line:column: CODE message``, one line a finding: for editors, pipes and golden files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.report import Report
    from pincite.model.rule import Severity


def render(report: Report, *, fail_on: Severity | None, colour: bool) -> str:  # noqa: ARG001 - same for every format
    """Return one line for each finding, nothing for a clean report."""
    return "".join(line_of(finding) + "\n" for finding in report.findings)


def line_of(finding: Finding) -> str:
    """Return the one-line form of a finding."""
    return f"{location(finding)}: {finding.code} {safe(finding.message)}"


def location(finding: Finding) -> str:
    """Return ``path:line:column``, or the path alone for a file that could not be read."""
    place = finding.place
    path = safe(finding.path)
    return f"{path}:{place.line}:{place.column}" if place else path


def with_hint(finding: Finding) -> str:
    """Return what is wrong and, after a semicolon, what would be right: for formats with one text for both."""
    return safe(f"{finding.message}; {finding.hint}" if finding.hint else finding.message)
