"""The article's text cut into paragraphs with the types of the blocks they lie in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.export.layout.verse import is_wrapped, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.export.layout.verse import Lines
    from pincite.model.format import Block

_GAP = re.compile(r"\n(?:[^\S\n]*\n)+")
_BACK = " \t\n\u00a0↩↑⏎\ufe0e"
"""Signs at the end of a note that lead back to its mark on a page, and nowhere else."""
_LINE = re.compile(r"\n")


class Part(NamedTuple):
    """A paragraph, trimmed: its place in the text, the type and the JSON Pointer of the innermost block around it.

    ``lines`` says what its line ends are, where that is known without looking at quotations.
    """

    start: int
    end: int
    type: str = "paragraph"
    at: str = ""
    lines: Lines = ""


def parts(text: str, blocks: Sequence[Block], *, meant: bool = False) -> list[Part]:
    """Return the paragraphs of a text in order; every character but white space lies in one.

    Without blocks they stand between blank lines or, where there are none, are lines. So are those of quotations where
    the text has no blank lines and they are not wrapped. *meant* says that line ends are the author's.
    """
    has_gaps = bool(_GAP.search(text.strip()))
    found = _paragraphs(text, blocks, has_gaps=has_gaps)
    if meant or not has_gaps:
        found = [inner for one in found for inner in _by_lines(text, one, meant=meant, is_cut=not has_gaps)]
    return found


def _by_lines(text: str, part: Part, *, meant: bool, is_cut: bool) -> list[Part]:
    """Return a paragraph with what its lines are, or its lines where they are paragraphs of a quotation."""
    words = text[part.start : part.end]
    if "\n" not in words or part.type in {"code", "list"}:
        return [part]
    kind = lines_of(words, meant=meant)
    lines = words.split("\n")
    if part.type != "quotation" or not is_cut or kind == "verse":
        return [part._replace(lines=kind if meant or part.type == "quotation" else "")]
    if not meant and is_wrapped(lines, max(map(len, lines))):
        return [part]
    found = []
    start = part.start
    for line in lines:
        found += _trimmed(text, start, start + len(line), part.type, part.at)
        start += len(line) + 1
    return found


def _paragraphs(text: str, blocks: Sequence[Block], *, has_gaps: bool) -> list[Part]:
    found: list[Part] = []
    for start, end, type_, at in _stretches(len(text), blocks):
        gap = _GAP if blocks or has_gaps else _LINE
        if type_ == "code":
            found += _trimmed(text, start, end, type_, at)
            continue
        begin = start
        for match in gap.finditer(text, start, end):
            found += _trimmed(text, begin, match.start(), type_, at)
            begin = match.end()
        found += _trimmed(text, begin, end, type_, at)
    return found


def _trimmed(text: str, start: int, end: int, type_: str, at: str) -> list[Part]:
    words = text[start:end]
    if type_ == "note":
        words = words.rstrip(_BACK)
    if not words.strip():
        return []
    # at the edges of a table's row tabs are the ends of empty cells
    space = " \n\r" if type_ == "list" and "\t" in words.strip("\n") else None
    left = 0 if type_ == "code" else len(words) - len(words.lstrip(space))
    return [Part(start + left, start + len(words.rstrip(space)), type_, at)]


def _stretches(length: int, blocks: Sequence[Block]) -> Iterator[tuple[int, int, str, str]]:
    """Yield the text cut at the edges of blocks: start, end, type and pointer of the innermost block, of none a paragraph's."""
    ordered = sorted(
        (min(int(one["start"]), length), -min(int(one["end"]), length), number)
        for number, one in enumerate(blocks)
    )
    open_: list[tuple[int, int]] = []
    """End and number of the blocks around, the innermost last; what crosses another ends with it."""
    at = 0

    def until(end: int) -> Iterator[tuple[int, int, str, str]]:
        nonlocal at
        while open_ and at < end:
            stop, number = open_[-1]
            if at < min(stop, end):
                yield at, min(stop, end), blocks[number]["type"], f"/article/blocks/{number}"
                at = min(stop, end)
            if stop <= end:
                open_.pop()
        if at < end:
            yield at, end, "paragraph", ""
            at = end

    for start, end, number in ordered:
        yield from until(start)
        while open_ and open_[-1][0] <= start:
            open_.pop()
        if start < -end:
            open_.append((min(-end, open_[-1][0]) if open_ else -end, number))
    yield from until(length)
