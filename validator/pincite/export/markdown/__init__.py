"""A document as annotated Markdown: the article in Pandoc's syntax, and what has none in front matter.

Read back it is the same document but for what is computed from the Markdown: the article's text, its blocks,
anchors. Emphasis is not written: a quotation's ``segments`` stay in the front matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.markdown.losses import DECLARED
from pincite.export.markdown.placing import Placing
from pincite.export.markdown.sameness import differing
from pincite.export.markdown.sheet import Sheet

if TYPE_CHECKING:
    from pincite.model.carried import Carried

__all__ = ["DECLARED", "write"]

_TRIES = 4


def write(carried: Carried) -> str:
    """Return the document as one annotated article.

    What is written is read back: objects that do not come back as they are go into the front matter.
    """
    document = carried.data
    placing = Placing(document, carried.text)
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
