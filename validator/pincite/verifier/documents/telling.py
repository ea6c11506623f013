"""What was found becomes findings: of copies, of quotations with their places and cautions, of quotations that disagree."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from pincite.model.report import Skipped
from pincite.verifier.documents.caution_words import cautions
from pincite.verifier.documents.phrasing import pages, quoted
from pincite.verifier.documents.verdict_words import finding_of, notes_on
from pincite.verifier.rules import (
    copy_changed,
    copy_unreadable,
    page_mismatched,
    passage_moved,
    picture_without_quotation,
    quotation_unchecked,
    quotations_disagree,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.rule import Severity
    from pincite.verifier.documents.outcome import (
        CitationOutcome,
        CopyOutcome,
        Disagreement,
        Judgement,
        Verification,
    )

_UNREAD = frozenset({"changed"})
"""Faults of copies that another rule tells."""


def findings(document: Document, verification: Verification) -> Iterator[Finding]:
    """Yield what is to be said of the copies, then of each quotation, then of quotations that disagree."""
    yield from _of_copies(document, verification)
    for judgement in verification.judgements:
        yield from _of_quotation(document, judgement)
    for one in verification.disagreements:
        yield document.finding(
            quotations_disagree.RULE,
            f"{one.at}/text",
            f"quotation '{one.id}' prints {quoted(one.words)} where '{one.other}' prints "
            f"{quoted(one.others_words)}, and both quote one passage of {one.copy}, "
            f"which has the words of {_right(one)}",
            hint="print what the source has in both, or mark what was changed",
        )


def _right(one: Disagreement) -> str:
    """Return which of two quotations has the words of their copy."""
    if one.differing == "both":
        return "neither"
    return f"'{one.other if one.differing == 'this' else one.id}'"


def skipped(document: Document, verification: Verification) -> Iterator[Skipped]:
    """Yield what could not be looked at for want of a program or an extra: it says nothing of the pictures."""
    unread = [
        fault for one, fault in verification.faults if one.kind == "picture" and fault.kind == "no_reader"
    ]
    if unread:  # what one picture lacks they all lack
        message = unread[0].message.partition(": ")[2] or unread[0].message  # without the picture's name
        reason = f"{message}; {unread[0].hint}" if unread[0].hint else message
        yield Skipped(picture_without_quotation.RULE.code, document.path, reason)


def _of_copies(document: Document, verification: Verification) -> Iterator[Finding]:
    for evidence, digest in verification.changed:
        whose = " on the catalogue" if evidence.is_of_catalogue else ""
        yield document.finding(
            copy_changed.RULE,
            evidence.member("sha256"),
            f"{evidence.name} is not the copy of source '{evidence.source}' that was pinned: its SHA-256 is another",
            hint=f"if it is the right one, pincite pin --repin{whose} records its digest, {digest}; "
            "until then nothing is judged by it",
        )
    for evidence, fault in verification.faults:
        if evidence.kind == "picture" or fault.kind in _UNREAD:
            continue  # pincite check tells what is wrong with the files of pictures
        yield document.finding(
            copy_unreadable.RULE,
            evidence.member("path"),
            f"a copy of source '{evidence.source}' cannot be read: {fault.message}",
            hint=fault.hint or None,
        )


def _of_quotation(document: Document, judgement: Judgement) -> Iterator[Finding]:
    if judgement.verdict.verdict == "unchecked":
        yield document.finding(
            quotation_unchecked.RULE,
            f"{judgement.at}/text",
            f"quotation '{judgement.id}' could not be checked: {judgement.verdict.reason}",
            hint=_to_be_checked(document, judgement) or None,
        )
    for citation in judgement.citations:
        if citation.verdict.verdict == "unchecked":
            continue  # where another citation gives a verdict, that one counts
        is_best = citation is judgement.best
        told = finding_of(judgement, citation)
        if told is not None:
            # the words do stand in another source that is cited for them
            severity: Severity | None = "warning" if judgement.verdict.found and not is_best else None
            at = f"{judgement.at}/text" if is_best else citation.at
            yield document.finding(told.rule, at, told.message, hint=told.hint, severity=severity)
        if citation.verdict.found or not judgement.verdict.found:
            yield from _of_place(document, judgement, citation)
        if citation.verdict.found:
            yield from _of_passage(document, judgement, citation)
        yield from _of_pictures(document, judgement, citation)
    yield from cautions(document, judgement)


def _to_be_checked(document: Document, judgement: Judgement) -> str:
    """Return what would help to check a quotation, empty where nothing is known."""
    best = judgement.best
    if best is not None and best.copy is None and best.source in document.source_by_id:
        hint = "name a folder that has its copy with --sources"
        path = _recorded_in(document, best.source)
        added = f"pincite pin --add {shlex.quote(f'{best.source}=PATH')} {shlex.quote(path)}" if path else ""
        return f"{hint}, or record one: {added}" if added else hint
    return notes_on(best)


def _recorded_in(document: Document, source_id: str) -> str:
    """Return the file in which a copy of a source can be recorded: the document, or a catalogue; empty for none."""
    catalogue = document.catalogue_of(source_id)
    if catalogue is None:
        return document.path
    folder = os.path.dirname(document.path)  # noqa: PTH120 - as the walking of documents
    path = os.path.normpath(os.path.join(folder, catalogue.path))  # noqa: PTH118
    return path if catalogue.is_document else ""


def _of_place(document: Document, judgement: Judgement, citation: CitationOutcome) -> Iterator[Finding]:
    """Tell a page that is not the cited one."""
    place, copy = citation.verdict.place, citation.copy
    if citation.page_agrees is False and place is not None and copy is not None:
        found = f"quotation '{judgement.id}' is found on"
        if not citation.verdict.found:
            found = f"the passage that quotation '{judgement.id}' alters stands on"
        yield document.finding(
            page_mismatched.RULE,
            f"{citation.at}/locator",
            f"{found} {pages(place)}, cited as {citation.pages}",
            hint=f"look at {copy.evidence.name} and correct the citation",
        )


def _of_passage(document: Document, judgement: Judgement, citation: CitationOutcome) -> Iterator[Finding]:
    """Tell a stored place that is not the one where the quotation was found."""
    passage = citation.citation.get("passage", {})
    if "copy" not in passage or "start" not in passage or "end" not in passage:
        return
    digest = passage["copy"].lower()
    copy = next((one for one in citation.copies if one.held.sha256 == digest), None)
    if copy is None and _is_another(document, citation, digest):
        yield document.finding(
            passage_moved.RULE,
            f"{citation.at}/passage",
            f"the place that is stored of quotation '{judgement.id}' is one in another copy: its SHA-256 is not the "
            "one pinned",
            hint="pincite verify --write stores the place anew",
        )
    span = copy.verdict.span if copy is not None else None
    if copy is None or span is None or not copy.verdict.found:
        return
    if (passage["start"], passage["end"]) != (span.start, span.end):
        yield document.finding(
            passage_moved.RULE,
            f"{citation.at}/passage",
            f"quotation '{judgement.id}' stands at {span.start} to {span.end} of {copy.evidence.name}, "
            f"not at {passage['start']} to {passage['end']}",
            hint="pincite verify --write stores the place anew",
        )


def _is_another(document: Document, citation: CitationOutcome, digest: str) -> bool:
    """Say whether a digest is that of none of the pinned files, though the copy that a citation was held against is pinned."""
    copy = citation.copy
    if copy is None or copy.evidence.kind == "picture" or not copy.evidence.sha256:
        return False
    images = {image.get("sha256", "").lower() for _, image in document.images}
    return digest not in images and all(one.evidence.sha256 != digest for one in citation.copies)


def _of_pictures(document: Document, judgement: Judgement, citation: CitationOutcome) -> Iterator[Finding]:
    """Tell pictures that were read and do not show the quotation."""
    shown = {at for copy in citation.copies for at in _pictures_of(copy)}
    for copy in citation.copies:
        picture = copy.evidence.kind == "picture" and copy.evidence.at not in shown
        if copy.evidence.at and picture and _shows_nothing(copy):
            yield document.finding(
                picture_without_quotation.RULE,
                copy.evidence.at,
                f"{copy.evidence.name} is evidence for quotation '{judgement.id}' and does not show it",
                hint="look whether it is the picture of another page",
            )


def _pictures_of(copy: CopyOutcome) -> tuple[str, ...]:
    """Return those of several pictures, put together, on which the quotation was found."""
    place = copy.verdict.place
    if not copy.verdict.found or place is None or place.page is None:
        return ()
    return copy.pictures[place.page - 1 : place.page_end or place.page]


def _shows_nothing(copy: CopyOutcome) -> bool:
    return copy.verdict.verdict == "absent" and not copy.shows_part
