"""Quotation marks anywhere in an article: the pairs they form, paragraph by paragraph.

A pair is an opening mark with the mark that closes it in the same paragraph. Only what is certain counts: an
apostrophe, inches or a mark that has no counterpart forms no pair.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


STYLES = {'"': "straight", "“": "curly", "„": "curly", "”": "curly", "«": "pointed", "»": "pointed"}
"""What family a double mark belongs to."""
_DOUBLE = re.compile('["“”„«»]')
_LONGEST = 2000
"""How long a paragraph of quoted words may be; what lies further apart is no pair."""


class Pair(NamedTuple):
    """Two double marks with what stands between them: their offsets and the opening mark's style."""

    start: int
    end: int
    style: str
    nested: bool


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the paragraphs of a text start and end: parted by empty lines if there are any, else by lines."""
    at = 0
    parted = "\n\n" if "\n\n" in text else "\n"
    for paragraph in text.split(parted):
        if paragraph:
            yield at, at + len(paragraph)
        at += len(paragraph) + len(parted)


@lru_cache(maxsize=1)
def double_pairs(text: str) -> tuple[Pair, ...]:
    """Return the pairs of double marks in a text; kept for the text under judgement, because several rules ask."""
    found: list[Pair] = []
    opened: list[tuple[int, str]] = []
    limit = -1
    breaks = _breaks(text)
    for one in _DOUBLE.finditer(text):
        at, mark = one.start(), one[0]
        if at > limit:
            opened.clear()
            limit = next((end for end in breaks if end >= at), len(text))
        style, role = STYLES[mark], _role(text, at)
        if role <= 0 and mark != "„" and opened and opened[-1][1] == style:
            start, _ = opened.pop()
            if at - start <= _LONGEST:
                found.append(Pair(start, at + 1, style, bool(opened)))
        elif role >= 0 and mark != "”":
            opened.append((at, style))
    return tuple(sorted(found))


def _breaks(text: str) -> Iterator[int]:
    return (end for _, end in paragraphs(text))


def _role(text: str, at: int) -> int:
    """Return 1 for a mark whose neighbours make it an opening one, -1 for a closing one, 0 for either."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    opens = not before or before.isspace() or before in "([{—–-/“„«‘'\""
    closes = not after or after.isspace() or after in ")]}.,;:!?…—–-/”»’'\""
    if text[at] in "«»" and opens and closes:
        return 1 if text[at] == "«" else -1
    return opens - closes
