"""Documents are verified, and reported as those of ``pincite check`` are."""

from __future__ import annotations

import sys
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.cli.configuration import settings_of
from pincite.cli.delivery import consistent, deliver, ready
from pincite.cli.judge import files_to_judge, progress
from pincite.cli.output import CallError, is_terminal, tell
from pincite.cli.verification.of_file import OfFile, verify_file
from pincite.cli.verification.processes import Workers, own_shelf, start
from pincite.cli.verification.storing import store
from pincite.model.report import FileCount, Report
from pincite.reading.files import unreadable
from pincite.reporters.counted import counted
from pincite.settings import ConfigError
from pincite.verifier.documents.source_folders import SourceFolders
from pincite.verifier.rules import quotation_unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from pincite.cli.verification.call import Manner, Scope
    from pincite.settings.run import Settings


def verify_documents(
    paths: Sequence[str], scope: Scope, manner: Manner, *, jobs: int, cache: str | None
) -> int:
    """Verify files and folders, print the report, and return the exit status."""
    wanted = consistent(manner.delivery)
    try:
        settings = _settings(scope)
        files = files_to_judge(paths, settings, articles=False)
        for path in files:  # what is wrong with a configuration is told before anything is done
            settings.of(path)
        ready(wanted.output, files)
    except ConfigError as error:
        raise CallError(str(error)) from None
    told = progress if is_terminal(sys.stderr) else _untold
    done: list[OfFile] = []
    for result in _results(files, scope, manner, jobs, cache):
        told(len(done), len(files))
        done.append(result)
    told(len(files), len(files))
    stored = [
        store(one.counts.path, one.content, one.to_store)
        for one in done
        if one.content is not None and one.to_store
    ]
    report = Report(
        tuple(finding for one in done for finding in one.findings),
        tuple(one.counts for one in done),
        tuple(skip for one in done for skip in one.skipped),
        sum(one.ignored for one in done),
        verdicts=tuple(verdict for one in done for verdict in one.verdicts),
    )
    failed = deliver(report, wanted, "".join(one.shown for one in done) if manner.show_all else "")
    failed = failed or (manner.fail_unchecked and _unchecked(report))
    return 1 if failed or not all(stored) else 0


def _unchecked(report: Report) -> int:
    """Return how many quotations could not be checked; tell it where no finding does."""
    number = sum(one["verdict"] == "unchecked" for one in report.verdicts or ())
    code = quotation_unchecked.RULE.code
    if number and all(one.code != code for one in report.findings):
        quotations = counted(number, "quotation")
        tell(
            f"pincite: --fail-unchecked: {quotations} could not be checked, and {code}, which tells why, is not wanted"
        )
    return number


def _untold(done: int, of: int) -> None:
    """Say nothing: nobody looks."""


def _results(
    files: Sequence[str], scope: Scope, manner: Manner, jobs: int, cache: str | None
) -> Iterator[OfFile]:
    """Yield what came of each file, in their order."""
    if jobs == 1 or len(files) == 1:
        start(cache)
        for path in files:
            yield _verified((path, scope, manner))
        return
    with Workers(min(jobs, len(files)), cache) as workers:
        given = [workers.give(_verified, (path, scope, manner)) for path in files]
        for path, future in zip(files, given, strict=True):
            yield _result(path, future)


def _result(path: str, future: Future[OfFile]) -> OfFile:
    try:
        return future.result()
    except BrokenProcessPool:
        message = "the process that was to verify it came to an end; try with --jobs 1"
        return OfFile((unreadable(path, message),), FileCount(path, 0, 0, 1))


def _verified(work: tuple[str, Scope, Manner]) -> OfFile:
    """Verify a file, in this process or in one of its own."""
    path, scope, manner = work
    return verify_file(path, _settings(scope).of(path), own_shelf(), _folders(scope.sources), manner)


@lru_cache(maxsize=1)
def _settings(scope: Scope) -> Settings:
    return settings_of(
        scope.select, scope.ignore, config=scope.config, isolated=scope.isolated, baseline=None
    )


@lru_cache(maxsize=1)
def _folders(sources: tuple[str, ...]) -> SourceFolders:
    return SourceFolders(sources)
