"""The words in which places and differences are told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.verifier.copies.registry import PLAIN

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
        place = place._replace(page=None)
    return f"{copy.evidence.name}, {told_place(place, copy.held.media_type)}"


def told_place(place: Place, media_type: str = PLAIN) -> str:
    """Return page and line of a place: "page 59 (line 12 of the copy)", "line 12", or "line 12 of its text".

    A copy whose *media_type* is not that of plain text has the lines of the text that was read of it, which its reader
    does not see.
    """
    is_plain = media_type in {PLAIN, ""}
    line = f"line {place.line}" if is_plain else f"line {place.line} of its text"
    if place.page is None:
        return line
    return f"{pages(place)} ({f'{line} of the copy' if is_plain else line})"


def pages(place: Place) -> str:
    """Return the page or pages of a place by their labels, or else, where one bears none, by their numbers in the file."""
    last = place.page if place.page_end is None else place.page_end
    labels = [place.page_label] if last == place.page else [place.page_label, place.page_end_label]
    of_file = "" if all(labels) else " of the file"
    told = labels if all(labels) else [place.page] if last == place.page else [place.page, last]
    return f"page{'s' if len(told) > 1 else ''} {'-'.join(map(str, told))}{of_file}"


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
