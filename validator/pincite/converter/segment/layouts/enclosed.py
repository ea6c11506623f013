"""Citations in parentheses or brackets, in running text, at the end of a quotation or on lines of their own."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import QUOTED
from pincite.converter.segment.evidence import evidence, is_nominal
from pincite.converter.segment.found import FoundCitation
from pincite.converter.segment.image_marks import ImageMark, image_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Manuscript, Paragraph
    from pincite.converter.styles import Style

_BEFORE, _BEHIND = " \t\xa0-–—", " \t\xa0.,;"
"""What may stand before a citation that is alone in its paragraph, and behind one that is its last."""
_BETWEEN = re.compile(r"[ \t\xa0.,;:]*")
_QUOTED_BEFORE = re.compile(r"[”»“\"’]\s{0,2}\Z")
"""The end of a quotation right before a citation."""
_ONLY_PUNCTUATION = re.compile(r"[ \t\xa0.,;]*")


def find(manuscript: Manuscript, style: Style, lexicon: Lexicon) -> Iterator[FoundCitation]:
    """Yield the citations that the style's pairs of signs enclose."""
    paragraphs = manuscript.paragraphs
    pairs = list(zip(style.opens, style.closes, strict=True))
    for number, paragraph in enumerate(paragraphs):
        for opens, closes in pairs:
            if opens in paragraph.text:
                introduced = number > 0 and paragraphs[number - 1].text.endswith(":")
                groups = enclosed(paragraph.text, opens, closes)
                if not groups:
                    continue
                yield from _cited(number, paragraph, groups, style, lexicon, introduced=introduced)


def _cited(
    number: int,
    paragraph: Paragraph,
    groups: list[tuple[int, int]],
    style: Style,
    lexicon: Lexicon,
    *,
    introduced: bool,
) -> Iterator[FoundCitation]:
    text = paragraph.text
    marks = image_marks(text, lexicon)
    at_mark = {mark.start for mark in marks}
    mark_starts = [mark.start for mark in marks]
    words_start = len(text) - len(text.lstrip(_BEFORE))
    words_end = len(text.rstrip(_BEHIND))
    insertions = _quoted_brackets(text) if "[" in style.opens else set()
    for start, end in groups:
        if start in at_mark or start in insertions:
            continue
        first = bisect_left(mark_starts, end)
        following, tail = following_marks(text, end, (marks[at] for at in range(first, len(marks))))
        stands_last = tail >= words_end
        inner = text[start + 1 : end - 1]
        points = evidence(inner, lexicon)
        if stands_last:  # the end of a quotation is where a citation stands
            points += 3 if introduced and points > 0 and is_nominal(inner) else 1
        points += 3 if following else 0
        points += 2 if points > 0 and _QUOTED_BEFORE.search(text, max(0, start - 4), start) else 0
        if points >= style.points:
            yield FoundCitation(
                paragraph=number,
                start=paragraph.start + start,
                end=paragraph.start + end,
                raw=text[start:end],
                alone=start <= words_start,
                last=stands_last,
                tail=paragraph.end if stands_last else paragraph.start + tail,
                introduces=not stands_last
                and text.endswith(":", 0, words_end)
                and _ONLY_PUNCTUATION.fullmatch(text, tail, words_end - 1) is not None,
                images=placed(following, paragraph.start),
                place=(paragraph.start + start, paragraph.start + end),
                style=style.name,
                points=points,
            )


def enclosed(text: str, opens: str = "(", closes: str = ")") -> list[tuple[int, int]]:
    """Return the outermost balanced pairs of *text*; an unclosed one hides nothing behind it."""
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    for sign in re.finditer(f"[{re.escape(opens)}{re.escape(closes)}]", text):
        if sign[0] == opens:
            stack.append(sign.start())
        elif stack:
            start = stack.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, sign.end()))
    return found


def following_marks(text: str, end: int, marks: Iterable[ImageMark]) -> tuple[list[ImageMark], int]:
    """Return the image marks right behind *end* and where they end."""
    taken: list[ImageMark] = []
    for mark in marks:
        if mark.start >= end:
            if not _BETWEEN.fullmatch(text, end, mark.start):
                break
            taken.append(mark)
            end = mark.end
        elif taken and mark.start == taken[-1].start:  # one mark that names two pictures
            taken.append(mark)
    return taken, end


def placed(marks: Iterable[ImageMark], offset: int) -> tuple[ImageMark, ...]:
    """Return marks of a paragraph that begins at *offset* with their places in the article."""
    return tuple(ImageMark(offset + one.start, offset + one.end, one.label) for one in marks)


def _quoted_brackets(text: str) -> set[int]:
    """Return where brackets open inside quotation marks: those are the quotation's, insertions and the like."""
    return {
        at
        for quoted in QUOTED.finditer(text)
        for at in range(quoted.start(), quoted.end())
        if text[at] == "["
    }
