"""The report for people: each finding with its source line, 80 columns wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.verdicts import VERDICTS
from pincite.reporters.columns import columns, cut, cut_before, wrapped
from pincite.reporters.concise_format import location
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.model.finding import Finding, Place
    from pincite.model.report import Report, Skipped
    from pincite.model.rule import Severity

WIDTH = 80
"""Columns of the widest line, except for a path that is longer."""

_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def render(report: Report, *, fail_on: Severity | None, colour: bool) -> str:
    """Return the findings with source line and caret, and a summary."""
    parts = [_finding(finding, colour=colour) for finding in report.findings]
    parts.append(_summary(report, fail_on))
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


def _summary(report: Report, fail_on: Severity | None) -> str:
    counts = [
        counted(number, severity)
        for severity, number in (
            ("error", report.number_of("error")),
            ("warning", report.number_of("warning")),
            ("info", report.number_of("info")),
        )
        if number
    ]
    held = (
        f"{counted(len(report.files), 'file')}, "
        f"{counted(sum(one.quotations for one in report.files), 'quotation')}, "
        f"{counted(sum(one.citations for one in report.files), 'citation')}"
    )
    untold = [
        f"{number} {where}"
        for number, where in (
            (report.ignored, "ignored by comments"),
            (report.baselined, "in the baseline"),
        )
        if number
    ]
    failed = report.failed_files(fail_on)
    lines = wrapped(f"{held}: {', '.join(counts) or 'no findings'}", WIDTH)
    if report.verdicts is not None:
        lines += wrapped(_verdicts([str(one["verdict"]) for one in report.verdicts]), WIDTH)
    if untold:
        lines.append(f"not told: {', '.join(untold)}")
    if report.unmatched:
        entries = "1 entry" if report.unmatched == 1 else f"{report.unmatched} entries"
        lines += wrapped(
            f"{entries} of the baseline match nothing any more; --write-baseline makes it anew", WIDTH
        )
    if failed and len(report.files) > 1:
        lines.append("failed: " + counted(len(failed), "file"))
        lines += [f"  {safe(path)}" for path in failed]
    lines += _not_applied(report.skipped)
    if report.findings:
        lines.append("pincite explain CODE tells more about a finding")
    return "\n".join(lines) + "\n"


def _verdicts(given: Sequence[str]) -> str:
    """Return how many quotations have which verdict."""
    counts = [f"{given.count(one.name)} {one.name}" for one in VERDICTS if one.name in given]
    return f"{counted(len(given), 'quotation')}: {', '.join(counts)}" if counts else "no quotations"


def _not_applied(skipped: Sequence[Skipped]) -> Iterator[str]:
    """Yield a line for each file that no rule was applied to, and one for each reason why single rules were not."""
    of_rules: dict[str, list[Skipped]] = {}
    for one in skipped:
        if one.code == "*":
            yield f"{safe(one.path)}: rules not applied: {one.reason}"
        else:
            of_rules.setdefault(one.reason, []).append(one)
    for reason, ones in of_rules.items():
        paths, codes = sorted({one.path for one in ones}), sorted({one.code for one in ones})
        where = safe(paths[0]) if len(paths) == 1 else counted(len(paths), "file")
        yield f"{where}: {', '.join(codes)} not applied: {reason}"
