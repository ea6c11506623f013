"""What the pages of a copy print between the lines of its text: running heads, page numbers, marks of notes.

A sentence that goes on over the page has them in its midst. They are told by their form and by their returning,
never by their place alone, and what is told here is only passed over where words are compared: a quotation of such
a line is looked for in the text as a whole.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from pincite.model.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = r"(?:[0-9]{1,4}[rv]?|[ivxlc]{1,7}|[IVXLC]{1,7}|[\u2160-\u217f]+)"
_LABEL = (
    r"(?:page|pag|pg|p|pp|folio|fol|ff|f|leaf|sheet|plate|seite|s|blatt|bl|feuillet|página|hoja|"
    r"страница|стр|с|лист|л|עמוד|דף|第)"
)
_PAGE_MARK = re.compile(
    rf"[\[{{(<]\s*{_LABEL}\s*\.?\s*{_NUMBER}\s*[頁页面]?\s*[\]}})>]|[\[{{]{_NUMBER}[\]}}](?=[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
"""``[page 12]``, ``[Pg 59]``, ``{fol. 3v}`` wherever they stand, ``[59]`` at the end of a line."""
_NUMBER_LINE = re.compile(
    rf"[ \t]*(?:[-–—=*~·\[({{]+[ \t]*)?(?:{_LABEL}[ \t]*\.?[ \t]*)?{_NUMBER}(?:[ \t]*[頁页])?(?:[ \t]*[-–—=*~·\])}}.]+)?[ \t]*",
    re.IGNORECASE,
)
_SHORT_LINE = re.compile(r"(?:\n|\f|\A)(?=([^\n\f]{1,24})(?:[\n\f]|\Z))")
_OPENER = re.compile(r"[\[{(<]")
_NOTE_MARK = re.compile(
    r"\[(?<=[^\s\[\](){}]\[)(?:[0-9]{1,3}|[a-z]|[ivx]{1,5}|\*{1,3}|†|‡|note [0-9]{1,3}|fn\.? ?[0-9]{1,3})\]",
    re.IGNORECASE,
)
_AT_EDGE = re.compile(r"\n[ \t]*[\[({]?[0-9]{1,4}[\])}]?[ \t]+(?=[^\W\d_])|[0-9]{1,4}[\])}]?[ \t]*(?=\n|\Z)")
"""A number with which a line begins or ends."""
_SHORT = 90
"""Code points of the longest line that is taken for a running head."""
_OFTEN = 3
_PAGE = 150
"""Code points of the shortest page: a text with more numbers at the edges of lines is a table or a list."""
_DIGITS = re.compile(r"[0-9ivxlcIVXLC]+(?![^\W\d_])")


def furniture(text: str) -> list[Span]:
    """Return the pieces of *text* that are furniture of its pages or marks of notes, ordered and apart."""
    # the openers are searched first: one plain scan is several times as quick as the patterns
    brackets = (
        _PAGE_MARK.match(text, at.start()) or _NOTE_MARK.match(text, at.start())
        for at in _OPENER.finditer(text)
    )
    return _apart([*(Span(*one.span()) for one in brackets if one), *_lines(text)])


def _lines(text: str) -> Iterator[Span]:
    """Yield the lines that are page numbers, and the heads that return with them or at the top of pages."""
    most = len(text) // _PAGE + _OFTEN
    short = (Span(*one.span(1)) for one in _SHORT_LINE.finditer(text))
    numbers = _few((line for line in short if _NUMBER_LINE.fullmatch(text, *line)), most)
    yield from numbers
    feeds = _few((Span(*one.span()) for one in re.finditer("\f", text)), most)
    beside = {line for edge in numbers + feeds for line in _neighbours(text, edge)}
    numbered = set(_few(_numbered(text), most))
    heads = {line: _head(text[line.start : line.end]) for line in beside | numbered}
    often = Counter(heads.values())
    for line, head in heads.items():
        if head and (
            often[head] >= _OFTEN or _title(text[line.start : line.end], alone=line not in numbered)
        ):
            yield line


def _few(spans: Iterator[Span], most: int) -> list[Span]:
    """Return the spans, none where they are more than pages can have: then it is a table or a list."""
    found = list(islice(spans, most + 1))
    return found if len(found) <= most else []


def _numbered(text: str) -> Iterator[Span]:
    """Yield the short lines that hold words and begin or end with a number of their own."""
    for one in _AT_EDGE.finditer(text):
        inside = one.end() - 1
        start = text.rfind("\n", max(0, inside - _SHORT), inside) + 1 or (0 if inside < _SHORT else -1)
        end = text.find("\n", one.end(), one.end() + _SHORT)
        end = min(len(text), one.end() + _SHORT) if end < 0 else end
        if start >= 0 and end - start <= _SHORT:
            yield Span(start, end)


def _head(line: str) -> str:
    """Return a line as it returns from page to page: without its number; empty for what is no running head."""
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


def _neighbours(text: str, line: Span) -> Iterator[Span]:
    """Yield the nearest line with words before and after one, over no more than three line ends."""
    before = re.compile(r"[^\n\f]*\S[^\n\f]*\Z")
    head = text[max(0, line.start - _SHORT - 8) : line.start].rstrip(" \t\n\f")
    found = before.search(head)
    if found and line.start - max(0, line.start - _SHORT - 8) - len(head) <= 4:  # noqa: PLR2004
        start = max(0, line.start - _SHORT - 8) + found.start()
        if start > 0 and text[start - 1] in "\n\f":
            yield Span(start, start + len(found.group()))
    after = re.compile(r"[ \t\n\f]{0,4}([^\n\f]+)").match(text, line.end)
    if after and len(after.group(1)) <= _SHORT:
        yield Span(*after.span(1))


def _apart(spans: list[Span]) -> list[Span]:
    """Return spans in their order, joined where they overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
