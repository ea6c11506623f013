"""What an article's text says that is said elsewhere: the title and byline at its beginning, menus and notices around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.layout.english import date_words
from pincite.model.names import in_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.export.layout.values import LaidBlock, Repeats
    from pincite.model.format import Article

_HEADED = frozenset({"title", "subtitle", "byline", "series"})
"""Blocks that the header of an article says."""
_ASIDE = frozenset({"navigation", "boilerplate"})


def without_doubles(text: str, blocks: Sequence[LaidBlock], article: Article) -> list[LaidBlock]:
    """Return the blocks, those marked that no reader misses: with annotations in it, none is."""
    headed = said_of(article)
    found: list[LaidBlock] = []
    is_start = True
    for block in blocks:
        is_bare = not block.quotation and not any(one.pieces for one in block.paragraphs)
        words = {plain(text[one.start : one.end]) for one in block.paragraphs}
        if is_bare and block.type in _ASIDE:
            found.append(block._replace(is_aside=True))
            continue
        is_start = is_start and is_bare and (block.type in _HEADED or words <= headed.keys())
        is_again = is_start and words <= headed.keys()
        found.append(block._replace(repeats=headed[min(words)]) if is_again else block)
    return found


def said_of(article: Article) -> dict[str, Repeats]:
    """Return what the header of an article says, as ``plain`` words, and what each of them is."""
    series = article.get("series", {})
    parts = [series.get("title", ""), series.get("part", ""), series.get("code", "")]
    authors = " ".join(map(in_one_line, article.get("authors", [])))
    day, _, month_and_year = date_words(article.get("date", "")).partition(" ")
    month, _, year = month_and_year.partition(" ")
    said: dict[Repeats, list[str]] = {
        "else": [
            *(" ".join(parts[first:last]) for first in range(3) for last in range(first + 1, 4)),
            article.get("publication", ""),
            article.get("url", ""),
        ],
        "date": [article.get("date", ""), f"{day} {month} {year}", f"{month} {day} {year}"],
        "byline": [authors, f"by {authors}"] if authors else [],
        "subtitle": [article.get("subtitle", "")],
        "title": [article.get("title", "")],
    }
    return {plain(one): kind for kind, words in said.items() for one in words if plain(one)}


def plain(words: str) -> str:
    """Return the letters and digits of words: what stands between two of them is layout."""
    return "".join(filter(str.isalnum, words)).casefold()
