"""Plain text: which lines make a paragraph."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pincite.converter.manuscript import Manuscript, trimmed
from pincite.converter.readers.page_lines import page_lines
from pincite.model.document import plain_text
from pincite.reading.opening import decoded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pincite.converter.manuscript import Paragraph

_SHORTEST_WRAP, _LONGEST_WRAP = 45, 100
"""Columns between which an editor or mail program wraps lines."""
_WRAPPED_SHARE = 0.7


def read(content: bytes) -> Manuscript:
    """Return the manuscript in the bytes of a plain-text file; raises UnreadableError for what is no UTF-8."""
    return manuscript(decoded(content))


def manuscript(content: str) -> Manuscript:
    """Return the manuscript of an article given as plain text: only a leading BOM goes, and line ends become LF."""
    text = plain_text(content)
    return Manuscript(text, paragraphs(text))


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of *text* (no BOM, LF line ends).

    A line is a paragraph, unless the whole text is wrapped at a margin: then blank lines part paragraphs. A line
    that the pages repeat (a running title, a page number) is one of its own, of the kind "navigation", and parts
    what it stands in. No visible character is outside of all of them.
    """
    margin = max((len(line.rstrip()) for line in text.split("\n")), default=0)
    wrapped = _SHORTEST_WRAP <= margin <= _LONGEST_WRAP
    found: list[Paragraph] = []
    repeated = page_lines(text.split("\n"))
    for number, lines in _groups(text, repeated):
        if number in repeated:
            found.append(trimmed(*lines[0], kind="navigation"))
        elif wrapped and _is_wrapped([line for _, line in lines], margin):
            start = lines[0][0]
            end = lines[-1][0] + len(lines[-1][1])
            found.append(trimmed(start, text[start:end]))
        else:
            found.extend(trimmed(at, line) for at, line in _closed(lines))
    return found


def _groups(text: str, repeated: Collection[int]) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """Yield the lines with no blank line between, and the number of the first.

    A dash that opens a line opens a group of its own; a *repeated* line of the page is a group alone.
    """
    group: list[tuple[int, str]] = []
    first = at = 0
    for number, line in enumerate(text.split("\n")):
        blank = not line.strip()
        alone = number in repeated or first in repeated
        if group and (blank or alone or line.lstrip(" \t")[:1] in _DASHES):
            yield first, group
            group = []
        if not blank:
            first = first if group else number
            group.append((at, line))
        at += len(line) + 1
    if group:
        yield first, group


_DASHES = ("—", "–", "―")
_MOST_LINES = 8
"""Lines over which one parenthesis can run."""


def _closed(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a group, those joined over which a parenthesis at a line's start runs on."""
    index = 0
    while index < len(lines):
        at, line = lines[index]
        last = index
        if line.lstrip().startswith("("):
            text = line
            while text.count("(") > text.count(")") and last + 1 < len(lines) and last - index < _MOST_LINES:
                last += 1
                text = f"{text}\n{lines[last][1]}"
            if text.count("(") <= text.count(")"):
                line, index = text, last
        yield at, line
        index += 1


def _is_wrapped(lines: list[str], margin: int) -> bool:
    """Return whether lines break where the next word would not have fitted, as at a margin."""
    breaks = len(lines) - 1
    full = sum(
        len(line.rstrip()) + 1 + len(behind.split(maxsplit=1)[0]) > margin for line, behind in pairwise(lines)
    )
    return breaks > 0 and full >= _WRAPPED_SHARE * breaks
