"""What a quotation that stands in its source may still hide: its marks, its parts and its ends looked at in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.verifier.cautions import around, hidden, inserted, negative_part, replaced
from pincite.verifier.verdict import Caution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.verifier.copies.copy_text import Page
    from pincite.verifier.source import Source
    from pincite.verifier.verdict import Alteration
    from pincite.verifier.wording.parts import Wording

_FAR = 1500
"""Code points of an omission from which on its ends are far apart: a page or so."""
_REPLACING = frozenset({"replacement", "correction"})


def cautions_of(
    wording: Wording,
    spans: Sequence[Span],
    alterations: Sequence[Alteration],
    source: Source,
    cited: Sequence[str],
) -> list[Caution]:
    """Return the cautions for a wording whose parts stand at *spans*; *cited* are the labels of the pages cited."""
    found = [one for alteration in alterations for one in _of_mark(alteration, source)]
    found += _short_parts(wording, spans)
    found += _pages_apart(wording, spans, source, cited)
    whole = Span(spans[0].start, spans[-1].end)
    starts_marked, ends_marked = bool(wording.joints[0]), bool(wording.joints[-1])
    found += around(
        source.readable, whole, source.tongue, starts_marked=starts_marked, ends_marked=ends_marked
    )
    return found


def _of_mark(alteration: Alteration, source: Source) -> list[Caution]:
    """Return what a mark hides or adds."""
    language = source.tongue
    if alteration.kind == "omission":
        return hidden(source.readable, alteration.span, language) if alteration.printed else []
    if alteration.kind in {"insertion", "sic"}:
        return inserted(alteration.quoted, alteration.span, language)
    if alteration.kind in _REPLACING and alteration.quoted:
        words, span, text = alteration.quoted, alteration.span, source.readable
        return replaced(words, span, text, language) or negative_part(words, span, text, language)
    return []


def _short_parts(wording: Wording, spans: Sequence[Span]) -> Iterator[Caution]:
    """Yield the parts beside omissions that are too short to tell one place from another."""
    if len(wording.parts) == 1:
        return
    for number, part in enumerate(wording.parts):
        beside = (*wording.joints[number], *wording.joints[number + 1])
        if part.is_short and len(part.text.split()) < 2 and any(mark.kind == "omission" for mark in beside):  # noqa: PLR2004 - a single word
            words = " ".join(part.text.split())
            message = f"“{words}” stands alone beside an omission, and could be taken from anywhere"
            yield Caution("part_short", "", words, spans[number], message)


def _pages_apart(
    wording: Wording, spans: Sequence[Span], source: Source, cited: Sequence[str]
) -> Iterator[Caution]:
    """Yield the omissions whose ends stand on different pages, of which one is not cited, or far apart."""
    for number in range(1, len(wording.parts)):
        if not any(mark.kind == "omission" for mark in wording.joints[number]):
            continue
        gap = Span(spans[number - 1].end, spans[number].start)
        first, last = source.page_at(spans[number - 1].start), source.page_at(spans[number].start)
        if first and last and _apart(first, last, cited):
            pages = f"{first.label or first.number} and {last.label or last.number}"
            yield Caution("pages_apart", "", "", gap, f"its parts stand on different pages, {pages}")
        elif gap.end - gap.start > _FAR:
            message = f"{gap.end - gap.start:,} characters lie between two of its parts"
            yield Caution("parts_far", "", "", gap, message)


def _apart(first: Page, last: Page, cited: Sequence[str]) -> bool:
    """Say whether two pages are different ones, not both of which are cited."""
    if first.number == last.number:
        return False
    return not (first.is_cited(cited) and last.is_cited(cited))
