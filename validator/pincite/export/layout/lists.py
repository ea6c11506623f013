"""Items that follow one another are one list, and lines of cells one table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.export.layout.values import Paragraph, lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.export.layout.values import LaidBlock

_MARK = re.compile(r"\s*(?:[-*+•–—·▪◦]|\(?(?:[0-9]{1,4}|[A-Za-z]|[ivxlcdm]{1,7})[.)])(?=\s)")


def gathered(text: str, blocks: Iterable[LaidBlock]) -> list[LaidBlock]:
    """Return the blocks, lists behind one another as one; a list that is a table has the type ``table``."""
    found: list[LaidBlock] = []
    for block in blocks:
        one = block
        if block.type == "list":
            is_table = bool(_tabs(text, block.paragraphs[0]))
            one = block._replace(type="table") if is_table else block
            if found and _goes_on(text, found[-1], one):
                found[-1] = found[-1]._replace(paragraphs=(*found[-1].paragraphs, *one.paragraphs))
                continue
        found.append(one)
    return found


def has_marks(text: str, block: LaidBlock) -> bool:
    """Return whether the items of a list have their numbers or signs in their words."""
    first = block.paragraphs[0]
    return bool(_MARK.match(text, first.start, first.end))


def items(text: str, block: LaidBlock) -> list[Paragraph]:
    """Return the items of a list, or the rows of a table."""
    return [line for one in block.paragraphs for line in lines(text, one)]


def cells(text: str, row: Paragraph) -> tuple[Paragraph, ...]:
    """Return the cells of a row, empty ones too; as it is where a piece reaches over the end of a cell."""
    found: list[Paragraph] = []
    start, number = row.start, 0
    for words in text[row.start : row.end].split("\t"):
        end = start + len(words)
        inside = []
        while number < len(row.pieces) and row.pieces[number].end <= end:
            inside.append(row.pieces[number])
            number += 1
        if number < len(row.pieces) and row.pieces[number].start < end:
            return (row,)
        found.append(Paragraph(start, end, tuple(inside)))
        start = end + 1
    return tuple(found)


def _goes_on(text: str, before: LaidBlock, block: LaidBlock) -> bool:
    if before.type != block.type or block.type not in {"list", "table"}:
        return False
    if block.type == "table":
        return _tabs(text, before.paragraphs[0]) == _tabs(text, block.paragraphs[0])
    return has_marks(text, before) == has_marks(text, block)


def _tabs(text: str, row: Paragraph) -> int:
    """Return how many tabs stand in each line of a paragraph, 0 where these are not as many in each."""
    counts = {line.count("\t") for line in text[row.start : row.end].split("\n")}
    return counts.pop() if len(counts) == 1 else 0
