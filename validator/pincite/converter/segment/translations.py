"""Quotations with a translation beside them: told by the citation, and by the two being set apart."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import QUOTED
from pincite.converter.languages import detect

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

    It is where its citation speaks of a translation at its end, and its words are two groups with a blank line between,
    the first in another language than the article, the second in the article's.
    """
    text = manuscript.text
    for one in found:
        cut = None
        told = any(_speaks_of_translation(citations[at].raw, lexicon) for at in one.citations)
        if one.display == "block" and told:
            cut = _cut(text[one.start : one.end], lexicon.languages[0].code)
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


def _speaks_of_translation(raw: str, lexicon: Lexicon) -> bool:
    """Return whether the last part of a citation says that something is translated here, and by whom perhaps."""
    last = re.split(r"[,;.] ", raw)[-1]
    return lexicon.has("translations", last)


def _cut(words: str, language: str) -> tuple[int, int] | None:
    """Return where the original ends and its translation begins, None where there are not just these two."""
    gaps = list(_APART.finditer(words))
    if len(gaps) != 1:
        return None
    start, end = gaps[0].span()
    translated = detect(words[:start]) != language and detect(words[end:]) == language
    return (start, end) if translated else None


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the quotation marks around the whole of it."""
    return (start + 1, end - 1) if QUOTED.fullmatch(text[start:end]) else (start, end)
