"""Citations that the file marks: the text of a link, or what stands in a ``cite`` element."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from pincite.converter.segment.evidence import evidence
from pincite.converter.segment.found import FoundCitation
from pincite.converter.segment.image_marks import image_marks
from pincite.converter.segment.layouts.enclosed import following_marks, placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Manuscript
    from pincite.converter.segment.image_marks import ImageMark
    from pincite.converter.styles import Style

_BEHIND = " \t\xa0.,;)]"
_BEFORE = " \t\xa0-–—"
_FOR_CITE = 2
"""Points that speak for what a file marks as naming a source."""


def find(manuscript: Manuscript, style: Style, lexicon: Lexicon) -> Iterator[FoundCitation]:
    """Yield the marked stretches that name a source."""
    starts = [paragraph.start for paragraph in manuscript.paragraphs]
    marked = {(link.start, link.end): link.target for link in manuscript.links}
    stretches: dict[tuple[int, int], str | None] = {**dict.fromkeys(manuscript.cites), **marked}
    cites = set(manuscript.cites)
    marks: dict[int, list[ImageMark]] = {}
    for (start, end), target in sorted(stretches.items(), key=lambda one: one[0]):
        number = bisect_right(starts, start) - 1
        paragraph = manuscript.paragraphs[number] if number >= 0 else None
        raw = manuscript.text[start:end].strip()
        if paragraph is None or end > paragraph.end or not raw or image_marks(raw, lexicon):
            continue
        if paragraph.kind in {"navigation", "heading", "note", "code"}:
            continue
        points = evidence(raw, lexicon) + (_FOR_CITE if (start, end) in cites else 0)
        if points < style.points:
            continue
        at = manuscript.text.index(raw, start)
        begin, finish = at - paragraph.start, at - paragraph.start + len(raw)
        if number not in marks:
            marks[number] = image_marks(paragraph.text, lexicon)
        following, tail = following_marks(paragraph.text, finish, marks[number])
        last = tail >= len(paragraph.text.rstrip(_BEHIND))
        yield FoundCitation(
            paragraph=number,
            start=at,
            end=at + len(raw),
            raw=raw,
            alone=not paragraph.text[:begin].strip(_BEFORE),
            last=last,
            tail=paragraph.end if last else paragraph.start + tail,
            images=placed(following, paragraph.start),
            place=(at, at + len(raw)),
            style=style.name,
            points=points,
            target=target,
        )
