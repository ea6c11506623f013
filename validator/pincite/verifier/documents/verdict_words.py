"""What is said of each verdict that is not faithful: rule, message, and what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.verifier.documents.phrasing import quoted, shown_diff, where
from pincite.verifier.rules import (
    parts_out_of_order,
    quotation_absent,
    quotation_altered,
    quotation_misattributed,
    quotation_near,
    quotation_unplaced,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pincite.model.rule import Rule
    from pincite.model.verdicts import VerdictName
    from pincite.verifier.documents.outcome import CitationOutcome, CopyOutcome, Judgement


class Told(NamedTuple):
    """A finding without its place."""

    rule: Rule
    message: str
    hint: str


def finding_of(judgement: Judgement, citation: CitationOutcome) -> Told | None:
    """Return what is to be said of a citation's verdict, None where it needs no words or is no copy's."""
    say = _OF_VERDICTS.get(citation.verdict.verdict)
    if say is None or citation.copy is None:
        return None
    told = say(judgement, citation, citation.copy)
    notes = notes_on(citation) if citation.verdict.verdict in _READ_BADLY else ""
    return told._replace(hint=f"{told.hint}; {notes}") if notes else told


def notes_on(citation: CitationOutcome | None) -> str:
    """Return how the copies of a citation were read, where there is something to know of it."""
    copies = citation.copies if citation is not None else ()
    notes = (f"{one.evidence.name}: {note}" for one in copies for note in one.held.notes)
    return "; ".join(dict.fromkeys(notes))


def _absent(judgement: Judgement, citation: CitationOutcome, copy: CopyOutcome) -> Told:
    copies = [one for one in citation.copies if one.verdict.verdict not in {"unchecked", "misattributed"}]
    names = list(dict.fromkeys(one.evidence.name for one in copies))
    listed = names[0] if len(names) == 1 else f"any of {', '.join(names)}"
    hint = "look up the citation: the quotation may come from another source, or be a paraphrase"
    if citation.verdict.spans and citation.verdict.place is not None:
        hint = f"what is most like it stands in {where(copy, citation.verdict.place)}; look up the citation"
    other = judgement.elsewhere
    if other is not None:
        place = where(other, other.verdict.place)
        hint = (
            f"source '{other.evidence.source}' has nearly these words: {place}: {shown_diff(other.verdict)}"
        )
    return Told(quotation_absent.RULE, f"quotation '{judgement.id}' does not stand in {listed}", hint)


def _altered(judgement: Judgement, citation: CitationOutcome, copy: CopyOutcome) -> Told:
    verdict = citation.verdict
    place = where(copy, verdict.place)
    if {one.kind for one in verdict.alterations if not one.declared} == {"order"}:
        message = f"the parts of quotation '{judgement.id}' stand in another order in {place}"
        hint = "quote them in the source's order, or as quotations of their own"
        return Told(parts_out_of_order.RULE, message, hint)
    message = f"quotation '{judgement.id}' differs from {place}: {shown_diff(verdict)}"
    hint = "print what the source has, or mark the change: … for words left out, [word] for words of your own"
    return Told(quotation_altered.RULE, message, hint)


def _misattributed(judgement: Judgement, citation: CitationOutcome, copy: CopyOutcome) -> Told:
    other = copy.evidence.source
    message = (
        f"quotation '{judgement.id}' does not stand in source '{citation.source}', to which it is cited, "
        f"but in '{other}': {where(copy, citation.verdict.place)}"
    )
    return Told(quotation_misattributed.RULE, message, f"cite source '{other}', or correct the quotation")


def _near(judgement: Judgement, citation: CitationOutcome, copy: CopyOutcome) -> Told:
    verdict = citation.verdict
    misread = ", ".join(
        f"{quoted(one.printed)} for {quoted(one.quoted)}" for one in verdict.alterations if not one.declared
    )
    place = where(copy, verdict.place)
    message = f"quotation '{judgement.id}' stands in {place} but for letters that the scan may misread"
    message += f": {misread}" if misread else ""
    return Told(quotation_near.RULE, message, "compare it with the picture of the page")


def _unplaced(judgement: Judgement, citation: CitationOutcome, copy: CopyOutcome) -> Told:
    message = (
        f"quotation '{judgement.id}' stands at {citation.verdict.places} places of {copy.evidence.name}, "
        "and nothing says which is meant"
    )
    hint = "give the page in the citation's locator, or a passage with prefix or suffix"
    return Told(quotation_unplaced.RULE, message, hint)


_OF_VERDICTS: Mapping[VerdictName, Callable[[Judgement, CitationOutcome, CopyOutcome], Told]] = {
    "absent": _absent,
    "altered": _altered,
    "misattributed": _misattributed,
    "near": _near,
    "ambiguous": _unplaced,
}
"""What is said of each verdict that is not faithful; unchecked has a finding of its own, uncited has none."""
_READ_BADLY: frozenset[VerdictName] = frozenset({"absent", "altered"})
"""Verdicts that may be owed to how the copy was read."""
