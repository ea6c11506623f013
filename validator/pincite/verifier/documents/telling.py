"""What was found becomes findings: of copies, of quotations with their places and cautions, of quotations that disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.report import Skipped
from pincite.verifier.documents.phrasing import pages, quoted
from pincite.verifier.documents.verdict_words import finding_of, notes_on
from pincite.verifier.rules import (
    condition_hidden,
    copy_changed,
    copy_unreadable,
    cut_unmarked,
    negation_hidden,
    number_hidden,
    omission_empty,
    page_mismatched,
    part_too_short,
    parts_far_apart,
    passage_moved,
    picture_without_quotation,
    punctuation_differs,
    quotation_unchecked,
    quotations_disagree,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.rule import Rule, Severity
    from pincite.verifier.documents.outcome import CitationOutcome, CopyOutcome, Judgement, Verification
    from pincite.verifier.verdict import CautionKind

OF_CAUTIONS: Mapping[CautionKind, Rule] = {
    "negation": negation_hidden.RULE,
    "number": number_hidden.RULE,
    "condition": condition_hidden.RULE,
    "omission_empty": omission_empty.RULE,
    "part_short": part_too_short.RULE,
    "parts_far": parts_far_apart.RULE,
    "pages_apart": parts_far_apart.RULE,
    "cut_unmarked": cut_unmarked.RULE,
    "punctuation": punctuation_differs.RULE,
    "hyphenation": punctuation_differs.RULE,
}
"""The rule for each kind of caution that a verdict may carry."""
_RULE_OF: Mapping[str, Rule] = {str(kind): rule for kind, rule in OF_CAUTIONS.items()}
_MOST_OF_A_KIND = 3
"""Cautions of one kind that are told of a quotation."""
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
            f"{quoted(one.others_words)}, and both quote one passage of {one.copy}",
            hint="print what the source has in both, or mark what was changed",
        )


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
        at = f"{evidence.at}/sha256" if evidence.at else ""
        yield document.finding(
            copy_changed.RULE,
            at,
            f"{evidence.name} is not the copy of source '{evidence.source}' that was pinned: its SHA-256 is another",
            hint=f"if it is the right one, set 'sha256' to its digest, {digest}; until then nothing is judged by it",
        )
    for evidence, fault in verification.faults:
        if evidence.kind == "picture" or fault.kind in _UNREAD:
            continue  # pincite check tells what is wrong with the files of pictures
        yield document.finding(
            copy_unreadable.RULE,
            f"{evidence.at}/path" if evidence.at else "",
            f"a copy of source '{evidence.source}' cannot be read: {fault.message}",
            hint=fault.hint or None,
        )


def _of_quotation(document: Document, judgement: Judgement) -> Iterator[Finding]:
    if judgement.verdict.verdict == "unchecked":
        yield document.finding(
            quotation_unchecked.RULE,
            f"{judgement.at}/text",
            f"quotation '{judgement.id}' could not be checked: {judgement.verdict.reason}",
            hint=notes_on(judgement.best) or None,
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
    yield from _cautions(document, judgement)


def _cautions(document: Document, judgement: Judgement) -> Iterator[Finding]:
    told: dict[str, int] = {}
    for one in judgement.verdict.warnings:
        told[one.kind] = told.get(one.kind, 0) + 1
        if told[one.kind] <= _MOST_OF_A_KIND:
            message = f"quotation '{judgement.id}': {one.message}"
            yield document.finding(_RULE_OF[one.kind], f"{judgement.at}/text", message)


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
    copy = next((one for one in citation.copies if one.held.sha256 == passage["copy"].lower()), None)
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
