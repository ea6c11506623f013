"""What was found becomes findings: one table from verdicts and warnings to rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.report import Skipped
from pincite.verifier.documents.phrasing import pages, quoted, shown_diff, where
from pincite.verifier.documents.verification import is_found
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
    parts_out_of_order,
    passage_moved,
    picture_without_quotation,
    punctuation_differs,
    quotation_absent,
    quotation_altered,
    quotation_misattributed,
    quotation_near,
    quotation_unchecked,
    quotation_unplaced,
    quotations_disagree,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Passage
    from pincite.model.rule import Rule, Severity
    from pincite.verifier.documents.verification import Held, Judgement, OfCitation, Verification

OF_WARNINGS: dict[str, Rule] = {
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
"""The rule for each kind of warning that a verdict may carry."""
_MOST_OF_A_KIND = 3
"""Warnings of one kind that are told of a quotation."""
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
    found_somewhere = is_found(judgement.verdict)
    if judgement.of is None or judgement.verdict.verdict == "unchecked":
        yield document.finding(
            quotation_unchecked.RULE,
            f"{judgement.at}/text",
            f"quotation '{judgement.id}' could not be checked: {judgement.verdict.reason}",
        )
    for of in judgement.citations:
        if of.verdict.verdict == "unchecked":
            continue  # where another citation gives a verdict, that one counts
        at = f"{judgement.at}/text" if of is judgement.of else of.at
        tell = _OF_VERDICTS.get(of.verdict.verdict)
        if tell is not None and of.held is not None:
            rule, message, hint = tell(judgement, of)
            # the words do stand in another source that is cited for them
            severity: Severity | None = "warning" if found_somewhere and of is not judgement.of else None
            yield document.finding(rule, at, message, hint=hint, severity=severity)
        if of.held is not None and is_found(of.verdict):
            yield from _of_place(document, judgement, of)
        yield from _of_pictures(document, judgement, of)
    if judgement.of is not None:
        yield from _warnings(document, judgement)


def _warnings(document: Document, judgement: Judgement) -> Iterator[Finding]:
    told: dict[str, int] = {}
    for one in judgement.verdict.warnings:
        rule = OF_WARNINGS.get(one.kind)
        told[one.kind] = told.get(one.kind, 0) + 1
        if rule is not None and told[one.kind] <= _MOST_OF_A_KIND:
            yield document.finding(rule, f"{judgement.at}/text", f"quotation '{judgement.id}': {one.message}")


def _of_place(document: Document, judgement: Judgement, of: OfCitation) -> Iterator[Finding]:
    place = of.verdict.place
    if of.page_agrees is False and place is not None:
        yield document.finding(
            page_mismatched.RULE,
            f"{of.at}/locator",
            f"quotation '{judgement.id}' is found on {pages(place)}, cited as {of.pages}",
            hint=f"look at {of.held.evidence.name if of.held else 'the copy'} and correct the citation",
        )
    passage = next((one.citation.get("passage") for one in document.citations if one.at == of.at), None)
    if passage:
        yield from _of_passage(document, judgement, of, passage)


def _of_passage(
    document: Document, judgement: Judgement, of: OfCitation, passage: Passage
) -> Iterator[Finding]:
    """Tell a stored place that is not the one where the quotation was found."""
    if "copy" not in passage or "start" not in passage or "end" not in passage:
        return
    held = next((one for one in of.every if one.sha256 == passage["copy"].lower()), None)
    span = held.verdict.span if held is not None else None
    if held is None or span is None or not is_found(held.verdict):
        return
    if (passage["start"], passage["end"]) != (span.start, span.end):
        yield document.finding(
            passage_moved.RULE,
            f"{of.at}/passage",
            f"quotation '{judgement.id}' stands at {span.start} to {span.end} of {held.evidence.name}, "
            f"not at {passage['start']} to {passage['end']}",
            hint="pincite verify --write stores the place anew",
        )


def _of_pictures(document: Document, judgement: Judgement, of: OfCitation) -> Iterator[Finding]:
    """Tell pictures that were read and do not show the quotation."""
    shown = {at for held in of.every for at in _pictures_of(held)}
    for held in of.every:
        picture = held.evidence.kind == "picture" and held.evidence.at not in shown
        if held.evidence.at and picture and _shows_nothing(held):
            yield document.finding(
                picture_without_quotation.RULE,
                held.evidence.at,
                f"{held.evidence.name} is evidence for quotation '{judgement.id}' and does not show it",
                hint="look whether it is the picture of another page",
            )


def _pictures_of(held: Held) -> tuple[str, ...]:
    """Return those of several pictures, put together, on which the quotation was found."""
    place = held.verdict.place
    if not is_found(held.verdict) or place is None or place.page is None:
        return ()
    return held.pictures[place.page - 1 : place.page_end or place.page]


def _shows_nothing(held: Held) -> bool:
    return held.verdict.verdict == "absent" and not held.shows_part


# ---- the words for each verdict


def _absent(judgement: Judgement, of: OfCitation) -> tuple[Rule, str, str | None]:
    held = [one for one in of.every if one.verdict.verdict not in {"unchecked", "misattributed"}]
    names = list(dict.fromkeys(one.evidence.name for one in held))
    listed = names[0] if len(names) == 1 else f"any of {', '.join(names)}"
    hint = "look up the citation: the quotation may come from another source, or be a paraphrase"
    if of.verdict.spans and of.verdict.place is not None and of.held is not None:
        hint = f"what is most like it stands in {where(of.held, of.verdict.place)}; look up the citation"
    return quotation_absent.RULE, f"quotation '{judgement.id}' does not stand in {listed}", hint


def _altered(judgement: Judgement, of: OfCitation) -> tuple[Rule, str, str | None]:
    kinds = {one.kind for one in of.verdict.alterations if not one.declared}
    if kinds == {"order"}:
        message = f"the parts of quotation '{judgement.id}' stand in another order in {_place_of(of)}"
        return (
            parts_out_of_order.RULE,
            message,
            "quote them in the source's order, or as quotations of their own",
        )
    message = f"quotation '{judgement.id}' differs from {_place_of(of)}: {shown_diff(of.verdict)}"
    hint = "print what the source has, or mark the change: … for words left out, [word] for words of your own"
    return quotation_altered.RULE, message, hint


def _misattributed(judgement: Judgement, of: OfCitation) -> tuple[Rule, str, str | None]:
    other = of.held.evidence.source if of.held is not None else ""
    message = f"quotation '{judgement.id}' does not stand in source '{of.source}', to which it is cited, but in '{other}': {_place_of(of)}"
    return quotation_misattributed.RULE, message, f"cite source '{other}', or correct the quotation"


def _near(judgement: Judgement, of: OfCitation) -> tuple[Rule, str, str | None]:
    misread = ", ".join(
        f"{quoted(one.printed)} for {quoted(one.quoted)}"
        for one in of.verdict.alterations
        if not one.declared
    )
    message = (
        f"quotation '{judgement.id}' stands in {_place_of(of)} but for letters that the scan may misread"
    )
    return (
        quotation_near.RULE,
        message + (f": {misread}" if misread else ""),
        "compare it with the picture of the page",
    )


def _unplaced(judgement: Judgement, of: OfCitation) -> tuple[Rule, str, str | None]:
    name = of.held.evidence.name if of.held is not None else "the copy"
    message = f"quotation '{judgement.id}' stands at {of.verdict.places} places of {name}, and nothing says which is meant"
    return (
        quotation_unplaced.RULE,
        message,
        "give the page in the citation's locator, or a passage with prefix or suffix",
    )


def _place_of(of: OfCitation) -> str:
    return where(of.held, of.verdict.place) if of.held is not None else "the copy"


_OF_VERDICTS: dict[str, Callable[[Judgement, OfCitation], tuple[Rule, str, str | None]]] = {
    "absent": _absent,
    "altered": _altered,
    "misattributed": _misattributed,
    "near": _near,
    "ambiguous": _unplaced,
}
"""What is said of each verdict that is not faithful."""
