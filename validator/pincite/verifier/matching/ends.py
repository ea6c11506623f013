"""The punctuation at a part's ends: what stands there in the source, and what writers put there by custom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pincite.verifier.wording.parts import Part

_QUOTES = re.compile(r"[\"'‘’‚‛“”„‟«»‹›「」『』〝〞`´_*]+")
_CLOSING = ".,;:!?。，；：！？،؛؟—–-…"
_PUNCTUATION = re.compile(rf"[\s{re.escape(_CLOSING)}\"'‘’‚‛“”„‟«»‹›)\]]*")
_ASKING = re.compile("[?!？！؟]")
_NOTE_MARK = re.compile(r"[\u00b9\u00b2\u00b3\u2070-\u2079†‡]+|\[[0-9a-z*]{1,3}\]")
_REACH = 12


class Ends(NamedTuple):
    """How far a passage goes beyond its letters at each end, what had to be folded there, and a note."""

    before: int
    behind: int
    foldings: tuple[str, ...]
    noted: bool


def ends_of(part: Part, text: str, start: int, end: int) -> Ends:
    """Compare what a part has before its first and behind its last letter with the source around a passage.

    *start* and *end* are the passage's letters in *text*. ``noted``: a question or an exclamation was made of a sentence
    that is none, or the reverse.
    """
    head, tail = part.head.lstrip(), part.tail.strip()
    foldings: list[str] = []
    before = _agreeing(head[::-1], text[max(0, start - _REACH) : start][::-1])
    if before < len(head.strip()):
        foldings.append("quotation_marks" if not _QUOTES.sub("", head).strip() else "punctuation")
    around = _NOTE_MARK.sub("", text[end : end + _REACH])
    behind = _agreeing(tail, around)
    noted = False
    if behind < len(tail):
        folding, noted = _tail_folding(tail, around)
        foldings.append(folding)
    return Ends(before, behind, tuple(foldings), noted)


def _agreeing(quoted: str, printed: str) -> int:
    """Return how many of the first signs of *quoted* stand in the source."""
    count = 0
    for one, other in zip(quoted, printed, strict=False):
        if one != other:
            break
        count += 1
    return count


def _tail_folding(tail: str, around: str) -> tuple[str, bool]:
    ours = _QUOTES.sub("", tail).strip()
    printed = _PUNCTUATION.match(around)
    theirs = "".join(_QUOTES.sub("", printed.group() if printed else "").split())
    if theirs.startswith("".join(ours.split())):  # nothing but quotation marks leaves nothing to begin with
        return "quotation_marks", False
    asked = bool(_ASKING.search(ours)) != bool(_ASKING.search(theirs[: len(ours) + 1]))
    return "closing_punctuation", asked and bool(_ASKING.search(ours) or _ASKING.match(theirs))
