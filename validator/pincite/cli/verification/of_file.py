"""One file is verified: its documents one by one, and what is to be told and stored of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.verification.answer import judgement_text
from pincite.model.report import FileCount
from pincite.reading.files import RawDocument, documents_in, read
from pincite.reading.opening import open_regular
from pincite.settings.ignoring import passed_over
from pincite.settings.selection import verification_codes
from pincite.structure.examine import examine
from pincite.verifier.as_data import judgement_data
from pincite.verifier.documents.telling import findings, skipped
from pincite.verifier.documents.to_store import to_write
from pincite.verifier.documents.walk import verify_document
from pincite.verifier.rules import quotation_unchecked

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.json_value import JsonObject
    from pincite.model.report import Skipped
    from pincite.model.rule import Severity
    from pincite.settings.run import FileSettings
    from pincite.structure.examine import Examined
    from pincite.verifier.documents.outcome import Verification
    from pincite.verifier.documents.source_folders import SourceFolders
    from pincite.verifier.documents.to_store import Stored
    from pincite.verifier.shelf import Shelf

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
    found: tuple[tuple[int, tuple[Stored, ...]], ...] = ()


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
    to_store: list[tuple[int, tuple[Stored, ...]]] = []
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
    return "".join(f"{judgement_text(one)}\n" for one in verification.judgements if one.verdict.faithful)
