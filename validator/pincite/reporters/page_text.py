"""A page of the documentation on a terminal: its Markdown wrapped to 80 columns, its code as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.reporters.columns import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 80
"""Columns of the widest line outside code."""

_ITEM = re.compile(r" *(?:[-*]|[0-9]+\.) ")
_AS_IT_IS = re.compile(r"$|#|\|")
"""How an empty line, a heading or a row of a table begins."""
_FENCE = "```"


def page_text(markdown: str) -> str:
    """Return a page with its paragraphs and list items wrapped; headings, tables and code stay as they are."""
    return "".join(f"{line}\n" for line in _lines(markdown.splitlines()))


def _lines(page: list[str]) -> Iterator[str]:
    part: list[str] = []
    in_code = False
    for line in page:
        fence = line.lstrip().startswith(_FENCE)
        if part and (fence or _AS_IT_IS.match(line) or _ITEM.match(line)):
            yield from _paragraph(part)
            part = []
        if in_code or fence or _AS_IT_IS.match(line):
            yield line
            in_code ^= fence
        else:
            part.append(line)
    if part:
        yield from _paragraph(part)


def _paragraph(lines: list[str]) -> list[str]:
    """Return a paragraph or a list item wrapped, its lines as far in as the first one's text."""
    text = " ".join(lines)
    item = _ITEM.match(text)
    first = item[0] if item else text[: len(text) - len(text.lstrip())]
    return wrapped(text[len(first) :], WIDTH, first, " " * len(first))
