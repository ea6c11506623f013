"""The words in which places and differences are told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.verifier.documents.outcome import CopyOutcome
    from pincite.verifier.verdict import Place, Verdict

_CHANGE = re.compile(r"\[-.*?-\]\{\+.*?\+\}|\[-.*?-\]|\{\+.*?\+\}", re.DOTALL)
_AROUND = 40
"""Code points on both sides of a difference that are shown."""
_LONGEST = 300
"""Code points of the differences that a message shows."""
_LONGEST_WORDS = 80


def where(copy: CopyOutcome, place: Place | None) -> str:
    """Return where a passage stands: the copy's name, with page and line as far as they are known."""
    if place is None:
        return copy.evidence.name
    if copy.evidence.kind == "picture" and not place.page_label:  # a picture is a page
        return f"{copy.evidence.name}, line {place.line}"
    return f"{copy.evidence.name}, {told_place(place)}"


def told_place(place: Place) -> str:
    """Return page and line of a place ("page 59, line 12")."""
    return ", ".join([*([pages(place)] if place.page is not None else []), f"line {place.line}"])


def pages(place: Place) -> str:
    """Return the page or pages of a place by their labels, or else by their numbers in the file."""
    first, last = place.page_label or place.page, place.page_end_label or place.page_end
    of_file = "" if place.page_label else " of the file"
    if last is None or last == first:
        return f"page {first}{of_file}"
    return f"pages {first}-{last}{of_file}"


def quoted(words: str) -> str:
    """Return words of a text in quotation marks, cut where there are many; nothing in words."""
    folded = " ".join(words.split())
    if not folded:
        return "nothing"
    return f"“{folded if len(folded) <= _LONGEST_WORDS else folded[: _LONGEST_WORDS - 1] + '…'}”"


def shown_diff(verdict: Verdict) -> str:
    """Return a verdict's differences with the words around them, and "…" for the rest."""
    diff = " ".join(verdict.diff.split())
    changes = [found.span() for found in _CHANGE.finditer(diff)]
    if not changes:
        return "; ".join(
            f"{quoted(one.quoted)} for {quoted(one.printed)}"
            for one in verdict.alterations
            if not one.declared
        )
    pieces: list[tuple[int, int]] = []
    for start, end in changes:
        first, last = _word_start(diff, start - _AROUND, start), _word_end(diff, end, end + _AROUND)
        if pieces and first <= pieces[-1][1] + 1:
            first = pieces.pop()[0]
        pieces.append((first, last))
    shown = " … ".join(diff[first:last].strip() for first, last in pieces)
    before = "… " if pieces[0][0] > 0 else ""
    return before + _cut(shown + (" …" if pieces[-1][1] < len(diff) else ""))


def _cut(shown: str) -> str:
    """Return a text cut where it is too long, but never within its first difference."""
    first = _CHANGE.search(shown)
    most = max(_LONGEST, first.end() if first is not None else 0)
    return shown if len(shown) <= most else f"{shown[:most].rstrip()} …"


def _word_start(text: str, wanted: int, most: int) -> int:
    """Return where a word starts, at *wanted* or behind it but before *most*."""
    if wanted <= 0:
        return 0
    if text[wanted - 1] == " ":
        return wanted
    space = text.find(" ", wanted, most)
    return most if space < 0 else space + 1


def _word_end(text: str, least: int, wanted: int) -> int:
    """Return where a word ends, at *wanted* or before it but behind *least*."""
    if wanted >= len(text):
        return len(text)
    space = text.rfind(" ", least, wanted + 1)
    return least if space < 0 else space
