"""Whether a passage begins and ends where words and numbers of the source do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.verifier.folding.letters import folded
from pincite.verifier.folding.scripts import is_dense
from pincite.verifier.folding.spelling import is_mark

if TYPE_CHECKING:
    from typing import Literal

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SIGN_BEFORE = re.compile(r"(?:^|[^\w])([-−+±]|[.,])\Z")
_ENDING = re.compile(r"['’ʼ](?:s|t|d|m|ll|re|ve)(?![^\W_])", re.IGNORECASE)
"""Endings behind an apostrophe that belong to their word."""
_REACH = 8


def limit_before(text: str, start: int, head: str) -> Literal["", "word", "number"]:
    """Say what a passage that begins at *start* cuts into; *head* is what the quotation has before its first letter."""
    at = start
    while at > 0 and (text[at - 1] in _UNSEEN or is_mark(text[at - 1])):
        at -= 1
    if at == 0:
        return ""
    before, first = text[at - 1], text[start]
    if _joined(before, first):
        return "number" if first.isdecimal() and before.isdecimal() else "word"
    if first.isdecimal():
        if before in ".,٫" and at > 1 and text[at - 2].isdecimal():
            return "number"
        if _sign(text[max(0, at - 2) : at]) != _sign(head[-2:]):
            return "number"
    return ""


def limit_behind(text: str, end: int) -> Literal["", "word", "number"]:
    """Say what a passage that ends before *end* cuts into."""
    last, at = text[end - 1], end
    while at < min(len(text), end + _REACH) and (text[at] in _UNSEEN or is_mark(text[at])):
        at += 1
    if at >= len(text):
        return ""
    behind = text[at]
    if _joined(last, behind) or (behind in "%‰" and last.isdecimal()):
        return "number" if last.isdecimal() else "word"
    if last.isdecimal() and behind in ".,٫" and text[at + 1 : at + 2].isdecimal():
        return "number"
    return "word" if _ENDING.match(text, at) else ""


def _joined(one: str, other: str) -> bool:
    """Say whether two characters beside each other belong to one word."""
    # the raised number of a note is no part of the word
    return all(sign.isalnum() and folded(sign) and not is_dense(sign) for sign in (one, other))


def _sign(before: str) -> str:
    found = _SIGN_BEFORE.search(before)
    return found.group(1).replace("−", "-") if found else ""
