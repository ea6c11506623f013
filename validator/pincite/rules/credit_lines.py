"""The lines of pictures' credits, and where each of them stands in the article's text."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.model.document import Document
    from pincite.model.finding import Span
    from pincite.model.format import Image

_FURNITURE = frozenset({"boilerplate", "navigation", "caption", "figure"})
"""Blocks that belong to the page or its pictures, and so never go on with a credit."""


@lru_cache(maxsize=1)
def said_of_pictures(document: Document) -> str:
    """Return all that credits, captions and edits say, once and in lower case; kept, because several rules ask.

    Many pictures come from one house: of a hundred credits there may be three different ones.
    """
    said: set[str | None] = set()
    for _, image in document.images:
        said.add(image.get("credit"))
        said.add(image.get("caption"))
        if "edits" in image:
            said.update(image["edits"])
    return "\n".join(filter(None, said)).casefold()


class CreditLine(NamedTuple):
    """A line of an image's credit; ``after`` is the credit's next line, empty behind the last."""

    text: str
    after: str


def credit_lines(image: Image) -> Iterator[CreditLine]:
    """Yield the lines of an image's credit that hold anything."""
    lines = [line.strip() for line in image.get("credit", "").splitlines() if line.strip()]
    for number, line in enumerate(lines):
        yield CreditLine(line, lines[number + 1] if number + 1 < len(lines) else "")


def line_in_text(document: Document, line: str) -> Span | None:
    """Return where *line* stands in the article as a line of its own, the last place if there are several."""
    if document.anchoring is None:
        return None
    text = document.anchoring.text
    for span in reversed(document.anchoring.occurrences(line)):
        before = text[max(0, text.rfind("\n", 0, span.start) + 1) : span.start]
        if not before.strip() and not text[span.end :].partition("\n")[0].strip():
            return span
    return None


def line_behind(document: Document, span: Span) -> str:
    """Return the next line of the article behind a piece of it, empty where only the page's furniture follows."""
    text = document.text or ""
    at = span.end
    while at < len(text) and text[at].isspace():
        at += 1
    furniture = _furniture(document)
    before = bisect_right(furniture, (at, len(text)))
    if before and at < furniture[before - 1][1]:
        return ""
    return text[at : at + 200].partition("\n")[0].strip()


@lru_cache(maxsize=1)
def _furniture(document: Document) -> list[tuple[int, int]]:
    """Return where the blocks stand that never go on with a credit, in order."""
    blocks = document.article.get("blocks", ())
    return sorted((block["start"], block["end"]) for block in blocks if block and block["type"] in _FURNITURE)


def holds(text: str, phrases: Sequence[str]) -> str | None:
    """Return the first of some phrases in lower case that stands in *text* as a word or words."""
    lower = text.casefold()
    for phrase in phrases:
        at = lower.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if not lower[at - 1 : at].isalnum() and not lower[end : end + 1].isalnum():
                return phrase
            at = lower.find(phrase, at + 1)
    return None
