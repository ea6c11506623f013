"""What came of a run: findings, files, and what was not judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.model.rule import SEVERITIES

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.rule import Severity


@dataclass(frozen=True)
class FileCount:
    """What one file holds: quotations and citations that could be read, and its findings."""

    path: str
    quotations: int
    citations: int
    findings: int


@dataclass(frozen=True)
class Skipped:
    """A rule (or ``*`` for all of them) that was not applied to a file, and why."""

    code: str
    path: str
    reason: str


@dataclass(frozen=True)
class Report:
    """The findings of all files in their total order, the files in the order of their paths."""

    findings: tuple[Finding, ...]
    files: tuple[FileCount, ...]
    skipped: tuple[Skipped, ...] = ()

    def count(self, severity: Severity) -> int:
        """Return the number of findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def failed_files(self, threshold: Severity) -> list[str]:
        """Return the paths of the files with a finding at or above *threshold*; ``info`` never fails a file."""
        failing = set(SEVERITIES[max(1, SEVERITIES.index(threshold)) :])
        return sorted({finding.path for finding in self.findings if finding.severity in failing})
