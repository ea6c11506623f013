"""The words in which places and differences are told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.verifier.verdict import Place, Verdict
    from pincite.verifier.verification import Held

_CHANGE = re.compile(r"\[-.*?-\]\{\+.*?\+\}|\[-.*?-\]|\{\+.*?\+\}", re.DOTALL)
_AROUND = 40
"""Code points on both sides of a difference that are shown."""
_LONGEST = 300
"""Code points of the differences that a message shows."""
_LONGEST_WORDS = 80


def where(held: Held, place: Place | None) -> str:
    """Return where a passage stands: the copy's name, with page and line as far as they are known."""
    return ", ".join([held.evidence.name, *([] if place is None else [told_place(place)])])


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
    shown, reached = "", 0
    for start, end in changes:
        before = _word_start(diff, max(reached, start - _AROUND))
        if before > reached:
            shown += "… " if not shown or not shown.endswith("… ") else ""
        shown += diff[max(before, reached) : end]
        reached = end
        if len(shown) > _LONGEST:
            return f"{shown} …"
        after = _word_end(diff, min(len(diff), end + _AROUND))
        following = next((one for one, _ in changes if one >= end), len(diff))
        shown += diff[end : min(after, following)]
        reached = min(after, following)
        if reached < min(following, len(diff)):
            shown += " "
    return shown.rstrip() + (" …" if reached < len(diff) else "")


def _word_start(text: str, at: int) -> int:
    return at if at == 0 else text.find(" ", at) + 1 or at


def _word_end(text: str, at: int) -> int:
    return at if at == len(text) else max(text.rfind(" ", 0, at), 0)
