"""Runs: files of sorted lines, which become one sorted stream, in memory that does not grow with them.

Lines are sorted by their bytes, their ends included: what has more fields stands before what ends with the same first ones.
"""

from __future__ import annotations

import heapq
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FAN_IN = 128
"""Files that are open at a time."""


def write_run(path: Path, lines: Iterable[str]) -> None:
    """Write lines, which have no ends of their own, as a run."""
    # bytes and not characters are compared: half of a surrogate pair cannot be written, and is replaced before
    encoded = sorted(f"{line}\n".encode("utf-8", "backslashreplace") for line in lines)
    with path.open("wb") as stream:
        stream.writelines(encoded)


def merged(runs: Sequence[Path], scratch: Path) -> Iterator[bytes]:
    """Yield the lines of runs in their order, without their ends; *scratch* is a folder in which new ones are made for files in between."""
    while len(runs) > FAN_IN:
        folder = Path(mkdtemp(dir=scratch))
        larger = []
        for number in range(0, len(runs), FAN_IN):
            target = folder / f"run-{number}"
            with target.open("wb") as stream:
                stream.writelines(_merged(runs[number : number + FAN_IN]))
            larger.append(target)
        runs = larger
    for line in _merged(runs):
        yield line[:-1]


def _merged(runs: Sequence[Path]) -> Iterator[bytes]:
    with ExitStack() as opened:
        yield from heapq.merge(*(opened.enter_context(path.open("rb")) for path in runs))


def fields(lines: Iterable[bytes]) -> Iterator[list[str]]:
    """Yield the fields of each line, which are divided by tabs; JSON has none."""
    return (line.decode("utf-8").split("\t") for line in lines)


def grouped(lines: Iterable[bytes]) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the first fields of sorted lines, each with the other fields of all lines that have it, which are held together."""
    for key, group in groupby(fields(lines), key=lambda one: one[0]):
        yield key, [one[1:] for one in group]
