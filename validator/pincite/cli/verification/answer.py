"""An answer for people: the verdict first, then what it rests on, 80 columns wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.reporters.columns import wrapped
from pincite.reporters.safe_text import safe
from pincite.verifier.documents.phrasing import quoted, told_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.finding import Span
    from pincite.verifier.documents.verification import OfCitation
    from pincite.verifier.questions.question import Answer
    from pincite.verifier.verdict import Alteration, Verdict

WIDTH = 80
"""Columns of the widest line."""
_INDENT = 14

_MEANING = {
    "exact": "the quotation stands in {} character for character",
    "normalised": "the quotation stands in {}",
    "edited": "the quotation stands in {}, with the changes it marks",
    "near": "the quotation stands in {} but for letters that the scan may misread",
    "altered": "{} has other words, and no mark says so",
    "misattributed": "the quotation stands in {}, which is not the source it is cited to",
    "absent": "the quotation does not stand in {}",
    "ambiguous": "the quotation stands in {} more than once, and nothing says which is meant",
    "unchecked": "the quotation could not be held against {}",
}
"""What each verdict means, with the name of the file."""


def answer_text(answer: Answer) -> str:
    """Return the answer to one question."""
    return verdict_text(answer.of, answer.question.source)


def verdict_text(of: OfCitation, name: str, about: str = "") -> str:
    """Return a verdict with all that it rests on; *about* says of which quotation."""
    verdict = of.verdict
    head = f"{verdict.verdict}: {about}{_MEANING[verdict.verdict].format(safe(name))}"
    lines = wrapped(head, WIDTH, "", "  ")
    for label, text in _rows(verdict, of):
        lines += wrapped(safe(text), WIDTH, f"  {label}".ljust(_INDENT), " " * _INDENT)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _rows(verdict: Verdict, of: OfCitation) -> Iterator[tuple[str, str]]:
    """Yield each line's label and text."""
    if verdict.reason:
        yield "reason", verdict.reason
    if verdict.place is not None:
        cited = f", cited as page {of.pages}" if of.page_agrees is False else ""
        yield "nearest" if verdict.verdict == "absent" else "place", told_place(verdict.place) + cited
    if verdict.foldings:
        yield "overlooked", ", ".join(one.replace("_", " ") for one in verdict.foldings)
    for one in verdict.alterations:
        yield "marked" if one.declared else "altered", _alteration(one)
    if verdict.diff and verdict.spans and not verdict.faithful:
        yield "diff", verdict.diff
    told: set[Span] = set()
    for warning in verdict.warnings:
        if warning.kind != "cut_unmarked" or warning.span not in told:  # which says the same once more
            yield "warning", warning.message
        told.add(warning.span)
    if verdict.sentence:
        yield "around", quoted_whole(verdict.sentence)


def quoted_whole(words: str) -> str:
    """Return words of the source in quotation marks, on one line."""
    return f"“{' '.join(words.split())}”"


def _alteration(one: Alteration) -> str:
    kind = one.kind.replace("_", " ")
    if one.kind == "omission":  # whatever the mark is
        return f"{kind}: {quoted(one.printed)}"
    if one.quoted and one.printed:
        return f"{kind}: {quoted(one.quoted)} for {quoted(one.printed)}"
    return f"{kind}: {quoted(one.quoted or one.printed)}"
