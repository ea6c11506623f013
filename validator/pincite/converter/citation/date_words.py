"""The words around a date that qualify it: "c.", "probably", "before", "late", a weekday, an hour, "O.S."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.date_forms import LOOK_BACK, word_before
from pincite.converter.languages import any_of, spelled

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

_MOST_WORDS = 4
"""Qualifications of one date that are read, one before the other: "Monday, about the end of June 1890"."""


@dataclass
class Qualified:
    """A date with what qualifies it, from ``start`` to ``end``.

    ``mark`` is EDTF's for doubt, ``refused`` why the whole is no date, ``more`` whether something is printed that
    EDTF cannot say, ``stands_alone`` whether nothing but punctuation stands around.
    """

    start: int
    end: int
    mark: str = ""
    reason: str | None = None
    refused: str | None = None
    more: bool = False
    stands_alone: bool = False


def qualified(
    text: str, start: int, end: int, lexicon: Lexicon, *, is_range: bool, is_day: bool
) -> Qualified:
    """Return what is printed around the date in *text* from *start* to *end*."""
    found = Qualified(start, end)
    circa = doubtful = False
    for _ in range(_MOST_WORDS):
        word = word_before(text, found.start, ",")
        if _closing(lexicon).isdisjoint({word, word.lstrip("0123456789:.h")}):
            break
        match = _before(lexicon).search(text, max(0, found.start - LOOK_BACK), found.start)
        if match is None or (match["opener"] and not is_range) or (match["time"] and not is_day):
            break
        circa, doubtful = circa or bool(match["circa"]), doubtful or bool(match["perhaps"])
        if match["limit"] and not (is_range and match["limit"].lower() in lexicon.words("range_openers")):
            found.refused = "before or after a date is no date"
        if match["part"]:
            found.reason, found.more = "only a part of it is meant", True
        found.more = found.more or match["time"] is not None
        found.start = match.start()
    _weekday(text, found, lexicon, is_day=is_day)
    doubtful = _behind(text, found, lexicon, is_day=is_day) or doubtful
    found.mark = "%" if circa and doubtful else "~" if circa else "?" if doubtful else ""
    found.stands_alone = _alone(text, found)
    return found


def _weekday(text: str, found: Qualified, lexicon: Lexicon, *, is_day: bool) -> None:
    """Take in the weekday and the article before a date, where nothing stands before them."""
    if word_before(text, found.start, ",").rstrip(".") not in _closing(lexicon):
        return
    match = _days(lexicon).search(text, max(0, found.start - LOOK_BACK), found.start)
    if match is None or text[: match.start()].rstrip()[-1:] not in {"", *",;.:([—–"}:
        return
    if is_day or found.more or text[match.start() : found.start].strip().lower() in lexicon.articles:
        found.more = found.more or match["named"] is not None
        found.start = match.start()


def _behind(text: str, found: Qualified, lexicon: Lexicon, *, is_day: bool) -> bool:
    """Take in an hour, a calendar's name and a question mark behind a date; return whether it is doubtful."""
    if is_day:
        match = _after(lexicon).match(text, found.end)
        if match is not None and match[0]:
            found.end, found.more = match.end(), True
            if match["old"]:
                found.refused = "a day of the Julian calendar"
    match = _DOUBT.match(text, found.end)
    if match is not None:
        found.end = match.end()
    return match is not None


def _alone(text: str, found: Qualified) -> bool:
    """Return whether a date is all there is between two punctuation marks."""
    before = text[max(0, found.start - 3) : found.start].rstrip()[-1:]
    if not before and found.start > 3:  # noqa: PLR2004 - only blanks were looked at
        return False
    behind = text[found.end : found.end + 3].lstrip()[:1]
    if not behind and found.end + 3 < len(text):
        return False
    return before in {"", *",;.:([—–"} and behind in {"", *",;.:)]—–"}


@lru_cache(maxsize=16)
def _closing(lexicon: Lexicon) -> frozenset[str]:
    """Return the last words of all that can qualify a date from before."""
    members = (
        "circa", "perhaps", "date_limits", "period_parts", "range_openers", "weekdays", "weekday_joints",
        "articles", "hours",
    )  # fmt: skip
    listed = (word for member in members for word in lexicon.words(member))
    return frozenset(word.rpartition(" ")[2] for word in listed) | {
        word.rstrip("-") for word in lexicon.words("period_parts")
    }


_DOUBT = re.compile(r"\s?[(\[]\?[)\]]|\?")


@lru_cache(maxsize=16)
def _before(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of one qualification that ends where a date begins."""
    groups = [
        f"(?P<{name}>{any_of(lexicon.words(member))})"
        for name, member in (
            ("circa", "circa"),
            ("perhaps", "perhaps"),
            ("limit", "date_limits"),
            ("part", "period_parts"),
            ("opener", "range_openers"),
        )
    ]
    time = rf"(?P<time>(?<![\w.:]){_clock(lexicon)}(?:,|\s+{any_of(lexicon.words('weekdays'))})?)"
    article = any_of(lexicon.words("articles"))
    return re.compile(
        rf"(?:{article}\s+)?(?:{'|'.join(groups)}|{time})(?:\s+{article})?[\s-]*$", re.IGNORECASE
    )


@lru_cache(maxsize=16)
def _days(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of weekdays and the small words beside them that end where a date begins."""
    words, small = lexicon.words("weekdays"), any_of([*lexicon.words("weekday_joints"), *lexicon.articles])
    named = any_of(word for word in words if word not in lexicon.words("weekday_joints"))
    return re.compile(
        rf"(?<!\w)(?:{small}\s+)?(?:(?P<named>{named})\.?,?\s+(?:{small}\s+)?|{small}\s+)$", re.IGNORECASE
    )


@lru_cache(maxsize=16)
def _after(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of an hour and of a calendar's name that may stand behind a day."""
    old, new = any_of(lexicon.words("old_style")), any_of(lexicon.words("new_style"))
    moments = any_of(lexicon.words("moments"))
    return re.compile(
        rf"(?:,?\s+(?:{any_of(lexicon.words('weekday_joints'))}\s+)?"
        rf"(?:{_clock(lexicon)}|{moments}(?=\s*(?:[,;.)\]]|$))))?"
        rf"(?:,?\s*[(\[]?(?:(?P<old>{old})|{new})[)\]]?)?",
        re.IGNORECASE,
    )


def _clock(lexicon: Lexicon) -> str:
    """Return the pattern of an hour: "4 p.m.", "10:30 Uhr"."""
    hours = "(?:" + "|".join(map(spelled, sorted(lexicon.words("hours"), key=len, reverse=True))) + r")(?!\w)"
    return rf"[0-2]?[0-9](?:[:.h][0-5][0-9])?\s?{hours}"
