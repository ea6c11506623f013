"""A quotation is held against a copy, and its parts are looked at: how short they are, and how far apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.verifier.quotation import verify
from pincite.verifier.verdict import Caution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.model.format import Segment
    from pincite.verifier.copies.copy_text import Page
    from pincite.verifier.source import Source
    from pincite.verifier.verdict import Alteration, Verdict

_FAR = 1500
"""Code points of an omission from which on what stands around it is far apart: a page or so."""
_WORD = re.compile(r"\w+")
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Letters of scripts that do without spaces between words."""
_FEWEST_UNSPACED = 2
_KINDS = ("part_short", "pages_apart", "parts_far")


def held_against(
    quotation: str,
    source: Source,
    *,
    segments: Sequence[Segment] | None = None,
    language: str | None = None,
    pages: Sequence[str] = (),
    prefix: str = "",
    suffix: str = "",
) -> Verdict:
    """Return the verdict on a quotation, with what is to be said of its parts; the arguments are those of ``verify``."""
    verdict = verify(
        quotation,
        source,
        segments=segments,
        language=language,
        pages=pages,
        prefix=prefix,
        suffix=suffix,
    )
    known = {one.kind for one in verdict.warnings}
    if verdict.verdict != "edited" or not known.isdisjoint(_KINDS):
        return verdict
    return verdict._replace(warnings=(*verdict.warnings, *_cautions(quotation, source, verdict, pages)))


def _cautions(quotation: str, source: Source, verdict: Verdict, cited: Sequence[str]) -> Iterator[Caution]:
    omissions = sorted(
        (one for one in verdict.alterations if one.declared and one.kind == "omission"),
        key=lambda one: one.at.start,
    )
    if omissions:
        yield from _short_parts(quotation, omissions)
    for one in omissions:
        first, last = source.page_at(one.span.start), source.page_at(one.span.end)
        if first is not None and last is not None and _apart(first, last, cited):
            pages = f"{first.label or first.number} and {last.label or last.number}"
            yield Caution("pages_apart", "", "", one.span, f"its parts stand on different pages, {pages}")
        elif one.span.end - one.span.start > _FAR:
            length = one.span.end - one.span.start
            yield Caution(
                "parts_far", "", "", one.span, f"{length:,} characters lie between two of its parts"
            )


def _apart(first: Page, last: Page, cited: Sequence[str]) -> bool:
    """Return whether two pages are more than the turn of a page that the citation names or that nobody has named."""
    if cited and first.label and last.label:
        return first.number != last.number and not {first.label.casefold(), last.label.casefold()} <= {*cited}
    return last.number - first.number > 1


def _short_parts(quotation: str, omissions: Sequence[Alteration]) -> Iterator[Caution]:
    """Yield the parts between omissions that are a single word."""
    edges = [0, *(edge for one in omissions for edge in one.at), len(quotation)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = _WORD.findall(quotation[start:end])
        if len(words) != 1 or (UNSPACED.search(words[0]) and len(words[0]) > _FEWEST_UNSPACED):
            continue
        # the place is told by the omission beside it: the part itself may stand anywhere
        beside = next((one.span for one in omissions if one.at.start >= end), omissions[-1].span)
        message = f"“{words[0]}” stands alone beside an omission, and could be taken from anywhere"
        yield Caution("part_short", "", words[0], Span(beside.start, beside.start), message)
