"""Quotations with a translation beside them: told by the citation, and by the two being set apart."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Manuscript
    from pincite.converter.segment.found import FoundCitation, FoundQuotation

_APART = re.compile(r"\n[ \t]*\n\s*")


def with_translations(
    found: Sequence[FoundQuotation],
    citations: Sequence[FoundCitation],
    manuscript: Manuscript,
    lexicon: Lexicon,
) -> Iterator[FoundQuotation]:
    """Yield the quotations of an article, each that is an original and its translation as two.

    It is where its citation speaks of a translation, and its words are two groups with a blank line between: of as many
    lines, or only one of them in quotation marks.
    """
    text = manuscript.text
    for one in found:
        cut = None
        if one.display == "block" and any(
            lexicon.has("translations", citations[at].raw) for at in one.citations
        ):
            cut = _cut(text[one.start : one.end])
        if cut is None:
            yield one
            continue
        first, second = cut
        behind = one.start + second
        members = [number for number in one.paragraphs if manuscript.paragraphs[number].start < behind]
        yield replace(one, end=one.start + first, paragraphs=tuple(members))
        start, end = _bare(text, behind, one.end)
        others = one.paragraphs[len(members) :]
        yield replace(one, start=start, end=end, lead_in=None, paragraphs=others, translates=one.start)


def _cut(words: str) -> tuple[int, int] | None:
    """Return where the first of two groups ends and the second begins, None where there are not just two alike."""
    gaps = list(_APART.finditer(words))
    if len(gaps) != 1:
        return None
    first, second = words[: gaps[0].start()], words[gaps[0].end() :]
    quoted = QUOTED.fullmatch(second) is not None and not QUOTED.fullmatch(first)
    alike = first.count("\n") == second.count("\n")
    return (gaps[0].start(), gaps[0].end()) if quoted or alike else None


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the quotation marks around the whole of it."""
    return (start + 1, end - 1) if QUOTED.fullmatch(text[start:end]) else (start, end)
