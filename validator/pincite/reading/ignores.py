"""Comments that ask for a finding to be passed over: ``# pincite: ignore[PIN108] reason``, and the same in Markdown.

At the end of a line such a comment speaks of that line; on a line of its own, of what begins below it: a
member or a list item with all there is in it, in Markdown a block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pincite.reading.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pincite.model.finding import Place

MARK = "pincite: ignore"
"""What every such comment holds; a text without it has none."""

_DIRECTIVE = r"pincite: ignore(?![\w-])(?:\[(?P<codes>[^\]\n\r]*)\])?"
_YAML = re.compile(rf"(?:(?<=\s)|(?<![\s\S]))#[ \t]*{_DIRECTIVE}(?P<reason>[^\n\r]*)")
_MARKDOWN = re.compile(rf"<!--[ \t]*{_DIRECTIVE}(?P<reason>[^\n\r<]*?)-->")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")


class Ignore(NamedTuple):
    """One comment: the codes or names it lists, its reason, where it stands, and the lines it speaks of."""

    codes: tuple[str, ...]
    reason: str
    place: Place
    first_line: int
    last_line: int


def ignores_in_yaml(
    text: str, scalars: Sequence[tuple[int, int]], parts: Iterable[tuple[int, int]], first_line: int = 1
) -> list[Ignore]:
    """Return the ignores among the comments of a YAML text.

    ``scalars`` are the places of all keys and plain values in their order, where ``#`` begins no comment; ``parts``
    those of all members, from the key on, and list items.
    """
    lines = Lines(text, first_line)
    comments = [match for match in _YAML.finditer(text) if not _inside(match.start(), scalars, text)]
    if not comments:
        return []
    ends: dict[int, int] = {}
    for start, end in parts:
        place = lines.place(start, end)
        ends[place.line] = max(ends.get(place.line, 0), place.end_line)
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = []
    for match in comments:
        place = lines.place(match.start(), match.start() + len(match[0].rstrip()))
        first = last = place.line
        if rows[first - first_line].lstrip().startswith("#"):
            first = _next(rows, first - first_line + 1, ("#", "---")) + first_line
            last = ends.get(first, first)
        found.append(_ignore(match, place, first, last))
    return found


def ignores_in_markdown(text: str) -> list[Ignore]:
    """Return the ignores among the comments of a Markdown text; in fenced code there are none."""
    lines = Lines(text)
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fenced = _fenced(rows)
    found = []
    for match in _MARKDOWN.finditer(text):
        place = lines.place(match.start(), match.end())
        first = last = place.line
        if first in fenced:
            continue
        if rows[first - 1].strip() == match[0]:
            row = _next(rows, first, "<!--")
            first = last = row + 1
            while last < len(rows) and rows[last].strip():
                last += 1
        found.append(_ignore(match, place, first, last))
    return found


def _ignore(match: re.Match[str], place: Place, first: int, last: int) -> Ignore:
    codes = tuple(code.strip() for code in (match["codes"] or "").split(",") if code.strip())
    return Ignore(codes, match["reason"].strip(" \t:;,.–—-"), place, first, last)


def _next(rows: list[str], row: int, passed: str | tuple[str, ...]) -> int:
    """Return the first row from *row* on that is not empty and begins with nothing of *passed*, or else the last."""
    while row < len(rows) - 1 and (not rows[row].strip() or rows[row].lstrip().startswith(passed)):
        row += 1
    return min(row, len(rows) - 1)


def _fenced(rows: list[str]) -> set[int]:
    """Return the numbers of the lines within fenced code."""
    found: set[int] = set()
    fence: str | None = None
    for number, row in enumerate(rows, 1):
        mark = _FENCE.match(row)
        if fence is not None:
            found.add(number)
            if mark and mark[1].startswith(fence) and not row.strip(" `~"):
                fence = None
        elif mark:
            fence = mark[1]
    return found


def _inside(offset: int, scalars: Sequence[tuple[int, int]], text: str) -> bool:
    """Return whether an offset lies within a key or a value; behind a block scalar's ``|`` comments may stand."""
    at = bisect_right(scalars, (offset, len(text))) - 1
    if at < 0:
        return False
    start, end = scalars[at]
    if not start <= offset < end:
        return False
    header = text[start:offset]
    return not (header.startswith(("|", ">")) and "\n" not in header and "\r" not in header)
