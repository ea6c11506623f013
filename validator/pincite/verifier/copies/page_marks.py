"""Where the pages of a text begin, told by form feeds or by the marks that transcribers leave.

A mark is a line of its own (``[page 203]``, ``folio 1r``, ``{59}``, ``-- 59 --``) or stands between words
(``[Pg 59]``). It stays in the text: nothing here changes a character.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.page_ranges import worth
from pincite.model.page_words import (
    BEHIND,
    BRACED,
    BRACKETED,
    DASH,
    FIRST_LETTERS,
    LONG,
    NUMERAL,
    ROMAN,
    WORD,
)
from pincite.verifier.copies.copy_text import Page
from pincite.verifier.copies.printed_numbers import printed_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PAGES = 10_000
"""Marks from which on they cannot be those of pages."""
_MOST_TRIES = 1_000_000
"""Places at which a mark may be looked for; a text of 40 million characters has fewer lines."""
_LINE = re.compile(
    rf"\n[ \t\f]{{0,24}}(?=[\[{{<(=–—―{FIRST_LETTERS}-])(?:"
    rf"{BRACKETED}|{BRACED}"
    rf"|(?:{LONG}|pp?\.|pg\.?|fol\.|стр\.)[ \t]{{1,3}}(?P<bare>{NUMERAL})"
    rf"|(?P<dash>{DASH})[ \t]{{0,3}}(?:{WORD}[ \t]{{0,3}})?(?P<dashed>[0-9]{{1,5}}|{ROMAN})[ \t]{{0,3}}(?P=dash)"
    rf")[ \t\f]{{0,40}}(?=\n|\Z)",
    re.IGNORECASE,
)
"""A mark on a line of its own, with the line end before it: patterns that begin with a letter are looked for quickly."""
_BRACKETED = re.compile(rf"\[{WORD}[ \t\xa0]{{0,3}}(?P<label>{NUMERAL}){BEHIND}\]", re.IGNORECASE)
_BRACED = re.compile(rf"\{{(?:{WORD}[ \t\xa0]{{0,3}})?(?P<label>[0-9]{{1,5}}|{ROMAN})\}}", re.IGNORECASE)
_NUMBER_LINE = re.compile(r"\n[ \t]{0,80}(?=[1-9])([1-9][0-9]{0,3})[ \t]{0,40}(?=\n|\Z)")
_DIGITS = re.compile(r"[0-9]+")
_FEWEST_NUMBERS = 5
"""Lines with nothing but a number that make pages; fewer may be chapters or verses."""
_SMALLEST_PAGE, _LARGEST_PAGE = 200, 8000
"""Code points between two such lines, in the middle of all."""
_UNEVEN = 0.3
"""Share of the gaps between such lines that may be less than half or more than twice the middle one."""


class _Mark(NamedTuple):
    """A mark from ``start`` to ``end``, and its label; ``above``: it surely stands before what it names."""

    start: int
    end: int
    label: str
    above: bool = True


def pages_of(text: str) -> tuple[Page, ...]:
    """Return the pages of a text (LF line ends), which cover it, or none where nothing tells of pages.

    Marks with a word or braces count before form feeds, and those before lines with nothing but a number. What
    stands before the first mark is a page without a label.
    """
    marks = _marks(text)
    if marks:
        return _cut(text, marks)
    if "\f" in text:
        return _fed(text)
    marks = _numbers(text)
    return _cut(text, marks) if marks else ()


def _marks(text: str) -> list[_Mark]:
    """Return the marks on lines of their own, and those between words where all of them count on."""
    lines = []
    for found in _some(_LINE, "\n", "\n" + text):
        label = found["worded"] or found["braced"] or found["bare"] or found["dashed"]
        above = found["dash"] is None or len(found["dash"]) > 1
        # the line end that was put before the text makes up for the one before the mark
        lines.append(_Mark(found.start(), found.end() - 1, _label(label), above))
    dashed = [one for one in lines if not one.above]
    if dashed and (len(dashed) < 2 or not _rise(dashed)):  # noqa: PLR2004 - one dash may be an ornament
        lines = [one for one in lines if one.above]
    return sorted(lines + _inline(text, lines))


def _inline(text: str, lines: list[_Mark]) -> list[_Mark]:
    """Return the marks between words; a single one only where it begins a line, several where they count on."""
    found = [*_some(_BRACKETED, "[", text), *_some(_BRACED, "{", text)]
    starts = [one.start for one in lines]
    marks = []
    for one in sorted(found, key=lambda match: match.start()):
        at = bisect_right(starts, one.start())
        if not at or lines[at - 1].end < one.end():
            marks.append(_Mark(one.start(), one.end(), _label(one["label"])))
    if len(marks) == 1:
        start = marks[0].start
        return marks if text[start] == "[" and text[max(start - 1, 0) : start] in {"", "\n"} else []
    return marks if _rise(marks) else []


def _some(pattern: re.Pattern[str], first: str, text: str) -> list[re.Match[str]]:
    """Return where a pattern matches that begins with *first*, nowhere if it does so more often than any book has pages."""
    if text.count(first) > _MOST_TRIES:
        return []
    found = list(islice(pattern.finditer(text), MOST_PAGES + 1))
    return [] if len(found) > MOST_PAGES else found


def in_order(labels: Sequence[str]) -> bool:
    """Return whether the labels of pages follow one another as those of a book do."""
    return all(_order(one) <= _order(other) for one, other in pairwise(labels))


def _rise(marks: Sequence[_Mark]) -> bool:
    return in_order([one.label for one in marks])


def _label(numeral: str) -> str:
    """Return a page's label as it is cited: "12v" for "12 verso"."""
    bare = "".join(numeral.split())
    for long, short in (("recto", "r"), ("verso", "v")):
        if bare.lower().endswith(long):
            return bare[: -len(long)] + short
    return bare


