"""Documents are verified, and reported as those of ``pincite check`` are."""

from __future__ import annotations

import sys
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.configuration import settings_of
from pincite.cli.judge import files_to_judge, progress
from pincite.cli.output import CallError, is_terminal, show, wants_colour
from pincite.cli.verification.answer import verdict_text
from pincite.cli.verification.processes import Workers, own_shelf, start
from pincite.cli.verification.storing import store
from pincite.model.report import FileCount, Report
from pincite.reading.files import RawDocument, documents_in, read, unreadable
from pincite.reading.opening import open_regular
from pincite.reporters import renderer
from pincite.settings import ConfigError
from pincite.settings.ignoring import passed_over
from pincite.settings.selection import verification_codes
from pincite.structure.examine import examine
from pincite.verifier.as_data import judgement_data
from pincite.verifier.documents import verify_document
from pincite.verifier.evidence import SourceFolders
from pincite.verifier.found import to_write
from pincite.verifier.rules import quotation_unchecked
from pincite.verifier.telling import findings, skipped
from pincite.verifier.verdict import FAITHFUL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from pincite.model.finding import Finding
    from pincite.model.json_value import JsonObject
    from pincite.model.report import Skipped
    from pincite.model.rule import Severity
    from pincite.settings.run import FileSettings, Settings
    from pincite.structure.examine import Examined
    from pincite.verifier.shelf import Shelf
    from pincite.verifier.found import Found
    from pincite.verifier.verification import Verification

_MOST_FINDINGS = 20_000
"""Findings of one file; one with more needs a repair, not a list."""


class Manner(NamedTuple):
    """How documents are verified and reported."""

    format_name: str = "text"
    fail_on: Severity | None = None
    show_all: bool = False
    fail_unchecked: bool = False
    pictures: bool = True
    write: bool = False


class Scope(NamedTuple):
    """What is in force for the documents, in a form that other processes can be told."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    config: str | None = None
    isolated: bool = False
    sources: tuple[str, ...] = ()


class OfFile(NamedTuple):
    """What came of one file.

    ``shown`` are its faithful quotations, in words. ``found`` is what is to be stored in each of its documents, numbered from 0, and
    ``content`` the file's bytes, where it is to be written to.
    """

    findings: tuple[Finding, ...]
    counts: FileCount
    verdicts: tuple[JsonObject, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    ignored: int = 0
    shown: str = ""
    content: bytes = b""
    found: tuple[tuple[int, tuple[Found, ...]], ...] = ()


def verify_documents(
    paths: Sequence[str], scope: Scope, manner: Manner, *, jobs: int, cache: str | None
) -> int:
    """Verify files and folders, print the report, and return the exit status."""
    try:
        settings = _settings(scope)
        files = files_to_judge(paths, settings, articles=False)
        for path in files:  # what is wrong with a configuration is told before anything is done
            settings.of(path)
    except ConfigError as error:
        raise CallError(str(error)) from None
    told = progress if is_terminal(sys.stderr) else _untold
    done: list[OfFile] = []
    for result in _results(files, scope, manner, jobs, cache):
        told(len(done), len(files))
        done.append(result)
    told(len(files), len(files))
    stored = all([store(one.counts.path, one.content, one.found) for one in done if one.found])
    report = Report(
        tuple(finding for one in done for finding in one.findings),
        tuple(one.counts for one in done),
        tuple(skip for one in done for skip in one.skipped),
        sum(one.ignored for one in done),
        verdicts=tuple(verdict for one in done for verdict in one.verdicts),
    )
    if manner.show_all and manner.format_name == "text":
        show("".join(one.shown for one in done))
    show(renderer(manner.format_name)(report, fail_on=manner.fail_on, colour=wants_colour()))
    unchecked = any(one["verdict"] == "unchecked" for one in report.verdicts or ())
    failed = report.failed_files(manner.fail_on) or (manner.fail_unchecked and unchecked)
    return 1 if failed or not stored else 0


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


def verify_file(
    path: str, settings: FileSettings, shelf: Shelf, folders: SourceFolders, manner: Manner
) -> OfFile:
    """Verify the document, or in a JSONL file the documents, of one file."""
    found: list[Finding] = []
    verdicts: list[JsonObject] = []
    left_out: list[Skipped] = []
    quotations = citations = ignored = 0
    shown = ""
    content = _content(path) if manner.write else None
    to_store: list[tuple[int, tuple[Found, ...]]] = []
    for number, raw in enumerate(read(path) if content is None else documents_in(path, content)):
        if not isinstance(raw, RawDocument):
            found.append(raw)
            continue
        examined = examine(raw, settings.house)
        if examined.document is None:
            found += examined.findings
            continue
        document = examined.document
        quotations += len(document.quotations)
        citations += len(document.citations)
        verification = verify_document(document, shelf, folders, pictures=manner.pictures)
        told, passed = _told(path, examined, verification, settings, manner)
        found += told[: max(0, _MOST_FINDINGS - len(found))]
        ignored += passed
        verdicts += [judgement_data(path, one) for one in verification.judgements]
        left_out += [one for one in skipped(document, verification) if settings.wants(one.code)]
        if content is not None:
            to_store.append((number, tuple(to_write(document, verification))))
        if manner.show_all:
            shown += _shown(verification)
    found.sort(key=lambda one: one.order)
    count = FileCount(path, quotations, citations, len(found), settings.fail_on)
    return OfFile(
        tuple(found),
        count,
        tuple(verdicts),
        tuple(dict.fromkeys(left_out)),
        ignored,
        shown,
        content or b"",
        tuple(to_store),
    )


def _content(path: str) -> bytes | None:
    """Return the bytes of a file that is to be written to; None where reading it tells what is wrong with it."""
    try:
        with open_regular(path) as stream:
            return stream.read()
    except (OSError, ValueError):
        return None


def _told(
    path: str, examined: Examined, verification: Verification, settings: FileSettings, manner: Manner
) -> tuple[list[Finding], int]:
    """Return the findings as the settings and the document's own comments want them, and how many those ignore."""
    assert examined.document is not None  # noqa: S101 - for the type checker: the caller has looked
    found = list(findings(examined.document, verification))
    if manner.fail_unchecked:
        unchecked = quotation_unchecked.RULE.code
        found = [one._replace(severity="error") if one.code == unchecked else one for one in found]
    found = [*examined.findings, *found]
    found = [one for one in found if settings.wants(one.code)]
    ignored = 0
    if examined.ignores:
        asked = frozenset(code for code in verification_codes() if settings.wants(code))
        found, ignored = passed_over(path, found, examined.ignores, asked, _MOST_FINDINGS)
        found = [one for one in found if settings.wants(one.code)]
    return [settings.adjusted(one) for one in found] if settings.severities else found, ignored


def _shown(verification: Verification) -> str:
    """Return the quotations that stand in their sources, with their places: what findings do not tell."""
    return "".join(
        verdict_text(one.of, one.of.held.evidence.name, f"{one.id}: ") + "\n"
        for one in verification.judgements
        if one.of is not None and one.of.held is not None and one.verdict.verdict in FAITHFUL
    )
