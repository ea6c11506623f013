"""Which paragraphs are headings in the body: said by the format, or a short line without a full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.converter.manuscript import Paragraph

_LONGEST_HEADING = 80
"""Code points of the longest line that can be a heading in the body."""


def says_headings(paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether the format says of some paragraphs that they are headings: then no other is."""
    return any(paragraph.kind == "heading" for paragraph in paragraphs)


def is_heading(paragraphs: Sequence[Paragraph], number: int, *, said: bool) -> bool:
    """Return whether a paragraph of running text is a heading: one never stands at the very end.

    *said* tells that the format says which ones are.
    """
    paragraph = paragraphs[number]
    if paragraph.kind == "heading":
        return True
    if said:
        return False
    text = paragraph.text
    short = len(text) <= _LONGEST_HEADING and text[-1:].isalnum() and number + 1 < len(paragraphs)
    return short and not text[:1].islower()
