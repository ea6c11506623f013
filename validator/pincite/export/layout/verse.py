"""Which line ends of a paragraph mean something: those of verse and hard breaks, not those of a margin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from pincite.model.format import Article

    Lines: TypeAlias = Literal["", "verse", "broken"]

LONGEST_VERSE = 60
"""Characters of the longest line that may be one of verse."""
_NARROWEST = 44
"""Characters of the narrowest column that anybody wraps prose at."""
_GAP = re.compile(r"\n(?:[^\S\n]*\n)+")
_WRAPPED = ("", "text/plain", "application/pdf")
"""Types of files whose lines may end at a margin; in others a line of text ends where its author broke it."""


def breaks_are_meant(article: Article) -> bool:
    """Return whether every line end in an article's text is one that its author set."""
    return article.get("original", {}).get("media_type", "") not in _WRAPPED


def lines_of(words: str, *, meant: bool) -> Lines:
    """Return what the lines of a paragraph are; *meant* says that its line ends are its author's.

    Else they are where a line is shorter than prose is wrapped at, or ends before the margin does: the first word of the
    next one would have had room.
    """
    lines = words.split("\n")
    if len(lines) == 1:
        return ""
    longest = max(map(len, lines))
    is_verse = longest <= LONGEST_VERSE
    if meant:
        return "verse" if is_verse else "broken"
    return "verse" if is_verse and (longest <= _NARROWEST or not is_wrapped(lines, longest)) else ""


def is_wrapped(lines: list[str], width: int) -> bool:
    """Return whether no line had room for the first word of the next within a width."""
    return all(
        len(line) + 1 + len(following.lstrip().partition(" ")[0]) > width
        for line, following in zip(lines, lines[1:])  # noqa: B905, RUF007 - pairs of neighbours
    )


def paragraphs_of(words: str) -> list[str]:
    """Return the paragraphs of words that stand in no text: what stands between blank lines."""
    return [one.strip() for one in _GAP.split(words) if one.strip()] or [words]
