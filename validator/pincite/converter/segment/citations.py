"""Citations in running text: which parentheses name a source, and which image marks follow them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.converter.citation.author_year import author_year
from pincite.converter.citation.classify import is_periodical, is_person
from pincite.converter.citation.correspondence import correspondence
from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.law import names_law
from pincite.converter.citation.pieces import QUOTED, levels, parts
from pincite.converter.citation.places import is_locator
from pincite.converter.citation.scripture import scripture
from pincite.converter.segment.image_marks import ImageMark, image_marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Paragraph

_ENOUGH = 3
"""Points from which on a parenthesis is taken for a citation; see ``evidence``."""
_BEFORE, _BEHIND = " \t\xa0-–—", " \t\xa0.,;"
"""What may stand before a citation that is alone in its paragraph, and behind one that is its last."""
_LONGEST = 1200
"""Code points of the longest parenthesis that can be one citation."""


@dataclass(frozen=True)
class FoundCitation:
    """A printed citation with its parentheses, from ``start`` to ``end`` in the article's text.

    ``paragraph`` is the number of its paragraph; ``alone`` says that nothing stands before it there, ``last``
    that nothing but image marks and punctuation stands behind it. ``tail`` is the end of those.
    """

    paragraph: int
    start: int
    end: int
    raw: str
    alone: bool
    last: bool
    tail: int
    images: tuple[ImageMark, ...]
    introduces: bool = False
    """Whether a colon stands behind it: the quotation follows."""
    images_reason: str | None = None
    """Why the images are taken for its own, where it was printed with other sources in one parenthesis."""


def citations_in(paragraphs: list[Paragraph], lexicon: Lexicon) -> list[FoundCitation]:
    """Return the citations of an article, in order."""
    found: list[FoundCitation] = []
    for number, paragraph in enumerate(paragraphs):
        line = _on_its_own_line(number, paragraph, lexicon)
        if line is not None:
            found.append(line)
        elif "(" in paragraph.text:
            introduced = number > 0 and paragraphs[number - 1].text.endswith(":")
            found.extend(_in_paragraph(number, paragraph, lexicon, introduced=introduced))
    return found


_DASH = re.compile(r"(?:[—–―]|--|-(?=\s))\s*")
_LONGEST_LINE = 500


def _on_its_own_line(number: int, paragraph: Paragraph, lexicon: Lexicon) -> FoundCitation | None:
    """Return the citation of a line such as "— Author, Title, year (IMG)", or of one with an image mark."""
    text = paragraph.text
    if len(text) > _LONGEST_LINE or text.startswith("("):
        return None
    dash = _DASH.match(text)
    marks = image_marks(text)
    while marks and text[marks[-1].end :].strip(" \t\xa0.,;"):
        marks.pop()
    end = len(text)
    images: list[ImageMark] = []
    for mark in reversed(marks):
        if text[mark.end : end].strip(" \t\xa0.,;"):
            break
        images.insert(0, mark)
        end = mark.start
    start = dash.end() if dash else 0
    raw = text[start:end].rstrip()
    if (not dash and not images) or not raw or QUOTED.fullmatch(raw):
        return None
    if raw.startswith("(") and raw.endswith(")"):
        return None
    inside = _groups(raw)
    if inside and inside[-1][1] == len(raw) and evidence(raw[inside[-1][0] :], lexicon) >= _ENOUGH:
        return None  # the last line of a dialogue, with its citation behind it
    points = evidence(f"({raw})", lexicon) + (2 if dash else 0)
    if points < (_ENOUGH if dash else _ENOUGH + 2) or (not dash and raw.endswith((".", "”", '"', ")"))):
        return None
    return FoundCitation(
        paragraph=number,
        start=paragraph.start + start,
        end=paragraph.start + start + len(raw),
        raw=raw,
        alone=True,
        last=True,
        tail=paragraph.end,
        images=tuple(
            ImageMark(paragraph.start + one.start, paragraph.start + one.end, one.label) for one in images
        ),
    )


def _in_paragraph(
    number: int, paragraph: Paragraph, lexicon: Lexicon, *, introduced: bool
) -> list[FoundCitation]:
    text = paragraph.text
    marks = image_marks(text)
    at_mark = {mark.start for mark in marks}
    groups = [group for group in _groups(text) if group[0] not in at_mark]
    mark_starts = [mark.start for mark in marks]
    words_start = len(text) - len(text.lstrip(_BEFORE))
    words_end = len(text.rstrip(_BEHIND))
    found = []
    for start, end in groups:
        first = bisect_left(mark_starts, end)
        following, tail = _following(text, end, (marks[at] for at in range(first, len(marks))))
        stands_last = tail >= words_end
        points = evidence(text[start:end], lexicon)
        if stands_last:  # the end of a quotation is where a citation stands
            points += 3 if introduced and points > 0 and _is_nominal(text[start + 1 : end - 1]) else 1
        points += 3 if following else 0
        if points >= _ENOUGH:
            found.append(
                FoundCitation(
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
                    images=tuple(
                        ImageMark(paragraph.start + mark.start, paragraph.start + mark.end, mark.label)
                        for mark in following
                    ),
                ),
            )
    return found


def evidence(raw: str, lexicon: Lexicon) -> int:
    """Return how many points speak for *raw*, a parenthesis, being a citation.

    A place in a source or a word such as "In:" counts most; a date, several parts, a quoted title, sender and
    recipient add to it. An aside that starts like running text loses points.
    """
    inner = raw[1:-1].strip()
    if len(inner) < 4 or len(raw) > _LONGEST or "\n\n" in inner:  # noqa: PLR2004 - "(1)", "(IMG)"
        return -9
    if lexicon.starts("same_source", inner):
        return _ENOUGH
    dates = dates_in(inner, lexicon)
    found = levels(inner, lexicon)
    kept = [(date.start, date.end) for date in dates] if len(found) == 1 else []
    listed = [part for level in found for _, part in parts(level.text, kept)]
    points = 0
    points += 2 * any(is_locator(part.rstrip(". "), lexicon) for part in listed)
    points += 2 * any(level.marked for level in found)
    points += bool(dates) + any(date.has_month for date in dates)
    points += len(listed) >= 3  # noqa: PLR2004 - title, author, date
    points += QUOTED.match(inner) is not None
    points += 2 * any(_corresponds(part, lexicon) for part in listed)
    points += lexicon.starts("enclosure", inner) is not None or "://" in inner
    if len(dates) == 1 and dates[0].end - dates[0].start >= len(inner) - 2:
        points -= 2  # nothing but a year or a life
    points += any(is_person(part, lexicon) or is_periodical(part, lexicon) for part in listed)
    points += 3 * ((author_year(inner, lexicon) or scripture(inner, lexicon)) is not None)
    points += 3 * names_law(inner, lexicon)
    points += 2 * (re.search(r"\s(?:v|vs)\.\s", inner) is not None)
    if _opens_as_prose(inner, lexicon):
        points -= 2
    return points


def _is_nominal(inner: str) -> bool:
    """Return whether a parenthesis names something: it starts with a capital and is no sentence of its own."""
    return not inner[:1].islower() and not re.search(r"[^\W\d_]{3,}[.!?]$", inner)


def _opens_as_prose(inner: str, lexicon: Lexicon) -> bool:
    """Return whether a parenthesis starts in lower case as an aside does: not with "in", "see" or "van"."""
    if not inner[0].islower():
        return False
    if lexicon.starts("container", inner) or lexicon.starts("see", inner):
        return False
    first = inner.split(maxsplit=1)[0].lower()
    return first not in lexicon.particles


def _corresponds(part: str, lexicon: Lexicon) -> bool:
    found = correspondence(part, lexicon)
    return found is not None and found.recipient is not None


def _groups(text: str) -> list[tuple[int, int]]:
    """Return the outermost balanced parentheses of *text*; an unclosed one hides nothing behind it."""
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    for at, character in enumerate(text):
        if character == "(":
            stack.append(at)
        elif character == ")" and stack:
            start = stack.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, at + 1))
    return found


def _following(text: str, end: int, marks: Iterable[ImageMark]) -> tuple[list[ImageMark], int]:
    """Return the image marks right behind a citation and where they end."""
    taken: list[ImageMark] = []
    for mark in marks:
        if mark.start >= end:
            if not _BETWEEN.fullmatch(text, end, mark.start):
                break
            taken.append(mark)
            end = mark.end
    return taken, end


_BETWEEN = re.compile(r"[ \t\xa0.,;:]*")
_ONLY_PUNCTUATION = re.compile(r"[ \t\xa0.,;]*")
