"""What an omission hides: the negations, numbers and conditions of the sentences that it cuts into."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.verifier.cautions.telling import by_kind, caution
from pincite.verifier.prose.sentences import REACH, last_limit, next_limit
from pincite.verifier.prose.turning import turns

if TYPE_CHECKING:
    from pincite.verifier.verdict import Caution

_SHORT = 240
"""Code points of a gap over which a reader takes what is left on its two sides for one statement."""
_LETTER = re.compile(r"[^\W_]")


def hidden(text: str, gap: Span, language: str | None) -> list[Caution]:
    """Return a caution for each kind of word that turns the sense and that the omission of *gap* hides.

    *gap* is the piece of the source that the quotation leaves out. Whole sentences left out hide nothing. Where the gap
    cuts into a sentence, all of it counts if it is short or lies in that sentence alone; of a longer one the rest of the
    sentence it begins in and the beginning of the one it ends in. A contrast ("but") that is left out changes no
    assertion and is not told.
    """
    looked_at = (
        [gap]
        if gap.end - gap.start <= 2 * REACH
        else [Span(gap.start, gap.start + REACH), Span(gap.end - REACH, gap.end)]
    )
    there = [turn for piece in looked_at for turn in turns(text, piece, language) if turn.kind != "contrast"]
    # most gaps hide nothing, and their sentences need not be looked for
    pieces = _cut_pieces(text, gap, language) if there else []
    found = [turn for turn in there if any(_overlap(turn.span, piece) for piece in pieces)]
    return [
        caution(kind, "hidden", told, "the omission hides", text) for kind, told in by_kind(found).items()
    ]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _cut_pieces(text: str, gap: Span, language: str | None) -> list[Span]:
    """Return the parts of a gap that belong to sentences of which the quotation shows something."""
    words = _worded(text, gap)
    if words is None:
        return []
    start, end = words
    whole_first = not _LETTER.search(text, last_limit(text, start, language), start)
    whole_last = not _LETTER.search(text, end, next_limit(text, end, language))
    first_end = next_limit(text, start, language)
    if whole_first and whole_last:
        return []
    if first_end >= end or end - start <= _SHORT:
        return [Span(start, end)]
    pieces = [] if whole_first else [Span(start, first_end)]
    if not whole_last:
        pieces.append(Span(max(first_end, last_limit(text, end, language)), end))
    return pieces


def _worded(text: str, gap: Span) -> Span | None:
    """Return a gap from its first letter or figure to its last, or None where it holds none."""
    first = _LETTER.search(text, gap.start, gap.end)
    if first is None:
        return None
    end = gap.end
    while not _LETTER.match(text, end - 1):
        end -= 1
    return Span(first.start(), end)
