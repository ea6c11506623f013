"""Lines that are not the article: navigation, mailing lists, share links, picture credits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Paragraph

_SHORT = 90
"""Code points of a line that one word at its start can give away."""
_LONGER = 220
"""Code points of a line that a word anywhere can give away, if the line is addressed to the reader."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")


def is_boilerplate(text: str, lexicon: Lexicon) -> bool:
    """Return whether a line belongs to the page, not to the article."""
    if len(text) > _LONGER or text.endswith((":", ",")):
        return False
    if text.startswith(("©", "(c) ")) or lexicon.has("page_furniture", text) or _is_link_list(text, lexicon):
        return True
    found = lexicon.starts("boilerplate", text)
    words = len(text.split())
    if found is not None:
        return len(text) <= _SHORT or words <= _INSTRUCTION_WORDS
    if not lexicon.has("boilerplate", text):
        return False
    link = len(text) <= _SHORT and not text.endswith(".") and words <= _LINK_WORDS
    addressed = len(text) > _SHORT or text.endswith(".")
    return link or (addressed and (_MAIL.search(text) is not None or text.rstrip().endswith("|")))


_LINK_WORDS = 8
"""Words of the longest link text."""
_INSTRUCTION_WORDS = 20
"""Words of an instruction of a sentence or two."""


def is_figure_line(text: str, lexicon: Lexicon) -> bool:
    """Return whether a line describes or credits a picture."""
    if len(text) > _LONGER:
        return False
    if lexicon.has("generated_alt", text) or any(
        text.endswith(_ending(word)) for word in lexicon.words("generated_alt")
    ):
        return True
    if text.endswith(":"):
        return lexicon.starts("figure_credit", text) is not None and len(text) <= _SHORT
    numbered = lexicon.starts("figure_caption", text)
    if numbered and re.match(r"\s*(?:[0-9IVX]+\s*)?[:.—–-]\s", text[numbered.end() :]):
        return True
    if len(text) > _SHORT or text.endswith("."):
        return False
    return 0 <= lexicon.first("figure_credit", text) <= len(text) // 2


def boilerplate_types(paragraphs: list[Paragraph], free: set[int], lexicon: Lexicon) -> dict[int, str]:
    """Return the block type of the *free* paragraphs that are not the article: boilerplate or caption."""
    types: dict[int, str] = {}
    for number in sorted(free):
        text = paragraphs[number].text
        if paragraphs[number].kind == "navigation":
            if not _amid_quotation(paragraphs, number, free):
                types[number] = "boilerplate"
        elif is_boilerplate(text, lexicon):
            types[number] = "boilerplate"
        elif is_figure_line(text, lexicon):
            types[number] = "caption"
    for number in sorted(free - types.keys()):
        if (
            types.get(number - 1) == "boilerplate"
            and paragraphs[number - 1].kind == "text"
            and _goes_on(paragraphs[number].text, types.get(number + 1))
        ):
            types[number] = "boilerplate"
    return types


_FARTHEST = 12
"""Paragraphs over which a quotation can go on behind its lead-in."""


def _amid_quotation(paragraphs: list[Paragraph], number: int, free: set[int]) -> bool:
    """Return whether a page's line stands between a lead-in and the citation of what it leads in to.

    It is then part of what stands between quotation and citation, and nobody may take it out of the quotation's text:
    an anchor is one stretch.
    """
    for above in range(number - 1, max(-1, number - 1 - _FARTHEST), -1):
        if above not in free:
            return False
        if paragraphs[above].text.endswith(":") and paragraphs[above].kind != "navigation":
            break
    else:
        return False
    for below in range(number + 1, min(len(paragraphs), number + 1 + _FARTHEST)):
        if below not in free:
            return True
        if paragraphs[below].text.endswith(":"):
            return False
    return False


def _goes_on(text: str, behind: str | None) -> bool:
    """Return whether a short line continues the boilerplate before it."""
    return len(text) <= _SHORT and (text[:1].islower() or behind == "boilerplate" or text.endswith("|"))


def _is_link_list(text: str, lexicon: Lexicon) -> bool:
    """Return whether a line is a row of links such as "Twitter | Telegram"."""
    if len(text) <= _SHORT and re.search(r"\S [>»›→] \S", text) and not text.endswith("."):
        return True  # a trail such as "Home > Essays > Clocks"
    if lexicon.starts("byline", text):
        return False
    items = [item.strip().lower() for item in re.split(r"[|•·/]", text) if item.strip()]
    if len(items) > 2 and items[0] in lexicon.words("home") and len(text) <= _SHORT:  # noqa: PLR2004 - a trail of pages
        return True
    social = set(lexicon.words("social"))
    if not items:
        return True
    if len(items) == 1:
        return items[0] in social and "|" in text
    return len(text) <= _SHORT and (
        sum(item in social for item in items) * 2 >= len(items)
        or ("|" in text and all(len(item.split()) <= 4 for item in items))  # noqa: PLR2004 - names of links
    )


def _ending(word: str) -> str:
    """Return a machine's phrase as it stands glued to the description before it."""
    return word[:1].upper() + word[1:]
