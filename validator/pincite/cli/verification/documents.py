"""Documents are verified, and reported as those of ``pincite check`` are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.judge import files_to_judge, progress
from pincite.cli.output import CallError, is_terminal, show, wants_colour
from pincite.cli.verification.answer import verdict_text
from pincite.model.report import FileCount, Report
from pincite.reading.files import RawDocument, read
from pincite.reporters import renderer
from pincite.settings import ConfigError
from pincite.settings.ignoring import passed_over
from pincite.settings.selection import verification_codes
from pincite.structure.examine import examine
from pincite.verifier.as_data import judgement_data
from pincite.verifier.documents import verify_document
from pincite.verifier.rules import quotation_unchecked
from pincite.verifier.telling import findings, skipped
from pincite.verifier.verdict import FAITHFUL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.finding import Finding
    from pincite.model.json_value import JsonObject
    from pincite.model.report import Skipped
    from pincite.model.rule import Severity
    from pincite.settings.run import FileSettings, Settings
    from pincite.structure.examine import Examined
    from pincite.verifier.evidence import SourceFolders
    from pincite.verifier.shelf import Shelf
    from pincite.verifier.verification import Verification

_MOST_FINDINGS = 20_000
"""Findings of one file; one with more needs a repair, not a list."""


class Manner(NamedTuple):
    """How documents are verified and reported."""

    format_name: str = "text"
    fail_on: Severity | None = None
    show_all: bool = False
    fail_unchecked: bool = False


class OfFile(NamedTuple):
    """What came of one file."""

    findings: tuple[Finding, ...]
    counts: FileCount
    verdicts: tuple[JsonObject, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    ignored: int = 0
    shown: str = ""


def verify_documents(
    paths: Sequence[str], manner: Manner, settings: Settings, shelf: Shelf, folders: SourceFolders
) -> int:
    """Verify files and folders, print the report, and return the exit status."""
    try:
        files = files_to_judge(paths, settings, articles=False)
        told = progress if is_terminal(sys.stderr) else None
        done: list[OfFile] = []
        for number, path in enumerate(files):
            if told is not None:
                told(number, len(files))
            done.append(verify_file(path, settings.of(path), shelf, folders, manner))
        if told is not None:
            told(len(files), len(files))
    except ConfigError as error:
        raise CallError(str(error)) from None
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
    return 1 if failed else 0


def verify_file(
    path: str, settings: FileSettings, shelf: Shelf, folders: SourceFolders, manner: Manner
) -> OfFile:
    """Verify the document, or in a JSONL file the documents, of one file."""
    found: list[Finding] = []
    verdicts: list[JsonObject] = []
    left_out: list[Skipped] = []
    quotations = citations = ignored = 0
    shown = ""
    for raw in read(path):
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
        verification = verify_document(document, shelf, folders)
        told, passed = _told(path, examined, verification, settings, manner)
        found += told[: max(0, _MOST_FINDINGS - len(found))]
        ignored += passed
        verdicts += [judgement_data(path, one) for one in verification.judgements]
        left_out += [one for one in skipped(document, verification) if settings.wants(one.code)]
        if manner.show_all:
            shown += _shown(path, verification)
    found.sort(key=lambda one: one.order)
    count = FileCount(path, quotations, citations, len(found), settings.fail_on)
    return OfFile(tuple(found), count, tuple(verdicts), tuple(dict.fromkeys(left_out)), ignored, shown)


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


def _shown(path: str, verification: Verification) -> str:
    """Return the quotations that stand in their sources, with their places: what findings do not tell."""
    del path
    return "".join(
        verdict_text(one.of, one.of.held.evidence.name, f"{one.id}: ") + "\n"
        for one in verification.judgements
        if one.of is not None and one.of.held is not None and one.verdict.verdict in FAITHFUL
    )
