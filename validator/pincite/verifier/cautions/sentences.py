"""Where sentences begin and end, near one place of a text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.verifier.cautions.turning import languages_for
from pincite.verifier.languages import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

REACH = 600
"""Code points of a sentence that are looked at to each side of a place."""
_ABBREVIATION = 12
"""Code points before a full stop in which its abbreviation stands."""
_AHEAD = 40
"""Code points read behind a full stop, for what decides whether it ends a sentence."""
_CLOSERS = r"[\"'”’»›)\]}」』）】〕〉》＂*_]"
_OPENERS = r"[\"'“‘„«‹(\[{「『（【〔〈《*_¿¡—–\-]"
_LIMIT = re.compile(
    rf"(?P<full>[。！？｡]{_CLOSERS}*)"
    r"|(?P<verse>׃(?:\s*[ספ](?=\s|$))?)"
    rf"|(?P<stop>(?:[.!?…‽؟]|(?<=[\u0591-\u05c7]):|:(?=[ \t]*\n))[.!?…\s]{{0,6}}(?<!\s)(?:[ \u00a0\u202f]»)?{_CLOSERS}*(?:\[\d{{1,4}}\])?(?=\s|$|[—“„«「\u05d0-\u05ea]))"
    r"|(?P<paragraph>\n[ \t\r\f]*\n)"
)
_NEXT = re.compile(rf"\s*{_OPENERS}*\s*")
_INITIALS = re.compile(r"(?:^|[\s(\[“‘„«\"'.\-])(?P<letter>[^\W\d_])$")
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}$")


class _Abbreviations(NamedTuple):
    """The abbreviations of some languages, as patterns for what stands before a full stop."""

    never: re.Pattern[str]
    closing: re.Pattern[str]
    numbered: re.Pattern[str]
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
    limits = _limits(text, low, min(len(text), place + _AHEAD), language)
    return max((limit for limit in limits if limit <= place), default=low)


def next_limit(text: str, place: int, language: str | None, reach: int = REACH) -> int:
    """Return where the sentence at *place* ends, its closing marks included, or *reach* code points behind at most."""
    high = min(len(text), place + reach)
    low = max(0, place - _ABBREVIATION - 4)
    return next((limit for limit in _limits(text, low, high, language) if limit >= place), high)


def _limits(text: str, low: int, high: int, language: str | None) -> Iterator[int]:
    """Yield where sentences end between *low* and *high*."""
    piece = text[low : min(len(text), high + _AHEAD)]
    rules = _abbreviations(tuple(languages_for(language, piece)))
    for found in _LIMIT.finditer(piece):
        if low + found.end() > high:
            return
        kind = found.lastgroup
        if kind == "paragraph":
            yield low + found.start()
        elif kind != "stop" or _ends(piece, found, rules):
            yield low + found.end()


def _ends(piece: str, found: re.Match[str], rules: _Abbreviations) -> bool:
    """Return whether the full stop or other mark that was *found* ends a sentence."""
    mark = found["stop"]
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
    if rules.closing.search(before):
        return follows.isalpha() and not follows.isupper()
    initial = _INITIALS.search(before)
    return bool(
        rules.never.search(before)
        or (follows.isdecimal() and rules.numbered.search(before))
        or (rules.ordinals and _ORDINAL.search(before))
        or (initial and _is_initial(initial["letter"], follows))
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
        never=_before([word for one in words for word in one.abbreviations]),
        closing=_before([word for one in words for word in one.closing_abbreviations]),
        numbered=_before([word for one in words for word in one.numbered_abbreviations]),
        ordinals=any(one.dotted_ordinals for one in words),
        hebrew=any(one.script == "hebrew" for one in words),
    )


def _before(listed: list[str]) -> re.Pattern[str]:
    """Return a pattern for one of the abbreviations at the end of a text, with any blanks within them."""
    if not listed:
        return re.compile(r"(?!)")
    either = "|".join(re.escape(word).replace(r"\ ", r"\s*") for word in listed)
    return re.compile(rf"(?<![\w’'])(?:{either})$", re.IGNORECASE)
