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
    spoken_of = _next(rows, ("#", "---"))
    found = []
    for match in comments:
        place = lines.place(match.start(), match.start() + len(match[0].rstrip()))
        first = last = place.line
        if rows[first - first_line].lstrip().startswith("#"):
            first = spoken_of[first - first_line + 1] + first_line
            last = ends.get(first, first)
        found.append(_ignore(match, place, first, last))
    return found


def ignores_in_markdown(text: str) -> list[Ignore]:
    """Return the ignores among the comments of a Markdown text; in fenced code there are none."""
    lines = Lines(text)
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fenced = _fenced(rows)
    bare = [row.strip() for row in rows]
    blocks = _next(rows, "<!--")
    ends = _block_ends(bare)
    found = []
    for match in _MARKDOWN.finditer(text):
        place = lines.place(match.start(), match.end())
        first = last = place.line
        if first in fenced:
            continue
        if bare[first - 1] == match[0]:
            row = blocks[first]
            first, last = row + 1, ends[row]
        found.append(_ignore(match, place, first, last))
    return found


def _ignore(match: re.Match[str], place: Place, first: int, last: int) -> Ignore:
    codes = tuple(code.strip() for code in (match["codes"] or "").split(",") if code.strip())
    return Ignore(codes, match["reason"].strip(" \t:;,.–—-"), place, first, last)


def _next(rows: list[str], passed: str | tuple[str, ...]) -> list[int]:
    """Return for each row, and for the end, the first row from there on that is not empty and begins with nothing of *passed*.

    Where there is none it is the last. All at once, because any number of comments may stand above one row.
    """
    last = len(rows) - 1
    found = [last] * (len(rows) + 1)
    for row in range(last - 1, -1, -1):
        begins = rows[row].lstrip()
        found[row] = found[row + 1] if not begins or begins.startswith(passed) else row
    return found


def _block_ends(bare: list[str]) -> list[int]:
    """Return for each row the number of the line with which its block ends: the last before an empty one."""
    found = [len(bare)] * len(bare)
    for row in range(len(bare) - 2, -1, -1):
        found[row] = found[row + 1] if bare[row + 1] else row + 1
    return found


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
    is_header = text.startswith(("|", ">"), start) and text.find("\n", start, offset) < 0
    return not (is_header and text.find("\r", start, offset) < 0)
