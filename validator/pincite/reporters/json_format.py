"""JSON as ``schema/report.schema.json`` describes it: for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite import __version__
from pincite.reporters.safe_text import safe_json

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.fix import Fix
    from pincite.model.json_value import Json, JsonObject
    from pincite.model.report import Report
    from pincite.model.rule import Severity


def render(report: Report, *, fail_on: Severity | None, colour: bool) -> str:  # noqa: ARG001 - same for every format
    """Return the report as one JSON text, the same bytes for the same report."""
    return (
        safe_json(json.dumps(as_json(report, fail_on), ensure_ascii=False, indent=2, allow_nan=False)) + "\n"
    )


def as_json(report: Report, fail_on: Severity | None) -> JsonObject:
    """Return the report as plain JSON data; what was suppressed is a member where anything was."""
    suppressed: JsonObject = {
        "ignored": report.ignored,
        "baselined": report.baselined,
        "unmatched": report.unmatched,
    }
    return {
        "version": "1.0",
        "tool": {"name": "pincite", "version": __version__},
        "summary": {
            "files": len(report.files),
            "quotations": sum(one.quotations for one in report.files),
            "citations": sum(one.citations for one in report.files),
            "findings": len(report.findings),
            "errors": report.number_of("error"),
            "warnings": report.number_of("warning"),
            "infos": report.number_of("info"),
            "failed_files": [*report.failed_files(fail_on)],
            **({"suppressed": suppressed} if any(suppressed.values()) else {}),
        },
        "files": [
            {
                "path": one.path,
                "quotations": one.quotations,
                "citations": one.citations,
                "findings": one.findings,
            }
            for one in report.files
        ],
        "findings": [finding_as_json(finding) for finding in report.findings],
        "skipped": [{"code": one.code, "path": one.path, "reason": one.reason} for one in report.skipped],
        **({} if report.verdicts is None else {"verdicts": [*report.verdicts]}),
    }


def finding_as_json(finding: Finding) -> JsonObject:
    """Return a finding as plain JSON data."""
    place, span = finding.place, finding.span
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "path": finding.path,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end_line": place.end_line if place else None,
        "end_column": place.end_column if place else None,
        "pointer": finding.pointer,
        "span": {"start": span.start, "end": span.end} if span else None,
        **({} if finding.fix is None else {"fix": _fix(finding.fix)}),
    }


def _fix(fix: Fix) -> JsonObject:
    """Return a fix; without edits where the file has changed since it was judged."""
    edits: list[Json] = [{**edit._asdict()} for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety, "edits": edits}
