"""A stand-in until matching is there: exact after white-space folding, else the place where most words fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.verifier.source import Source
from pincite.verifier.verdict import Alteration, Place, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.format import Segment


def verify(  # noqa: D103
    quotation: str,
    source: Source | str,
    *,
    segments: Sequence[Segment] | None = None,  # noqa: ARG001
    language: str | None = None,  # noqa: ARG001
    pages: Sequence[str] = (),  # noqa: ARG001
    prefix: str = "",
    suffix: str = "",
) -> Verdict:
    source = Source(source) if isinstance(source, str) else source
    words = quotation.split()
    if not words:
        return Verdict("unchecked", reason="the quotation has no words")
    pattern = r"\s+".join(map(re.escape, words))
    found = [Span(one.start(), one.end()) for one in re.finditer(pattern, source.text)]
    if len(found) > 1 and (prefix or suffix):
        found = [
            one
            for one in found
            if source.text[: one.start].endswith(prefix) and source.text[one.end :].startswith(suffix)
        ] or found
    if len(found) > 1:
        return Verdict("ambiguous", tuple(found[:1]), place=_place(source, found[0]), places=len(found))
    if found:
        same = source.text[found[0].start : found[0].end] == quotation
        return Verdict(
            "exact" if same else "normalised",
            tuple(found),
            foldings=() if same else ("white_space",),
            place=_place(source, found[0]),
            sentence=source.text[found[0].start : found[0].end],
            places=1,
            similarity=1.0,
        )
    printed = [source.text[start:end] for start, end in source.words]
    for at in range(len(printed) - len(words) + 1):
        there = printed[at : at + len(words)]
        other = [one for one, (a, b) in enumerate(zip(words, there, strict=True)) if a != b]
        if len(other) * 3 <= len(words):
            span = Span(source.words[at][0], source.words[at + len(words) - 1][1])
            diff = " ".join(a if a == b else f"[-{a}-]{{+{b}+}}" for a, b in zip(words, there, strict=True))
            changed = tuple(
                Alteration(
                    "number" if there[one][:1].isdigit() else "word",
                    words[one],
                    there[one],
                    Span(
                        len(" ".join(words[:one])) + bool(one),
                        len(" ".join(words[: one + 1])),
                    ),
                    Span(*source.words[at + one]),
                )
                for one in other
            )
            return Verdict(
                "altered",
                (span,),
                changed,
                place=_place(source, span),
                similarity=1 - len(other) / len(words),
                diff=diff,
            )
    return Verdict("absent")


def _place(source: Source, span: Span) -> Place:
    line = source.text.count("\n", 0, span.start)
    column = span.start - (source.text.rfind("\n", 0, span.start) + 1)
    page = next((one for one in source.pages if one.start <= span.start < one.end), None)
    last = next((one for one in source.pages if one.start < span.end <= one.end), page)
    return Place(
        line + 1,
        column + 1,
        page.number if page else None,
        page.label if page else None,
        last.number if last else None,
        last.label if last else None,
    )
