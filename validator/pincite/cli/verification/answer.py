"""An answer for people: the verdict first, then what it rests on, 80 columns wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.verdicts import OF_NAME
from pincite.reporters.columns import wrapped
from pincite.reporters.safe_text import safe
from pincite.verifier.documents.phrasing import quoted, told_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.finding import Span
    from pincite.verifier.documents.outcome import Judgement
    from pincite.verifier.holding import Held
    from pincite.verifier.questions.question import Answer
    from pincite.verifier.verdict import Alteration, Verdict

WIDTH = 80
"""Columns of the widest line."""
_INDENT = 14


def answer_text(answer: Answer) -> str:
    """Return the answer to one question."""
    cited = answer.question.page or "" if answer.page_agrees is False else ""
    return verdict_text(answer.held, answer.question.source, cited=cited)


def judgement_text(judgement: Judgement) -> str:
    """Return the verdict on a document's quotation, empty where no copy gives it."""
    best, copy = judgement.best, judgement.copy
    if best is None or copy is None:
        return ""
    cited = best.pages if best.page_agrees is False else ""
    return verdict_text(copy.held, copy.evidence.name, about=f"{judgement.id}: ", cited=cited)


def verdict_text(held: Held, name: str, *, about: str = "", cited: str = "") -> str:
    """Return a verdict with all that it rests on.

    *about* says of which quotation; *cited* are the pages cited, where the passage stands on another one.
    """
    verdict = held.verdict
    head = f"{verdict.verdict}: {about}{OF_NAME[verdict.verdict].words.format(safe(name))}"
    lines = wrapped(head, WIDTH, "", "  ")
    for label, text in _rows(held, cited):
        lines += wrapped(safe(text), WIDTH, f"  {label}".ljust(_INDENT), " " * _INDENT)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _rows(held: Held, cited: str) -> Iterator[tuple[str, str]]:
    """Yield each line's label and text."""
    verdict = held.verdict
    if verdict.reason:
        yield "reason", verdict.reason
    if verdict.place is not None:
        instead = f", cited as page {cited}" if cited else ""
        yield (
            "nearest" if verdict.verdict == "absent" else "place",
            told_place(verdict.place, held.media_type) + instead,
        )
    if verdict.foldings:
        yield "overlooked", ", ".join(one.replace("_", " ") for one in verdict.foldings)
    for one in verdict.alterations:
        yield "marked" if one.declared else "altered", _alteration(one)
    if verdict.diff and verdict.spans and not verdict.faithful:
        yield "diff", verdict.diff
    yield from (("warning", message) for message in _cautions(verdict))
    if verdict.sentence:
        yield "around", quoted_whole(verdict.sentence)
    yield from (("note", note) for note in held.notes if not verdict.found)


def _cautions(verdict: Verdict) -> Iterator[str]:
    told: set[Span] = set()
    for caution in verdict.warnings:
        if caution.kind != "cut_unmarked" or caution.span not in told:  # which says the same once more
            yield caution.message
        told.add(caution.span)


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
