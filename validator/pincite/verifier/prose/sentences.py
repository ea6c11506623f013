"""Where sentences begin and end, near one place of a text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.verifier.languages import words_of
from pincite.verifier.prose.turning import languages_for

if TYPE_CHECKING:
    from collections.abc import Iterable

REACH = 600
"""Code points of a sentence that are looked at to each side of a place."""
_ABBREVIATION = 12
"""Code points before a full stop in which its abbreviation stands."""
_AHEAD = 40
"""Code points read behind a full stop, for what decides whether it ends a sentence."""
_CLOSERS = r"[\"'”’»›)\]}」』）】〕〉》＂*_]"
_OPENERS = r"[\"'“‘„«‹(\[{「『（【〔〈《*_¿¡—–\-]"
_LIMIT = re.compile(
    r"[。！？｡׃.!?…‽؟:\n](?:"  # a class to begin with is looked for many times faster than several alternatives
    rf"(?P<full>(?<=[。！？｡]){_CLOSERS}*)"
    r"|(?P<verse>(?<=׃)(?:\s*[ספ](?=\s|$))?)"
    rf"|(?P<stop>(?:(?<=[.!?…‽؟])|(?<=[\u0591-\u05c7]:)|(?<=:)(?=[ \t]*\n))[.!?…\s]{{0,6}}(?<!\s)(?:[ \u00a0\u202f]»)?{_CLOSERS}*(?:\[\d{{1,4}}\])?(?=\s|$|[—“„«「\u05d0-\u05ea]))"
    r"|(?P<paragraph>(?<=\n)[ \t\r\f]*\n)"
    r")"
)
_OUTSIDE = re.compile(r"[^\W\d_ספ]")
"""A letter that is no part of any mark."""
_USUAL = 180
"""Code points before a place among which its sentence usually begins."""
_NEXT = re.compile(rf"\s*{_OPENERS}*\s*")
_INITIALS = re.compile(r"(?:^|[\s(\[“‘„«\"'.\-])(?P<letter>[^\W\d_])$")
_STARTS = re.compile(r"(?<![\w’'])\S")
"""Where an abbreviation may begin."""
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}$")


class _Abbreviations(NamedTuple):
    """The abbreviations of some languages, by their letters alone: what stands before a full stop."""

    never: dict[str, list[str]]
    closing: dict[str, list[str]]
    numbered: dict[str, list[str]]
    ordinals: bool
    hebrew: bool


def sentence_at(text: str, start: int, end: int, language: str | None) -> Span:
    """Return the sentence or sentences in which the passage from *start* to *end* stands.

    At most ``REACH`` code points on each side are looked at; where no limit is found among them, that is where the
    sentence is cut. Blanks at its ends do not belong to it.
    """
    first = last_limit(text, start, language)
    last = next_limit(text, max(end, start), language)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return Span(first, max(last, end))


def last_limit(text: str, place: int, language: str | None, reach: int = REACH) -> int:
    """Return where the sentence at *place* begins: behind the last limit, or *reach* code points before at most."""
    low = max(0, place - reach)
    high = min(len(text), place + _AHEAD)
    piece = text[low : min(len(text), high + _AHEAD)]
    rules = _rules(piece, language)
    letter = (
        _OUTSIDE.search(piece, max(0, place - low - _USUAL), place - low) if place - low > _USUAL else None
    )
    # most sentences begin near by; from a letter that no mark holds on, the same marks are found as from the beginning
    for begin in (letter.start(), 0) if letter else (0,):
        limit = _last(piece, begin, place - low, high - low, rules)
        if limit is not None:
            return low + limit
    return low


def _last(piece: str, begin: int, place: int, high: int, rules: _Abbreviations) -> int | None:
    """Return the last limit of a piece from *begin* to *place*, none of whose marks reaches beyond *high*."""
    marks = []
    for found in _LIMIT.finditer(piece, begin):
        if found.start() > place or found.end() > high:
            break
        marks.append(found)
    # whether a mark ends a sentence costs more than to find it: the last come first
    for found in reversed(marks):
        limit = found.start() if found.lastgroup == "paragraph" else found.end()
        if limit <= place and (found.lastgroup != "stop" or _ends(piece, found, rules)):
            return limit
    return None


def next_limit(text: str, place: int, language: str | None, reach: int = REACH) -> int:
    """Return where the sentence at *place* ends, its closing marks included, or *reach* code points behind at most."""
    high = min(len(text), place + reach)
    low = max(0, place - _ABBREVIATION - 4)
    piece = text[low : min(len(text), high + _AHEAD)]
    rules = _rules(piece, language)
    for found in _LIMIT.finditer(piece):
        if low + found.end() > high:
            break
        limit = low + (found.start() if found.lastgroup == "paragraph" else found.end())
        if limit >= place and (found.lastgroup != "stop" or _ends(piece, found, rules)):
            return limit
    return high


def _rules(piece: str, language: str | None) -> _Abbreviations:
    return _abbreviations(tuple(languages_for(language, piece)))


def _ends(piece: str, found: re.Match[str], rules: _Abbreviations) -> bool:
    """Return whether the full stop or other mark that was *found* ends a sentence."""
    mark = found.group()
    if mark[0] == ":":
        return rules.hebrew
    follows = _following(piece, found.end())
    if follows.islower():
        return False
    if mark[0] != "." or mark[1:2] == ".":
        return True
    before = piece[max(0, found.start() - _ABBREVIATION) : found.start()]
    return not _is_abbreviated(before, follows, rules)


def _is_abbreviated(before: str, follows: str, rules: _Abbreviations) -> bool:
    """Return whether the full stop behind *before* is an abbreviation's, an initial's or an ordinal's."""
    words = [(_letters(before[start.start() :]), start.start()) for start in _STARTS.finditer(before)]
    if _stands_in(before, words, rules.closing):
        return follows.isalpha() and not follows.isupper()
    initial = _INITIALS.search(before)
    return bool(
        _stands_in(before, words, rules.never)
        or (follows.isdecimal() and _stands_in(before, words, rules.numbered))
        or (rules.ordinals and _ORDINAL.search(before))
        or (initial and _is_initial(initial["letter"], follows))
    )


