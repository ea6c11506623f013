"""SARIF 2.1.0 (OASIS), the interchange format of static analysis: for code scanning, editors and dashboards.

Rules are described where something was found by them or they could not be applied. Nothing in it hangs on the
machine or the moment: paths are relative to a base that the reader names.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite import __version__
from pincite.reading.opening import STDIN
from pincite.reporters.concise_format import with_hint
from pincite.reporters.fingerprints import fingerprints
from pincite.reporters.paths import uri_reference
from pincite.reporters.safe_text import safe, safe_json
from pincite.reporters.sarif_rules import LEVELS, descriptor

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.fix import Fix
    from pincite.model.json_value import Json, JsonObject
    from pincite.model.report import Report, Skipped
    from pincite.model.rule import Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE = "%SRCROOT%"
"""The base of relative paths, called as GitHub and others call it."""


def render(report: Report, *, fail_on: Severity | None, colour: bool) -> str:  # noqa: ARG001 - same for every format
    """Return the report as one log with one run."""
    log: JsonObject = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return safe_json(json.dumps(log, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def _run(report: Report) -> JsonObject:
    names = {finding.code: finding.name for finding in report.findings}
    codes = sorted({*names, *(one.code for one in report.skipped if one.code != "*")})
    rules = {code: number for number, code in enumerate(codes)}
    paths = [*(one.path for one in report.files), *(one.path for one in report.findings)]
    files = {path: number for number, path in enumerate(dict.fromkeys(paths))}
    marks = fingerprints(report.findings)
    return {
        "tool": {
            "driver": {
                "name": "pincite",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [descriptor(code, names.get(code)) for code in codes],
            }
        },
        "invocations": [
            {
                "executionSuccessful": True,
                "toolConfigurationNotifications": [
                    _notification(one, rules, files) for one in dict.fromkeys(report.skipped)
                ],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _BASE: {"description": {"text": "The folder in which pincite ran; the reader knows where it is."}}
        },
        "artifacts": [{"location": _artifact(path), "roles": ["analysisTarget"]} for path in files],
        "results": [
            _result(finding, mark, rules, files) for finding, mark in zip(report.findings, marks, strict=True)
        ],
    }


def _result(finding: Finding, mark: str, rules: dict[str, int], files: dict[str, int]) -> JsonObject:
    location: JsonObject = {"physicalLocation": _physical(finding, files)}
    if finding.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": safe(finding.pointer)}]
    result: JsonObject = {
        "ruleId": finding.code,
        "ruleIndex": rules[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": _message(with_hint(finding))},
        "locations": [location],
        "partialFingerprints": {"finding/v1": mark},
    }
    if finding.fix is not None and finding.fix.edits:
        result["fixes"] = [_fix(finding, finding.fix, files)]
    return result


def _fix(finding: Finding, fix: Fix, files: dict[str, int]) -> JsonObject:
    """Return a fix; whether it is safe stands in its description, since SARIF knows no such thing."""
    kind = "safe fix" if fix.safety == "safe" else "look at it"
    replacements: list[Json] = [
        {
            "deletedRegion": {
                "startLine": edit.line,
                "startColumn": edit.column,
                "endLine": edit.end_line,
                "endColumn": edit.end_column,
            },
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    artifact: JsonObject = {**_artifact(finding.path), "index": files[finding.path]}
    return {
        "description": {"text": _message(safe(f"{fix.title} ({kind})"))},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _physical(finding: Finding, files: dict[str, int]) -> JsonObject:
    where: JsonObject = {"artifactLocation": {**_artifact(finding.path), "index": files[finding.path]}}
    place = finding.place
    if place is not None:
        where["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    return where


def _artifact(path: str) -> JsonObject:
    if path == STDIN:
        return {"uri": "stdin:", "description": {"text": "standard input"}}
    uri = uri_reference(path)
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _BASE}


def _notification(one: Skipped, rules: dict[str, int], files: dict[str, int]) -> JsonObject:
    what = "no rule was" if one.code == "*" else f"{one.code} was not"
    artifact = _artifact(one.path)
    if one.path in files:
        artifact["index"] = files[one.path]
    told: dict[str, Json] = {
        "level": "warning",
        "message": {"text": _message(f"{what} applied: {safe(one.reason)}")},
        "locations": [{"physicalLocation": {"artifactLocation": artifact}}],
    }
    if one.code != "*":
        told["associatedRule"] = {"id": one.code, "index": rules[one.code]}
    return told


def _message(text: str) -> str:
    """Return *text* without what SARIF would show as a link: a document must not place one in a report."""
    return text.replace("](", "] (")
