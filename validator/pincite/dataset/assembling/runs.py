"""Sorted lines of many files become one sorted stream, in memory that does not grow with them."""

from __future__ import annotations

import heapq
from contextlib import ExitStack
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FAN_IN = 128
"""Files that are open at a time."""


def merged(paths: Sequence[Path], scratch: Path) -> Iterator[bytes]:
    """Yield the lines of files that are sorted by their bytes, in that order; *scratch* is a folder for files in between."""
    level = 0
    while len(paths) > FAN_IN:
        level += 1
        merged_paths = []
        for number in range(0, len(paths), FAN_IN):
            target = scratch / f"run-{level}-{number}"
            with target.open("wb") as stream:
                stream.writelines(_merged(paths[number : number + FAN_IN]))
            merged_paths.append(target)
        paths = merged_paths
    yield from _merged(paths)


def _merged(paths: Sequence[Path]) -> Iterator[bytes]:
    with ExitStack() as opened:
        yield from heapq.merge(*(opened.enter_context(path.open("rb")) for path in paths))


def grouped(lines: Iterator[bytes]) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the first fields of sorted lines with the other fields of each line that has it; fields are divided by tabs."""
    fields = (line.decode("utf-8").rstrip("\n").split("\t") for line in lines)
    for key, group in groupby(fields, key=lambda one: one[0]):
        yield key, [one[1:] for one in group]