def _stands_in(before: str, words: list[tuple[str, int]], listed: dict[str, list[str]]) -> bool:
    """Return whether a listed abbreviation, with any blanks within it, is one of the last *words* of *before*."""
    return any(
        _pattern(abbreviation).match(before, start)
        for letters, start in words
        if letters in listed
        for abbreviation in listed[letters]
    )


def _is_initial(letter: str, follows: str) -> bool:
    """Return whether a single letter before a full stop is a name's; "I" is a word and a numeral as well."""
    return letter.isupper() and letter != "I" and follows.isalpha()


def _following(piece: str, place: int) -> str:
    """Return the first letter or figure behind blanks and opening marks, or nothing."""
    found = _NEXT.match(piece, place)
    following = piece[found.end() : found.end() + 1] if found else ""
    return following if unicodedata.category(following or " ")[0] in "LN" else ""


@lru_cache(maxsize=64)
def _abbreviations(codes: tuple[str, ...]) -> _Abbreviations:
    words = [words_of(code) for code in codes]
    return _Abbreviations(
        never=_listed(word for one in words for word in one.abbreviations),
        closing=_listed(word for one in words for word in one.closing_abbreviations),
        numbered=_listed(word for one in words for word in one.numbered_abbreviations),
        ordinals=any(one.dotted_ordinals for one in words),
        hebrew=any(one.script == "hebrew" for one in words),
    )


def _listed(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(_letters(word), []).append(word)
    return found


def _letters(words: str) -> str:
    return "".join(words.split()).casefold()


@lru_cache(maxsize=1024)
def _pattern(abbreviation: str) -> re.Pattern[str]:
    """Return a pattern for one abbreviation at the end of a text; only those that are met are made."""
    return re.compile(rf"{re.escape(abbreviation)}$".replace(r"\ ", r"\s*"), re.IGNORECASE)
