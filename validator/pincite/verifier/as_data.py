"""Verdicts as plain JSON data: the same members for a document's quotation, one question and a line of a batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.finding import Span
    from pincite.model.json_value import Json, JsonObject
    from pincite.verifier.documents.outcome import CopyOutcome, Judgement
    from pincite.verifier.verdict import Verdict


def verdict_data(verdict: Verdict) -> JsonObject:
    """Return a verdict; offsets are code points of the text of the copy, and ``at`` those of the quotation."""
    place = verdict.place
    return {
        "verdict": verdict.verdict,
        "reason": verdict.reason or None,
        "spans": _spans(verdict.spans),
        "alterations": [
            {
                "kind": one.kind,
                "quoted": one.quoted,
                "printed": one.printed,
                "at": _span(one.at),
                "span": _span(one.span),
                "declared": one.declared,
            }
            for one in verdict.alterations
        ],
        "foldings": [*verdict.foldings],
        "warnings": [
            {
                "kind": one.kind,
                "where": one.where or None,
                "words": one.words,
                "span": _span(one.span),
                "message": one.message,
            }
            for one in verdict.warnings
        ],
        "reading": [*verdict.reading],
        "page": None if place is None else place.page_label or (str(place.page) if place.page else None),
        "place": None if place is None else {**place._asdict()},
        "sentence": verdict.sentence,
        "places": verdict.places,
        "similarity": round(verdict.similarity, 4),
        "diff": verdict.diff,
    }


def judgement_data(path: str, judgement: Judgement) -> JsonObject:
    """Return what was found of a document's quotation, with what each copy said."""
    best, copy = judgement.best, judgement.copy
    return {
        "path": path,
        "pointer": judgement.at,
        "id": judgement.id,
        "citation": None if best is None else best.at,
        "source": copy.evidence.source if copy is not None else None if best is None else best.source,
        **copy_data(copy),
        **verdict_data(judgement.verdict),
        "cited_pages": [] if best is None else [*best.cited],
        "page_agrees": None if best is None else best.page_agrees,
        "copies": [_outcome(one.at, each) for one in judgement.citations for each in one.copies],
    }


def copy_data(copy: CopyOutcome | None) -> JsonObject:
    """Return which copy a verdict is about; nulls where there is none or it was not read."""
    if copy is None:
        return {"copy": None, "sha256": None, "extractor": None, "regions": []}
    return {
        "copy": copy.evidence.name,
        "sha256": copy.held.sha256 or None,
        "extractor": copy.held.extractor or None,
        "regions": [{**region} for region in copy.held.regions],  # type: ignore[dict-item] # numbers and text
    }


def _outcome(citation: str, copy: CopyOutcome) -> JsonObject:
    verdict = copy.verdict
    return {
        "citation": citation,
        "source": copy.evidence.source,
        "kind": copy.evidence.kind,
        "pointer": copy.evidence.at or None,
        **copy_data(copy),
        "verdict": verdict.verdict,
        "reason": verdict.reason or None,
        "spans": _spans(verdict.spans),
        "page": verdict_data(verdict)["page"],
        "similarity": round(verdict.similarity, 4),
    }


def _spans(spans: Iterable[Span]) -> list[Json]:
    """Return ranges as pairs of offsets, the short form of what there may be many of."""
    return [[one.start, one.end] for one in spans]


def _span(span: Span) -> JsonObject:
    return {"start": span.start, "end": span.end}
