"""Citations that stand before what they cite, as in editions of letters: "From A to B, 3 June 1790:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.citation.correspondence import correspondence
from pincite.converter.citation.dates import dates_in
from pincite.converter.citation.labels import is_locator
from pincite.converter.citation.pieces import parts_around_dates
from pincite.converter.segment.evidence import evidence
from pincite.converter.segment.found import FoundCitation
from pincite.converter.segment.image_marks import closing_marks
from pincite.converter.segment.layouts.enclosed import placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Manuscript
    from pincite.converter.styles import Style

_LONGEST_LINE = 300
"""Code points of the longest line that is a citation as a whole."""


def find(manuscript: Manuscript, style: Style, lexicon: Lexicon) -> Iterator[FoundCitation]:
    """Yield the lines that name a source, end with one of the style's closing signs, and say nothing else."""
    paragraphs = manuscript.paragraphs
    for number, paragraph in enumerate(paragraphs[:-1]):
        text = paragraph.text
        closed = text.endswith(style.closes)
        above = paragraphs[number - 1].kind if number else "text"
        quotes = paragraphs[number + 1].kind == "quotation" and "quotation" not in {paragraph.kind, above}
        if len(text) > _LONGEST_LINE or not (closed or quotes) or text[0].islower() or "(" in text[:1]:
            continue
        images = closing_marks(text.rstrip("".join(style.closes)) if closed else text, lexicon)
        raw = text[: images[0].start] if images else text.rstrip("".join(style.closes)) if closed else text
        raw = raw.rstrip()
        if not raw or not _names_source(raw, lexicon):
            continue
        points = evidence(raw, lexicon)
        if points >= style.points:
            end = paragraph.start + len(raw)
            behind = paragraphs[number + 1]
            shown = [
                *placed(images, paragraph.start),
                *placed(closing_marks(behind.text, lexicon), behind.start),
            ]
            yield FoundCitation(
                paragraph=number,
                start=paragraph.start,
                end=end,
                raw=raw,
                alone=True,
                last=True,
                tail=paragraph.end,
                images=tuple(shown),
                place=(paragraph.start, end),
                style=style.name,
                points=points,
                introduces=True,
            )


def _names_source(raw: str, lexicon: Lexicon) -> bool:
    """Return whether a line is a citation and no lead-in: nobody writes or says in it, and it has a full place.

    That is a sender, a recipient and a day, or a page.
    """
    if lexicon.has("lead_in_verbs", raw):
        return False
    dates = dates_in(raw, lexicon)
    listed = [part for _, part in parts_around_dates(raw, lexicon)]
    if len(listed) > 1 and any(is_locator(part.strip(" ."), lexicon) for part in listed[1:]):
        return True
    found = correspondence(listed[0], lexicon) if listed else None
    return found is not None and found.recipient is not None and any(date.has_month for date in dates)
