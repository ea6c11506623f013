"""Whether a passage begins and ends where words and numbers of the source do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.verifier.folding.letters import folded
from pincite.verifier.folding.line_ends import JOINING
from pincite.verifier.folding.scripts import is_dense
from pincite.verifier.folding.spelling import is_mark

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Cut: TypeAlias = Literal["", "word", "number"]

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_HYPHENS = f"{JOINING}–"
"""Signs that join what stands on both sides of them, or divide a word at a line's end."""
_COMPOUND_BEFORE = re.compile(rf"(\w)[{_HYPHENS}](?:[ \t]*[\n\r\f]\s*)?\Z")
_COMPOUND_BEHIND = re.compile(rf"[{_HYPHENS}](?:[ \t]*[\n\r\f]\s*)?(\w)")
_OF_NUMBER_BEFORE = re.compile(
    r"[£$€¥]\s?\Z|[0-9]\s?[./:,⁄^]\Z|[\s(\[=:<>≤≥~≈]([-−+±])[£$€¥]?\Z|\A([-−+±])\Z|[\s(][.,]\Z"
)
"""What belongs to the number behind it: a currency, a dividend, hours, a sign, the point of decimals."""
_OF_NUMBER_BEHIND = re.compile(r"\s?[%‰°£€¥]|[./:,⁄^][0-9]|⁄")
_THOUSANDS_BEFORE = re.compile(
    r"(?<![0-9])[0-9]{1,3}(?:[ \u00a0\u2009\u202f'’][0-9]{3})*[ \u00a0\u2009\u202f'’]\Z"
)
_THOUSANDS_BEHIND = re.compile(r"[ \u00a0\u2009\u202f'’][0-9]{3}(?![0-9])")
_THREE = re.compile(r"[0-9]{3}(?![0-9])")
_TEN_RAISED = re.compile(r"(?<![0-9])10\Z")
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_NUMERALS = frozenset("〇零一二兩两三四五六七八九十百千萬万億亿")
_ENDING = re.compile(r"['’ʼ](?:s|t|d|m|ll|re|ve)(?![^\W_])", re.IGNORECASE)
"""Endings behind an apostrophe that belong to their word."""
_REACH = 24


def limit_before(text: str, start: int, head: str) -> Cut:
    """Say what a passage that begins at *start* cuts into; *head* is what the quotation has before its first letter."""
    at = start
    while at > 0 and (text[at - 1] in _UNSEEN or is_mark(text[at - 1])):
        at -= 1
    if at == 0:
        return ""
    first, before = text[start], text[max(0, at - _REACH) : at]
    if _joined(before[-1], first) or (before[-1] in _NUMERALS and first in _NUMERALS):
        return "number" if first.isdecimal() or first in _NUMERALS else "word"
    if first.isdecimal():
        return _number_before(before, first + text[start + 1 : start + 4], head)
    compound = _COMPOUND_BEFORE.search(before)
    return (
        "word"
        if compound and compound.group(1).isalnum() and not is_dense(first) and not head.strip()
        else ""
    )


def _number_before(before: str, digits: str, head: str) -> Cut:
    """Say whether a number that begins with *digits* is cut from what stands before it."""
    if _THOUSANDS_BEFORE.search(before) and _THREE.match(digits):
        return "number"
    theirs, ours = _OF_NUMBER_BEFORE.search(before), _OF_NUMBER_BEFORE.search(f" {head.strip()}")
    if bool(theirs) != bool(ours):
        return "number"
    compound = _COMPOUND_BEFORE.search(before)
    return "number" if compound and not head.strip() else ""


def limit_behind(text: str, end: int) -> Cut:
    """Say what a passage that ends before *end* cuts into."""
    last, at = text[end - 1], end
    while at < min(len(text), end + _REACH) and (text[at] in _UNSEEN or is_mark(text[at])):
        at += 1
    if at >= len(text):
        return ""
    behind = text[at]
    if _joined(last, behind) or (last in _NUMERALS and behind in _NUMERALS):
        return "number" if last.isdecimal() or last in _NUMERALS else "word"
    if last.isdecimal() and _number_behind(text, at):
        return "number"
    compound = _COMPOUND_BEHIND.match(text, at)
    if compound and compound.group(1).isalnum() and not is_dense(last):
        return "number" if last.isdecimal() else "word"
    return "word" if _ENDING.match(text, at) else ""


def _number_behind(text: str, at: int) -> bool:
    """Say whether a number that ends before *at* goes on."""
    if text[at] in _RAISED:  # behind other numbers than ten it is the mark of a note
        return bool(_TEN_RAISED.search(text, max(0, at - 3), at))
    return bool(_OF_NUMBER_BEHIND.match(text, at) or _THOUSANDS_BEHIND.match(text, at))


def _joined(one: str, other: str) -> bool:
    """Say whether two characters beside each other belong to one word."""
    # the raised number of a note is no part of the word
    return all(sign.isalnum() and folded(sign) and not is_dense(sign) for sign in (one, other))