def _order(label: str) -> tuple[int, int, str]:
    """Return the key by which labels follow one another: Roman numerals first."""
    digits = _DIGITS.match(label)
    if digits:
        return 1, int(digits[0]), label[digits.end() :]
    return 0, worth(label), ""


def _numbers(text: str) -> list[_Mark]:
    """Return the lines with nothing but a number, where they count on and stand as far apart as pages do."""
    found = [
        _Mark(one.start(), one.end() - 1, one[1], above=False)
        for one in _some(_NUMBER_LINE, "\n", "\n" + text)
    ]
    if len(found) < _FEWEST_NUMBERS:
        return []
    steps = [int(other.label) - int(one.label) for one, other in pairwise(found)]
    gaps = sorted(other.start - one.start for one, other in pairwise(found))
    middle = gaps[len(gaps) // 2]
    odd = sum(not middle / 2 <= gap <= middle * 2 for gap in gaps)
    counts_on = all(step > 0 for step in steps) and sum(step <= 2 for step in steps) >= 0.9 * len(steps)  # noqa: PLR2004
    right = _SMALLEST_PAGE <= middle <= _LARGEST_PAGE and odd <= _UNEVEN * len(gaps)
    return found if counts_on and right else []


def _cut(text: str, marks: list[_Mark]) -> tuple[Page, ...]:
    """Return the pages between marks: those at the foot of a page end it, all others begin one."""
    at_foot = all(not one.above for one in marks) and _is_more(text[: marks[0].start], text[marks[-1].end :])
    if at_foot:
        ends = [min(one.end + 1, len(text)) for one in marks]
        edges = [0, *ends]
        labels: list[str | None] = [one.label for one in marks]
        if text[ends[-1] :].strip():
            edges.append(len(text))
            labels.append(None)
        else:
            edges[-1] = len(text)
    else:
        edges = [*(one.start for one in marks), len(text)]
        labels = [one.label for one in marks]
        if text[: edges[0]].strip():
            edges.insert(0, 0)
            labels.insert(0, None)
        else:
            edges[0] = 0
    return tuple(
        Page(start, end, number, label)
        for number, ((start, end), label) in enumerate(zip(pairwise(edges), labels, strict=True), 1)
    )


def _is_more(before: str, behind: str) -> bool:
    """Return whether more text stands before the first mark than behind the last one."""
    return len(before.strip()) > len(behind.strip())


def _fed(text: str) -> tuple[Page, ...]:
    """Return the pages between form feeds; the numbers that they print are their labels."""
    if text.count("\f") > MOST_PAGES:
        return ()
    edges = [0]
    while (at := text.find("\f", edges[-1])) >= 0:
        edges.append(at + 1)
    if edges[-1] < len(text) and text[edges[-1] :].strip():
        edges.append(len(text))
    edges[-1] = len(text)
    spans = list(pairwise(edges))
    numbers = printed_numbers([text[start:end] for start, end in spans])
    return tuple(
        Page(start, end, index, None if number is None else str(number))
        for index, ((start, end), number) in enumerate(zip(spans, numbers, strict=True), 1)
    )
