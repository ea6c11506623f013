"""What came of a run: findings, files, and what was not judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.rule import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.model.finding import Finding
    from pincite.model.json_value import JsonObject
    from pincite.model.rule import Severity


class FileCount(NamedTuple):
    """What one file holds: quotations and citations that could be read, and its findings.

    ``fail_on`` is the severity from which on they fail the run, where the file's configuration says so.
    """

    path: str
    quotations: int
    citations: int
    findings: int
    fail_on: Severity | None = None


class Skipped(NamedTuple):
    """A rule (or ``*`` for all of them) that was not applied to a file, and why."""

    code: str
    path: str
    reason: str


class Report(NamedTuple):
    """The findings of all files in their total order, the files in the order of their paths.

    Not among them are those that comments of documents ask to ignore (``ignored`` counts them) and those in the
    baseline (``baselined``); ``unmatched`` counts the baseline's entries that match nothing any more. ``verdicts`` say
    of each quotation whether it stands in its source, as the schema of reports describes them; None where nobody has
    looked.
    """

    findings: tuple[Finding, ...]
    files: tuple[FileCount, ...]
    skipped: tuple[Skipped, ...] = ()
    ignored: int = 0
    baselined: int = 0
    unmatched: int = 0
    verdicts: tuple[JsonObject, ...] | None = None

    def number_of(self, severity: Severity) -> int:
        """Return the number of findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def failing(self, threshold: Severity | None = None) -> Callable[[Finding], bool]:
        """Return what says of a finding whether it is loud enough to fail its file; ``info`` never is.

        *threshold* is for all files; without it counts what each file's configuration says, else ``warning``.
        """
        own = {one.path: one.fail_on for one in self.files if one.fail_on is not None}
        loud = {one: set(SEVERITIES[max(1, SEVERITIES.index(one)) :]) for one in SEVERITIES}
        return lambda finding: finding.severity in loud[threshold or own.get(finding.path, "warning")]

    def failed_files(self, threshold: Severity | None = None) -> list[str]:
        """Return the paths of the files with a finding that fails them, see ``failing``."""
        fails = self.failing(threshold)
        return sorted({finding.path for finding in self.findings if fails(finding)})
