"""One file is verified: its documents one by one, and what is to be told and stored of them."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.verification.answer import judgement_text
from pincite.cli.writing_back import content_of
from pincite.model.report import FileCount
from pincite.reading.articles import is_article
from pincite.reading.files import RawDocument, documents_in, read, unreadable
from pincite.settings.ignoring import passed_over
from pincite.settings.selection import verification_codes
from pincite.structure.examine import examine
from pincite.verifier.as_data import judgement_data
from pincite.verifier.documents.caution_words import without_repetitions
from pincite.verifier.documents.telling import findings, skipped
from pincite.verifier.documents.to_store import to_write
from pincite.verifier.documents.walk import verify_document
from pincite.verifier.rules import quotation_unchecked

if TYPE_CHECKING:
    from pincite.cli.verification.call import Manner
    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.json_value import JsonObject
    from pincite.model.report import Skipped
    from pincite.settings.run import FileSettings
    from pincite.structure.examine import Examined
    from pincite.verifier.documents.outcome import Verification
    from pincite.verifier.documents.source_folders import SourceFolders
    from pincite.verifier.documents.to_store import Stored
    from pincite.verifier.shelf import Shelf

_MOST_FINDINGS = 20_000
"""Findings of one file; one with more needs a repair, not a list."""


class OfFile(NamedTuple):
    """What came of one file.

    ``shown`` are its faithful quotations, in words. Where it is to be written to, ``to_store`` is what is to be stored in each of its
    documents, numbered from 0, and ``content`` the file's bytes, or in words why there are none; else None.
    """

    findings: tuple[Finding, ...]
    counts: FileCount
    verdicts: tuple[JsonObject, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    ignored: int = 0
    shown: str = ""
    content: bytes | str | None = None
    to_store: tuple[tuple[int, tuple[Stored, ...]], ...] = ()


def verify_file(
    path: str, settings: FileSettings, shelf: Shelf, folders: SourceFolders, manner: Manner
) -> OfFile:
    """Verify the document, or in a JSONL file the documents, of one file."""
    content = content_of(path) if manner.write else None
    if is_article(path) and os.path.isfile(path):  # noqa: PTH113 - as the walking of documents
        return OfFile((_article(path),), FileCount(path, 0, 0, 1, settings.fail_on))
    found: list[Finding] = []
    documents: list[_OfDocument] = []
    for number, raw in enumerate(documents_in(path, content) if isinstance(content, bytes) else read(path)):
        if not isinstance(raw, RawDocument):
            found.append(raw)
            continue
        examined = examine(raw, settings.house)
        if examined.document is None:
            found += examined.findings
            continue
        verification = verify_document(examined.document, shelf, folders, pictures=manner.pictures)
        told, ignored = _told(path, examined, verification, settings, manner)
        found += told[: max(0, _MOST_FINDINGS - len(found))]
        documents.append(
            _of_document(examined.document, verification, settings, manner, number=number, ignored=ignored)
        )
    found.sort(key=lambda one: one.order)
    quotations = sum(one.quotations for one in documents)
    citations = sum(one.citations for one in documents)
    return OfFile(
        tuple(found),
        FileCount(path, quotations, citations, len(found), settings.fail_on),
        tuple(verdict for one in documents for verdict in one.verdicts),
        tuple(dict.fromkeys(skip for one in documents for skip in one.skipped)),
        sum(one.ignored for one in documents),
        "".join(one.shown for one in documents),
        content,
        tuple((one.number, one.to_store) for one in documents if manner.write),
    )


def _article(path: str) -> Finding:
    """Return the finding for an article, which has no annotation to be verified."""
    stem, suffix = os.path.splitext(path)  # noqa: PTH122 - pathlib would add to every start
    document = shlex.quote(f"{stem}.pincite.yaml")
    hint = f"pincite convert {shlex.quote(path)} -o {document}, then: pincite verify {document}"
    message = (
        f"this is an article ({suffix.lower()}), not a document: its quotations have to be annotated first"
    )
    return unreadable(path, message, hint)


class _OfDocument(NamedTuple):
    """What came of one document, but for its findings; ``number`` is its place in the file, from 0."""

    number: int
    quotations: int
    citations: int
    verdicts: list[JsonObject]
    skipped: list[Skipped]
    ignored: int
    shown: str
    to_store: tuple[Stored, ...]


def _of_document(
    document: Document,
    verification: Verification,
    settings: FileSettings,
    manner: Manner,
    *,
    number: int,
    ignored: int,
) -> _OfDocument:
    return _OfDocument(
        number,
        len(document.quotations),
        len(document.citations),
        [judgement_data(document.path, one) for one in verification.judgements],
        [one for one in skipped(document, verification) if settings.wants(one.code)],
        ignored,
        _shown(verification) if manner.show_all else "",
        tuple(to_write(document, verification)) if manner.write else (),
    )


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
    found = without_repetitions(found)
    return [settings.adjusted(one) for one in found] if settings.severities else found, ignored


def _shown(verification: Verification) -> str:
    """Return the quotations that stand in their sources, with their places: what findings do not tell."""
    return "".join(f"{judgement_text(one)}\n" for one in verification.judgements if one.verdict.faithful)
