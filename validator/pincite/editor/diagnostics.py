"""Findings become what an editor underlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import Diagnostic, DiagnosticSeverity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.editor.texts import Text
    from pincite.model.finding import Finding

SOURCE = "pincite"
_SEVERITIES = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}


def diagnostics_of(findings: Iterable[Finding], text: Text) -> list[Diagnostic]:
    """Return the diagnostics for the findings of a text.

    None has an address for its code: the pages of the rules lie where the project lies, and that is not settled.
    """
    return [
        Diagnostic(
            text.range_of(finding.place),
            message_of(finding),
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            source=SOURCE,
        )
        for finding in findings
    ]


def message_of(finding: Finding) -> str:
    """Return a finding's message, and in a second line what would be right."""
    return finding.message if finding.hint is None else f"{finding.message}\n→ {finding.hint}"


def refusal(why: str, text: Text) -> Diagnostic:
    """Return the diagnostic for a document that cannot be judged for what lies outside of it, its configuration."""
    return Diagnostic(text.range_of(None), why, severity=DiagnosticSeverity.Error, source=SOURCE)
