"""Citations on a line of their own: behind a dash ("— Author, Title, year"), or bare, right behind a quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import QUOTED, ends_sentence
from pincite.converter.segment.boilerplate import is_figure_line
from pincite.converter.segment.evidence import ENOUGH, evidence, reads_as_prose
from pincite.converter.segment.found import FoundCitation
from pincite.converter.segment.image_marks import closing_marks
from pincite.converter.segment.layouts.enclosed import enclosed, placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Manuscript
    from pincite.converter.styles import Style

_LONGEST_LINE = 500
"""Code points of the longest line that is a citation as a whole."""
_LISTED = re.compile(r"\(?[0-9]{1,3}[.)]\s")
"""The number of an item in a list."""
_FARTHEST = 8
"""Paragraphs above a bare line among which the words that introduce the quotation are looked for."""


def find(manuscript: Manuscript, style: Style, lexicon: Lexicon) -> Iterator[FoundCitation]:
    """Yield the lines that open with one of the style's signs; without signs, bare ones."""
    opens = re.compile("(?:" + "|".join(_sign(sign) for sign in style.opens) + r")\s*")
    for number, paragraph in enumerate(manuscript.paragraphs):
        text = paragraph.text
        if (
            len(text) > _LONGEST_LINE
            or text[0] in "(["
            or paragraph.kind in {"heading", "list", "code", "navigation"}
        ):
            continue
        opened = opens.match(text) if style.opens else None
        if style.opens and not opened:
            continue
        start = opened.end() if opened else 0
        images = closing_marks(text, lexicon)
        end = images[0].start if images else len(text)
        raw = text[start:end].rstrip()
        raw = raw[:-1] if ends_sentence(raw, lexicon) else raw
        if not raw or QUOTED.fullmatch(raw) or (raw[0] in "([" and raw[-1] in ")]"):
            continue
        said = opened is not None or paragraph.kind == "citation"
        follows = not said and _can_stand_bare(raw, lexicon) and _follows_quotation(manuscript, number)
        if not (said or images or follows):
            continue
        if _cites_at_end(raw, lexicon) or (not said and raw.endswith((".", "”", '"', ")")) and images):
            continue
        points = evidence(raw, lexicon) + (2 if said else 1 if follows else 0)
        if points >= (style.points if not said or opened else ENOUGH):
            yield FoundCitation(
                paragraph=number,
                start=paragraph.start + start,
                end=paragraph.start + start + len(raw),
                raw=raw,
                alone=True,
                last=True,
                tail=paragraph.end,
                images=placed(images, paragraph.start),
                place=(paragraph.start + start, paragraph.start + start + len(raw)),
                style=style.name,
                points=points,
                opened=opened is not None,
            )


def _sign(sign: str) -> str:
    """Return the pattern of an opening sign.

    A hyphen opens a line only before a blank, else it joins a word; French puts a blank before a colon.
    """
    if sign == "-":
        return r"-(?=\s)"
    return re.escape(sign.removesuffix(":")) + (r"\s?:" if sign.endswith(":") else "")


def _cites_at_end(raw: str, lexicon: Lexicon) -> bool:
    """Return whether a citation stands at the end of the line: it is the last line of a quotation."""
    groups = enclosed(raw) if raw.endswith(")") else enclosed(raw, "[", "]") if raw.endswith("]") else []
    return (
        bool(groups)
        and groups[-1][1] == len(raw)
        and evidence(raw[groups[-1][0] + 1 : -1], lexicon) >= ENOUGH
    )


def _can_stand_bare(raw: str, lexicon: Lexicon) -> bool:
    """Return whether a line can be a citation with nothing around it.

    It is no sentence, no item of a list, and no picture's caption.
    """
    begins = raw[0].isupper() or raw[0].isdigit() or QUOTED.match(raw) is not None
    return begins and not _LISTED.match(raw) and not reads_as_prose(raw) and not is_figure_line(raw, lexicon)


def _follows_quotation(manuscript: Manuscript, number: int) -> bool:
    """Return whether the paragraph before a line is set off as a quotation, in quotation marks, or introduced."""
    if number == 0:
        return False
    paragraphs = manuscript.paragraphs
    before = paragraphs[number - 1]
    if before.kind == "quotation" or paragraphs[number].kind == "quotation" or QUOTED.fullmatch(before.text):
        return True
    return any(
        paragraphs[above].text.endswith(":") for above in range(max(0, number - _FARTHEST), number - 1)
    )
