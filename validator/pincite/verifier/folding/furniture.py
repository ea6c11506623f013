"""What the pages of a copy print between the lines of its text: running heads, page numbers, marks of notes.

A sentence that goes on over the page has them in its midst. They are told by their form and by their returning,
never by their place alone, and what is told here is only passed over where words are compared: a quotation of such
a line is looked for in the text as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.page_words import ARABIC, BEHIND, BRACED, BRACKETED, ROMAN, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PAGE_MARK = re.compile(
    rf"{BRACKETED}|[\[{{](?:{ARABIC}|{ROMAN})[\]}}](?=[ \t]*$)", re.IGNORECASE | re.MULTILINE
)
"""``[page 12]``, ``[Pg 59]``, ``{fol. 3v}`` wherever they stand, ``[59]`` at the end of a line."""
_BEGINNING = re.compile(rf"\s{{0,40}}(?P<mark>{BRACED})", re.IGNORECASE)
"""``{59}`` where a page begins; elsewhere braces may be part of a formula."""
_NUMBER_LINE = re.compile(
    rf"(?:[-–—―=*~·\[({{<]+[ \t]*)?(?:{WORD}[ \t]*)?"
    rf"(?:{ARABIC}|(?<=[\s.\[({{<=–—―-])(?:{ROMAN})|[ivxlc]{{1,7}}|[\u2160-\u217f]+)"
    rf"{BEHIND}(?:[ \t]*[-–—―=*~·\])}}>.]+)?",
    re.IGNORECASE,
)
_NUMBER_ENDS = frozenset("ivxlcdmIVXLCDM-–—―=*~·])}>.頁页面") | {chr(code) for code in range(0x2160, 0x2180)}
"""With what a line ends that is a page number without an Arabic digit; most lines are known by that to be none."""
_ARABIC_DIGIT = re.compile("[0-9]")
_OPENER = re.compile(r"[\[{]")
"""Words in parentheses belong to the sentence."""
_NOTE_MARK = re.compile(
    r"[\[(]sic[.!?]?[\])]|\[(?:(?<=[^\s\[\](){}]\[)"
    r"(?:[0-9]{1,3}|(?P<lettered>[a-z])|[ivx]{2,5}|\*{1,3}|†|‡|note [0-9]{1,3}|fn\.? ?[0-9]{1,3})|(?<=[,.;:!?] \[)[a-z])\]",
    re.IGNORECASE,
)
"""``[3]`` and ``[a]`` beside a word, and ``[sic]``, which a quotation may leave away or have as a remark of its own."""
_FIRST_LETTERS = {"a", "b"}
_NUMBERED = re.compile(
    r"[\[({]?[0-9]{1,4}[\])}]?[ \t]+(?=[^\W\d_])|.*[^\W\d_][.,:;]?[ \t]+[\[({]?[0-9]{1,4}[\])}]?\Z"
)
"""A line with words that begins or ends with a number of its own."""
_LONGEST_NUMBER = 24
_BARE = re.compile(r"(?:[0-9]{1,5}[a-z]?|[ivxlcdm]{1,12}|[\u2160-\u217f]+)[.,]?", re.IGNORECASE)
"""A number with nothing beside it, which may be one of the text; between dashes or with its word it is a page's."""
_FROM_EDGE = 3
"""Lines from a page's edge within which its running head stands."""
_SHORT = 90
"""Code points of the longest line that is taken for a running head."""
_OFTEN = 3
_ROWS = 2
"""Lines behind the first of a row that are a list: a head and its number are two lines, no more."""
_PAGE = 150
"""Code points of the shortest page: a text with more numbers at the edges of lines is a table or a list."""
_DIGITS = re.compile(r"[0-9ivxlcIVXLC]+(?![^\W\d_])")


def furniture(text: str, page_starts: Iterable[int] = ()) -> list[Span]:
    """Return the pieces of *text* that are furniture of its pages or marks of notes, ordered and apart.

    *page_starts* are the offsets at which pages are known to begin: there, a number in braces between words is a mark.
    """
    marks = (_BEGINNING.match(text, start) for start in page_starts)
    return _apart(
        [
            *_bracketed(text),
            *(Span(*one.span("mark")) for one in marks if one),
            *_lines(text, page_starts),
        ]
    )


def _bracketed(text: str) -> list[Span]:
    """Return the marks of pages and notes in brackets; letters in words ("pill[s]") only where they count notes."""
    # the openers are searched first: one plain scan is several times as quick as the patterns
    found = [
        one
        for at in _OPENER.finditer(text)
        if (one := _PAGE_MARK.match(text, at.start()) or _NOTE_MARK.match(text, at.start()))
    ]
    letters = [one.groupdict().get("lettered") for one in found]
    counting = {letter for letter in letters if letter} >= _FIRST_LETTERS
    return [Span(*one.span()) for one, letter in zip(found, letters, strict=True) if counting or not letter]


