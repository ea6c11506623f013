"""Lines are put in order on disk, in memory that does not grow with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.sorting.runs import merged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HELD_BYTES = 64 * 1024 * 1024
"""Bytes of lines that are held in memory together."""
_OF_LINE = 60
"""Bytes that a line takes in memory besides its own."""


class Sorter:
    """Takes in lines, then yields them in the order of their bytes; *folder* is one of its own, for files in between.

    A line has no end of its own; its fields, if it has several, are divided by tabs.
    """

    def __init__(self, folder: Path, held_bytes: int = HELD_BYTES) -> None:
        self._folder = folder
        self._folder.mkdir()
        self._most = held_bytes
        self._lines: list[bytes] = []
        self._held = 0
        self._runs: list[Path] = []

    def add(self, line: bytes) -> None:
        """Take in a line."""
        self._lines.append(line + b"\n")
        self._held += len(line) + _OF_LINE
        if self._held >= self._most:
            self._write()

    def __iter__(self) -> Iterator[bytes]:
        """Yield all lines."""
        if not self._runs:
            self._lines.sort()
            for line in self._lines:
                yield line[:-1]
            return
        self._write()
        yield from merged(self._runs, self._folder)

    def _write(self) -> None:
        if not self._lines:
            return
        self._lines.sort()
        run = self._folder / f"run-{len(self._runs)}"
        with run.open("wb") as stream:
            stream.writelines(self._lines)
        self._runs.append(run)
        self._lines, self._held = [], 0
