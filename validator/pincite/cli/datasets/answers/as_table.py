"""An answer as a table for people, which fits the width there is; what is cut has a mark."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from pincite.cli.datasets.answers.values import is_number, text_of
from pincite.reporters.columns import columns, cut, cut_before, fitting
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.cli.datasets.answers.values import Names, Row, Screen

_MEASURED = 1_000
"""Rows by which columns are measured."""
_LEAST = 14
"""What a column that is cut must have at least; where not all have so much, each row is told in lines of its own."""
_GAP = "  "
_NOTHING = "–"
_LONGEST = 4_000
"""Characters of a text that are looked at: more fits nowhere."""


def pieces(names: Names, rows: Iterator[Row], screen: Screen) -> Iterator[str]:
    """Yield the lines of an answer; nothing is a dash, numbers stand to the right."""
    seen = list(islice(rows, _MEASURED))
    shown = [[_cell(value) for value in row] for row in seen]
    heads = [_cell(name) for name in names]
    wide = [max(map(columns, column)) for column in zip(heads, *shown, strict=True)]
    widths = _widths(wide, screen.width - len(_GAP) * (len(names) - 1))
    if any(width < min(_LEAST, need) for width, need in zip(widths, wide, strict=True)):
        yield from _records(
            heads, chain(shown, ([_cell(value) for value in row] for row in rows)), screen.width
        )
        return
    right = [
        any(is_number(row[at]) for row in seen) and all(row[at] is None or is_number(row[at]) for row in seen)
        for at in range(len(names))
    ]
    yield _line(heads, widths, right)
    yield _GAP.join("─" * width for width in widths) + "\n"
    for row in shown:
        yield _line(row, widths, right)
    for left in rows:
        yield _line([_cell(value) for value in left], widths, right)


def _widths(wide: Sequence[int], room: int) -> list[int]:
    """Return how wide columns are: as they need, the widest cut first, all to the same measure."""
    if sum(wide) <= room:
        return list(wide)
    left, most = room, 0
    for number, width in enumerate(sorted(wide)):
        most = left // (len(wide) - number)
        if width > most:
            break
        left -= width
    spare = room - sum(min(width, most) for width in wide)
    found = []
    for width in wide:
        more = 1 if width > most and spare > 0 else 0
        spare -= more
        found.append(min(width, most + more))
    return found


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    placed = []
    for cell, width, is_right in zip(cells, widths, right, strict=True):
        text = _shortened(cell, width)
        blank = " " * (width - columns(text))
        placed.append(blank + text if is_right else text + blank)
    return _GAP.join(placed).rstrip() + "\n"


def _records(heads: Sequence[str], rows: Iterator[Sequence[str]], width: int) -> Iterator[str]:
    """Yield each row as lines of its own: a name and a value; columns without a value are left out."""
    room = min(max(map(columns, heads)), width // 3)
    for number, row in enumerate(rows, 1):
        yield f"row {number}\n"
        for head, cell in zip(heads, row, strict=True):
            if cell != _NOTHING:
                name = cut(head, room)
                yield f"{_GAP}{name}{' ' * (room - columns(name))}{_GAP}{_shortened(cell, max(1, width - room - 4))}\n"


def _shortened(cell: str, room: int) -> str:
    """Return a cell cut to its room: words at their end, ids and addresses, which begin alike, in front."""
    is_name = " " not in cell and not cell.startswith(("[", "{"))
    return cut_before(cell, room) if is_name and columns(cell) > room >= _LEAST else cut(cell, room)


def _cell(value: object) -> str:
    """Return a value in one line, without what would steer a terminal; a mark stands for the end of a line."""
    if value is None:
        return _NOTHING
    text = fitting(text_of(value), _LONGEST)
    return safe(text.replace("\r\n", "\n").replace("\n", "⏎"))
