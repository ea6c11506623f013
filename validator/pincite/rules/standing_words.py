"""Which words plainly stand where their anchor says: nearly all, so that the rules about places look at the others only."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.document import Document
    from pincite.model.format import Anchor, Quotation


def stand_at(anchor: Anchor, words: str, text: str) -> bool:
    """Return whether *words* stand character for character at the anchor's offsets; false is a doubt, no verdict."""
    start, end = anchor.get("start"), anchor.get("end")
    # JSON's 12.0 is no offset for Python: such an anchor is doubtful, too
    return type(start) is type(end) is int and end - start == len(words) and text.startswith(words, start)


@lru_cache(maxsize=1)
def doubtful_quotations(document: Document) -> list[tuple[str, Quotation]]:
    """Return the quotations with their pointers that do not plainly stand in the text; none without a text.

    What became of them, ``document.anchoring`` says. Kept for the document under judgement, because several
    rules ask.
    """
    text = document.text
    if text is None:
        return []
    return [
        (at, quotation)
        for at, quotation in document.quotations
        if "anchor" not in quotation or not stand_at(quotation["anchor"], quotation["text"], text)
    ]
