"""The differing words of a quotation and of a printed passage, aligned to each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Iterator

_IDEOGRAPH = re.compile("[\u2e80-\u9fff]")


class Pair(NamedTuple):
    """Words of a quotation and the printed ones in their place, with the printed sign before and behind them."""

    quoted: str
    printed: str
    before: str = ""
    after: str = ""


def differing(quotation: str, printed: str) -> list[Pair]:
    """Return the stretches of words that differ."""
    ours, theirs = _words(quotation), _words(printed)
    plain = [re.sub(r"[\W_]+", "", word.casefold()) for word in ours]
    shown = [re.sub(r"[\W_]+", "", word.casefold()) for word in theirs]
    pairs: list[Pair] = []
    joint = "" if _IDEOGRAPH.search(quotation) else " "
    begun: tuple[int, int] | None = None
    for block in [*Levenshtein.opcodes(plain, shown), None]:
        if block is not None and block.tag != "equal":
            begun = begun or (block.src_start, block.dest_start)
            last = (block.src_end, block.dest_end)
        elif begun:
            around = (
                theirs[begun[1] - 1][-1:] if begun[1] else "",
                theirs[last[1]][:1] if last[1] < len(theirs) else "",
            )
            split = _split(ours[begun[0] : last[0]], theirs[begun[1] : last[1]], joint)
            pairs += [Pair(*pair, *around) for pair in split]
            begun = None
    return [pair for pair in pairs if re.search(r"[^\W_]", pair.quoted + pair.printed)]


def matched(text: str, read: str, length: int) -> Iterator[tuple[str, str]]:
    """Yield pieces of a text of about *length* with what was read of each, cut at spaces that stand in both."""
    start = (0, 0)
    for block in Levenshtein.opcodes(text, read):
        for offset in range(block.src_end - block.src_start if block.tag == "equal" else 0):
            place = block.src_start + offset
            if text[place] == " " and place - start[0] >= length:
                end = (place, block.dest_start + offset)
                yield text[start[0] : end[0]], read[start[1] : end[1]]
                start = (end[0] + 1, end[1] + 1)


def _words(text: str) -> list[str]:
    return [one for one in text if not one.isspace()] if _IDEOGRAPH.search(text) else text.split()


def _split(ours: list[str], theirs: list[str], joint: str) -> list[tuple[str, str]]:
    """Cut a stretch where a space stands in both sides at the same place."""
    first, second = joint.join(ours), joint.join(theirs)
    if not joint or len(ours) == len(theirs) == 1:
        return [(first, second)]
    pairs: list[tuple[str, str]] = []
    start = (0, 0)
    for block in Levenshtein.opcodes(first, second):
        if block.tag != "equal":
            continue
        for offset in range(block.src_end - block.src_start):
            if first[block.src_start + offset] == " ":
                end = (block.src_start + offset, block.dest_start + offset)
                pairs.append((first[start[0] : end[0]], second[start[1] : end[1]]))
                start = (end[0] + 1, end[1] + 1)
    pairs.append((first[start[0] :], second[start[1] :]))
    return [pair for pair in pairs if pair[0] != pair[1]]
