"""Emphasis in quotations: whether any is marked, and whether a note says whose it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.rules.phrases import phrases

if TYPE_CHECKING:
    from pincite.model.document import Document
    from pincite.model.format import Quotation

_MARKED = re.compile(r"\*[^\s*][^*]*\*|(?<![^\W_])_[^\s_][^_]*_(?![^\W_])|<(?:em|i|b|strong|u)\b")
"""Emphasis as Markdown and HTML mark it."""
_CAPITALS = 4


def is_emphasis_note(document: Document, note: str) -> bool:
    """Return whether a citation's note speaks of emphasis that the quotation shows."""
    said = note.lower()
    return _has(said, phrases(document, "emphasis_notes")) and not _has(
        said, phrases(document, "emphasis_dropped")
    )


def shows_emphasis(quotation: Quotation) -> bool:
    """Return whether anything in a quotation is emphasised, be it only by capitals."""
    if any(segment["type"] == "emphasis" for segment in quotation.get("segments", ())):
        return True
    text = quotation["text"]
    if any(mark in text for mark in "*_<") and _MARKED.search(text):
        return True
    return not text.isupper() and any(word.isupper() and len(word) >= _CAPITALS for word in text.split())


def _has(said: str, wordings: tuple[str, ...]) -> bool:
    return any(wording in said for wording in wordings)
