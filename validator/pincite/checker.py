"""The last stop of the first road: files and folders become one ordered report.

What judges files is imported only where there is one of which nothing is known from an earlier run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.gathering import FileToJudge, outcomes_of
from pincite.model.report import FileCount, Report
from pincite.settings.run import USUAL
from pincite.settings.walking import pincite_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pincite.model.outcome import Outcome
    from pincite.settings.baseline import Baseline
    from pincite.settings.run import FileSettings, Settings


def check_paths(
    paths: Iterable[str],
    progress: Callable[[int, int], None] | None = None,
    settings: Settings | None = None,
    recording: Baseline | None = None,
    contents: Mapping[str, bytes] | None = None,
    *,
    cache: str | None = None,
    jobs: int | None = 1,
) -> Report:
    """Judge files, and all Pincite files in folders.

    ``progress`` is told the number of files done and of all files. A file that cannot be read is a finding;
    the others go on. Without settings no configuration counts; a recording baseline takes in what is found. Files whose
    *contents* are given are not opened. *cache* is the folder where findings are kept for later runs. *jobs* is how many
    processes work at a time, None for as many as help; the report is the same.
    """
    baselines = _Baselines(recording)
    files: list[FileToJudge] = []
    for path in pincite_files(paths, settings):
        in_force = USUAL if settings is None else settings.of(path)
        baseline = baselines.of(in_force.baseline)
        files.append(FileToJudge(path, in_force, baseline, (contents or {}).get(path)))
    outcomes = outcomes_of(files, progress, cache, jobs)
    reports = [_report(file, outcome) for file, outcome in zip(files, outcomes, strict=True)]
    return Report(
        tuple([finding for report in reports for finding in report.findings]),
        tuple([count for report in reports for count in report.files]),
        tuple([skipped for report in reports for skipped in report.skipped]),
        sum(report.ignored for report in reports),
        sum(report.baselined for report in reports),
        baselines.unmatched(),
    )


class _Baselines:
    """The baselines of a run, each read once."""

    def __init__(self, recording: Baseline | None) -> None:
        self._recording = recording
        self._known: dict[str, Baseline] = {}

    def of(self, path: str | None) -> Baseline | None:
        """Return the baseline to hold a file against; what is recorded counts as known."""
        if self._recording is not None or path is None:
            return self._recording
        if path not in self._known:
            from pincite.settings.baseline import read_baseline  # noqa: PLC0415 - only where there is one

            self._known[path] = read_baseline(path)
        return self._known[path]

    def unmatched(self) -> int:
        return sum(one.unmatched() for one in self._known.values())


def check_file(
    path: str, settings: FileSettings = USUAL, baseline: Baseline | None = None, content: bytes | None = None
) -> Report:
    """Judge an article, the document, or in a JSONL file the documents, of one file.

    Where its *content* is given, the file is not opened.
    """
    file = FileToJudge(path, settings, baseline, content)
    [outcome] = outcomes_of([file])
    return _report(file, outcome)


def check_data(data: Mapping[str, object]) -> Report:
    """Judge a document's data, as if it were read from its JSON text; raises TypeError for data JSON lacks."""
    from pincite.file_judging import judge_data  # noqa: PLC0415 - see the module's docstring

    name = "<document>"
    return _report(FileToJudge(name, USUAL), judge_data(name, data))


def _report(file: FileToJudge, outcome: Outcome) -> Report:
    """Return the report on one file, without what its baseline knows."""
    findings, baselined = outcome.findings, outcome.baselined
    if outcome.judged and outcome.words is not None and file.baseline is not None:
        findings = tuple(file.baseline.unknown(file.path, findings, outcome.words))
        baselined = len(outcome.findings) - len(findings)
    count = FileCount(file.path, outcome.quotations, outcome.citations, len(findings), file.settings.fail_on)
    return Report(findings, (count,), outcome.skipped, outcome.ignored, baselined)
