"""The lines of ``documents.jsonl``: all of them in their order, or one by its number."""

from __future__ import annotations

import json
from array import array
from functools import cached_property
from typing import TYPE_CHECKING, cast

from pincite.dataset.package.manifest import NoDatasetError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pincite.model.format import DocumentData

_STEP = 64
"""Of so many lines one is remembered by where it begins: 8 bytes each, whatever the lines are."""


class Lines:
    """The documents of a dataset, one a line. Raises NoDatasetError for lines that are none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __iter__(self) -> Iterator[DocumentData]:
        for number, line in enumerate(self.raw(), 1):
            yield self._document(line, number)

    def raw(self) -> Iterator[bytes]:
        """Yield the lines as bytes, each with its end."""
        with self._path.open("rb") as stream:
            yield from stream

    def at(self, row: int) -> DocumentData:
        """Return the document of a row, counted from 0; before the first one the file is looked through for its lines' ends."""
        if row // _STEP < len(self._starts):
            with self._path.open("rb") as stream:
                stream.seek(self._starts[row // _STEP])
                for _ in range(row % _STEP):
                    stream.readline()
                if line := stream.readline():
                    return self._document(line, row + 1)
        raise NoDatasetError(f"{self._path} has fewer than {row + 1} lines, which the table of articles has")

    @cached_property
    def _starts(self) -> array[int]:
        starts, at = array("Q"), 0
        for number, line in enumerate(self.raw()):
            if number % _STEP == 0:
                starts.append(at)
            at += len(line)
        return starts

    def _document(self, line: bytes, number: int) -> DocumentData:
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            raise NoDatasetError(f"{self._path}:{number} is no JSON") from None
        if not isinstance(found, dict):
            raise NoDatasetError(f"{self._path}:{number} is no document")
        return cast("DocumentData", found)