def _lines(text: str, page_starts: Iterable[int]) -> Iterator[Span]:
    """Yield the lines that are page numbers, and the heads that return with them or at the top of pages."""
    lines = text.replace("\f", "\n").split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    numbers, numbered = _with_numbers(lines)
    most = len(text) // _PAGE + _OFTEN
    if max(len(numbers), len(numbered)) > most:
        numbers, numbered = [], set()  # a table, or a list
    feeds = {bisect_right(starts, one.end() - 1) for one in islice(re.finditer("\f", text), most)}
    tops = feeds | {bisect_right(starts, start) - 1 for start in islice(page_starts, most)}
    beside = {line for edge in numbers for line in (_next(lines, edge, -1), _next(lines, edge, 1))}
    beside |= {line for edge in feeds for line in (_next(lines, edge, -1), _next(lines, edge - 1, 1))}
    heads = {line: _head(lines[line]) for line in (beside | numbered) - {None} if line is not None}
    often = Counter(heads.values())
    heading = [
        line
        for line, head in heads.items()
        if head and (often[head] >= _OFTEN or _title(lines[line], alone=line not in numbered))
    ]
    apart = _Apart(lines, tops, {*numbers, *heading})
    named = {line for line in numbers if not _BARE.fullmatch(lines[line].strip())}
    for line in (*numbers, *heading):
        if line in named or apart.stands(line):
            yield Span(starts[line], starts[line] + len(lines[line]))


class _Apart:
    """Says which lines stand apart from the text, between blank lines or at the edge of a page.

    *tops* are the first lines of pages. Lines amid a paragraph are text, whatever they look like, and so are rows.
    """

    def __init__(self, lines: list[str], tops: set[int], candidates: set[int]) -> None:
        self._lines, self._tops, self._candidates = lines, tops, candidates

    def stands(self, line: int) -> bool:
        first, last = line, line
        while first - 1 in self._candidates and first not in self._tops:
            first -= 1
        while last + 1 in self._candidates and last + 1 not in self._tops:
            last += 1
        if last - first >= _ROWS:
            return False
        at_edge = first in self._tops or last + 1 in self._tops
        return at_edge or (self._is_blank(first - 1) and self._is_blank(last + 1))

    def _is_blank(self, line: int) -> bool:
        return not 0 <= line < len(self._lines) or not self._lines[line] or self._lines[line].isspace()


def _with_numbers(lines: list[str]) -> tuple[list[int], set[int]]:
    """Return which lines are page numbers, and which short ones have a number beside their words."""
    numbers: list[int] = []
    numbered: set[int] = set()
    for at, line in enumerate(lines):
        bare = line.strip()
        length = len(bare)
        if not length or length > _SHORT:
            continue
        may_be = length <= _LONGEST_NUMBER and (bare[-1] in _NUMBER_ENDS or _ARABIC_DIGIT.search(bare))
        if may_be and _NUMBER_LINE.fullmatch(bare):
            numbers.append(at)
        elif (
            bare[0].isdecimal() or bare[-1].isdecimal() or bare[0] in "[({" or bare[-1] in "])}"
        ) and _NUMBERED.match(bare):
            numbered.add(at)
    return numbers, numbered


def _next(lines: list[str], edge: int, step: int) -> int | None:
    """Return the nearest line with words before or after an edge, None where there is none near."""
    for at in range(edge + step, edge + step * (_FROM_EDGE + 1), step):
        if 0 <= at < len(lines) and lines[at] and not lines[at].isspace():
            return at
    return None


def _head(line: str) -> str:
    """Return a line as it returns from page to page: without its number; empty for what is no running head."""
    line = " ".join(line.split())
    bare = " ".join(_DIGITS.sub(" ", line).split()).casefold()
    return bare if len(line) <= _SHORT and any(one.isalpha() for one in bare) else ""


def _title(line: str, *, alone: bool) -> bool:
    """Say whether a line is set as a title is: all capitals, or beside its number a capital to each word of weight."""
    words = [word for word in line.split() if any(one.isalpha() for one in word)]
    if not words or len(words) > 10:  # noqa: PLR2004 - a head is short
        return False
    if all(word.isupper() for word in words):
        return True
    weighty = [word for word in words if len(word) > 3]  # noqa: PLR2004 - "of", "and", "the" stay small
    return not alone and all(not word[0].islower() for word in weighty or words) and words[0][0].isupper()


def _apart(spans: list[Span]) -> list[Span]:
    """Return spans in their order, joined where they overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
