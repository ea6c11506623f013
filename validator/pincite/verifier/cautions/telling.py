"""What a caution says: the words it is about, and how they stand in the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.verifier.prose.turning import shown
from pincite.verifier.verdict import Caution

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pincite.verifier.prose.turning import Turn

_EXCERPT = 16
"""Code points shown on each side of the words."""
_NAMED = 3
"""How many words a message names."""


def by_kind(turns: Iterable[Turn]) -> dict[str, list[Turn]]:
    """Return what turns the sense kind by kind, negations first."""
    kinds: dict[str, list[Turn]] = {"negation": [], "number": [], "condition": [], "contrast": []}
    for turn in turns:
        kinds[turn.kind].append(turn)
    return {kind: found for kind, found in kinds.items() if found}


def caution(kind: str, where: str, turns: Sequence[Turn], says: str, text: str = "") -> Caution:
    """Return the caution about *turns*, which are of one kind and in order; *says* comes before their names.

    With *text*, the place of the first is shown as it stands there.
    """
    words = ", ".join(dict.fromkeys(turn.words for turn in turns))
    span = Span(turns[0].span.start, turns[-1].span.end)
    shows = f" (“{excerpt(text, turns[0].span)}”)" if text else ""
    return Caution(kind, where, words, span, f"{says} {named(turns)}{shows}")


def named(turns: Sequence[Turn]) -> str:
    """Return the words in single quotation marks, the first few by name."""
    words = [f"‘{word}’" for word in dict.fromkeys(turn.words for turn in turns)]
    more = len(words) - _NAMED
    if more > 0:
        return f"{', '.join(words[:_NAMED])} and {more} more"
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def excerpt(text: str, span: Span) -> str:
    """Return the words at *span* with a few around them, on one line, cut between words where there are any."""
    before = text[max(0, span.start - _EXCERPT) : span.start]
    after = text[span.end : span.end + _EXCERPT]
    if span.start > _EXCERPT and (cut := re.search(r"\s", before)):
        before = before[cut.end() :]
    if span.end + _EXCERPT < len(text) and (cut := re.search(r"\s\S*$", after)):
        after = after[: cut.start()]
    return f"… {shown(before + text[span.start : span.end] + after)} …"
