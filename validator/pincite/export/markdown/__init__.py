"""A document as annotated Markdown: the article in Pandoc's syntax, and what has none in front matter.

Read back it is the same document but for what is computed from the Markdown: the article's text, its blocks,
anchors. Emphasis is not written: a quotation's ``segments`` stay in the front matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.markdown.placing import Placing
from pincite.export.markdown.sameness import differing
from pincite.export.markdown.sheet import Sheet

if TYPE_CHECKING:
    from pincite.model.format import DocumentData

_TRIES = 4


def write(document: DocumentData, text: str | None = None) -> str:
    """Return the document as one annotated article; *text* is the article's where the document only names it.

    What is written is read back: objects that do not come back as they are go into the front matter.
    """
    placing = Placing(document, text)
    apart: set[tuple[str, int]] = set()
    for _ in range(_TRIES):
        written = Sheet(document, placing.without(apart), placing.text).text()
        wrong = differing(document, written)
        if not wrong:
            return written
        if wrong <= apart:
            break
        apart |= wrong
    return Sheet(document, placing.nothing(), placing.text).text()
