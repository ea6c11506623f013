"""Lines that a printed page repeats: running titles with page numbers, page numbers alone, as scans and PDF leave them.

A line is one of them only where others of its kind stand in the same text, their numbers growing page by page.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 80
"""Code points of the longest running title with its number."""
_DASHED = re.compile(r"[-–—] ?(?P<page>[0-9]{1,4}) ?[-–—]")
"""A page number between dashes: "— 12 —"."""
_TITLED = re.compile(
    r"(?P<first>[0-9]{1,4})(?:\s{2,}|\t|\s*\|\s*| )(?P<behind>[^\W\d_][^\d()\[\],;:]{2,70})"
    r"|(?P<before>[^\W\d_][^\d()\[\],;:]{2,70}?)(?:\s{2,}|\t|\s*\|\s*)(?P<last>[0-9]{1,4})"
)
"""A running title with its page number: before it, or behind it with a gap that no heading has ("Chapter 2")."""
_FEWEST = 2
"""Pages from which on a line counts as repeated."""


def page_lines(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that the pages repeat.

    A form feed at the beginning of a line is the end of a page: the line behind it is its page's first.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(lines):
        text = line.strip()
        if not text or len(text) > _LONGEST:
            continue
        dashed, titled = _DASHED.fullmatch(text), _TITLED.fullmatch(text)
        if dashed is not None:
            found.setdefault("", []).append((number, int(dashed["page"])))
        elif titled is not None:
            title = titled["behind"] or titled["before"]
            page = titled["first"] or titled["last"]
            found.setdefault(" ".join(title.casefold().split()), []).append((number, int(page)))
        elif text.isascii() and text.isdigit() and len(text) <= len("9999") and _ends_page(lines, number):
            found.setdefault("\f", []).append((number, int(text)))
    taken: set[int] = set()
    for places in found.values():
        pages = [page for _, page in places]
        if len(places) >= _FEWEST and all(one < other for one, other in pairwise(pages)):
            taken.update(number for number, _ in places)
    return taken


def _ends_page(lines: Sequence[str], number: int) -> bool:
    """Return whether a form feed stands before a line or begins the next one that is not blank."""
    if "\f" in lines[number]:
        return True
    behind = next((line for line in lines[number + 1 : number + 4] if line.strip() or "\f" in line), "")
    return "\f" in behind
