"""The report for people: each finding with its source line, 80 columns wide."""

from __future__ import annotations

import textwrap
import unicodedata
from typing import TYPE_CHECKING

from pincite.reporters.concise_format import location
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from pincite.model.finding import Finding, Place
    from pincite.model.report import Report
    from pincite.model.rule import Severity

WIDTH = 80
"""Columns of the widest line, except for a path that is longer."""

_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def render(report: Report, *, fail_on: Severity, colour: bool) -> str:
    """Return the findings with source line and caret, and a summary."""
    parts = [_finding(finding, colour=colour) for finding in report.findings]
    parts.append(_summary(report, fail_on))
    return "\n".join(parts)


def _finding(finding: Finding, *, colour: bool) -> str:
    head = f"{location(finding)}: {finding.severity} {finding.code} ({finding.name})"
    if colour:
        tone = _COLOURS[finding.severity]
        head = f"\x1b[1m{location(finding)}\x1b[0m: \x1b[{tone}m{finding.severity} {finding.code}\x1b[0m ({finding.name})"
    lines = [head, *_wrapped(finding.message, "  ")]
    if finding.place is not None and finding.place.excerpt.strip():
        lines += _excerpt(finding.place)
    if finding.hint:
        lines += _wrapped(finding.hint, "  = ", "    ")
    return "\n".join(lines) + "\n"


def _wrapped(text: str, first: str, others: str | None = None) -> list[str]:
    return textwrap.wrap(
        safe(text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if others is None else others,
        break_on_hyphens=False,
    ) or [first]


def _excerpt(place: Place) -> list[str]:
    """Return the source line, cut to the width, and a line of carets under the place."""
    number = str(place.line)
    room = WIDTH - len(number) - 5
    start = place.column - 1 - place.offset
    line = place.excerpt
    length = max(1, (place.end_column - place.column) if place.end_line == place.line else len(line) - start)
    shown, column, width = _window(line, start, length, room)
    gutter = " " * len(number)
    return [f"  {number} | {shown}".rstrip(), f"  {gutter} | {' ' * column}{'^' * width}"]


def _window(line: str, start: int, length: int, room: int) -> tuple[str, int, int]:
    """Return what of *line* fits into *room* columns, and the column and width of the marked part in it."""
    left = 0
    if _columns(line[: start + min(length, room // 2)]) > room - 1:
        left = max(0, start - room // 3)
    before, marked, after = line[left:start], line[start : start + length], line[start + length :]
    head = ("…" if left else "") + safe(before)
    column = _columns(head)
    body = _cut(safe(marked), room - column)
    tail = _cut(safe(after), room - column - _columns(body)) if body == safe(marked) else ""
    return head + body + tail, column, max(1, min(_columns(body), room - column))


def _cut(text: str, room: int) -> str:
    """Return as much of *text* as fits, with a mark where it was cut."""
    if _columns(text) <= room:
        return text
    kept, used = [], 0
    for character in text:
        used += _columns(character)
        if used > room - 1:
            break
        kept.append(character)
    return "".join(kept) + "…" if room > 0 else ""


def _columns(text: str) -> int:
    """Return how many terminal columns *text* takes: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )


def _summary(report: Report, fail_on: Severity) -> str:
    counts = [
        f"{number} {severity if number == 1 else plural}"
        for severity, plural, number in (
            ("error", "errors", report.count("error")),
            ("warning", "warnings", report.count("warning")),
            ("info", "infos", report.count("info")),
        )
        if number
    ]
    held = (
        f"{_many(len(report.files), 'file')}, "
        f"{_many(sum(one.quotations for one in report.files), 'quotation')}, "
        f"{_many(sum(one.citations for one in report.files), 'citation')}"
    )
    failed = report.failed_files(fail_on)
    lines = [f"{held}: {', '.join(counts) or 'no findings'}"]
    if failed and len(report.files) > 1:
        lines.append("failed: " + _many(len(failed), "file"))
        lines += [f"  {safe(path)}" for path in failed]
    lines += [f"{safe(one.path)}: rules not applied: {one.reason}" for one in report.skipped]
    if report.findings:
        lines.append("pincite explain CODE tells more about a finding")
    return "\n".join(lines) + "\n"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
