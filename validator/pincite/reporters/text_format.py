"""The report for people: each finding with its source line, 80 columns wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.reporters.columns import columns, cut, cut_before, wrapped
from pincite.reporters.concise_format import location
from pincite.reporters.safe_text import safe
from pincite.reporters.summary import WIDTH, summary

if TYPE_CHECKING:
    from pincite.model.finding import Finding, Place
    from pincite.model.report import Report
    from pincite.model.rule import Severity

_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def render(report: Report, *, fail_on: Severity | None, colour: bool) -> str:
    """Return the findings with source line and caret, and a summary."""
    parts = [_finding(finding, colour=colour) for finding in report.findings]
    parts.append(summary(report, fail_on))
    if report.findings:
        parts[-1] += "pincite explain CODE tells more about a finding\n"
    return "\n".join(parts)


def _finding(finding: Finding, *, colour: bool) -> str:
    head = f"{location(finding)}: {finding.severity} {finding.code} ({finding.name})"
    if colour:
        tone = _COLOURS[finding.severity]
        head = f"\x1b[1m{location(finding)}\x1b[0m: \x1b[{tone}m{finding.severity} {finding.code}\x1b[0m ({finding.name})"
    lines = [head, *wrapped(safe(finding.message), WIDTH, "  ")]
    if finding.place is not None and finding.place.excerpt.strip():
        lines += _excerpt(finding.place)
    if finding.hint:
        lines += wrapped(safe(finding.hint), WIDTH, "  = ", "    ")
    return "\n".join(lines) + "\n"


def _excerpt(place: Place) -> list[str]:
    """Return the source line, cut to the width, and a line of carets under the place."""
    number = str(place.line)
    gutter = " " * len(number)
    line = place.excerpt
    start = place.column - 1 - place.offset
    end = start + place.end_column - place.column if place.end_line == place.line else len(line.rstrip())
    before, marked, after = safe(line[:start]), safe(line[start:end]), safe(line[max(start, end) :])
    room = WIDTH - len(number) - len("   | ")
    wanted = max(1, min(columns(marked), room // 2))
    if place.offset or columns(before) + wanted > room:
        before = cut_before(before, max(room // 3, room - max(wanted, columns(marked + after))))
    at = columns(before)
    shown = cut(marked, room - at)
    width = max(1, columns(shown))
    if shown == marked:
        shown += cut(after, room - at - columns(marked))
    return [f"  {number} | {before}{shown}".rstrip(), f"  {gutter} | {' ' * at}{'^' * width}"]
