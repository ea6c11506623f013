"""Workflow commands of GitHub Actions, one a finding: they become annotations at the lines of a pull request.

GitHub shows ten errors, ten warnings and ten notices of a step; the log holds all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.reading.opening import STDIN
from pincite.reporters.concise_format import line_of
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.report import Report
    from pincite.model.rule import Severity

_KINDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, *, fail_on: Severity | None, colour: bool) -> str:  # noqa: ARG001 - same for every format
    """Return one command for each finding, nothing for a clean report."""
    return "".join(_command(finding) + "\n" for finding in report.findings)


def beside(text: str, commands: str) -> str:
    """Return a report for people followed by the commands, which the log of the step shows folded.

    What the report quotes of documents may look like a command itself. There the runner is told to obey none until
    it reads a certain word: the digest of the report, which therefore cannot hold it.
    """
    if any(beginning in text for beginning in _BEGINNINGS):
        import hashlib  # noqa: PLC0415 - few reports need it

        word = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        text = f"::stop-commands::{word}\n{text}::{word}::\n"
    return f"{text}::group::annotations\n{commands}::endgroup::\n" if commands else text


_BEGINNINGS = ("::", "##[")
"""How commands begin, in the present and in the former way, which the runner still obeys."""


def _command(finding: Finding) -> str:
    # the log shows the message alone, so it says where and what it is about, too
    message = line_of(finding) + (f"\n{safe(finding.hint)}" if finding.hint else "")
    properties = _properties(finding)
    properties["title"] = f"{finding.code} ({finding.name})"
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_KINDS[finding.severity]} {given}::{_data(message)}"


def _properties(finding: Finding) -> dict[str, str]:
    """Return where a finding stands; GitHub takes columns only where the lines are one and the same."""
    if finding.path == STDIN:
        return {}
    where, place = {"file": safe(finding.path)}, finding.place
    if place is None:
        return where
    # what ends before the first column of a line does not reach it
    last = place.end_line - (place.end_column == 1 and place.end_line > place.line)
    columns = place.line == place.end_line
    return {
        **where,
        "line": str(place.line),
        **({"col": str(place.column)} if columns else {}),
        "endLine": str(last),
        **({"endColumn": str(place.end_column)} if columns else {}),
    }


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
