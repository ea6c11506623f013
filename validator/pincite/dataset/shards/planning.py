"""Files become shards: pieces of a JSONL file, or slices of a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHARD_BYTES = 16 * 1024 * 1024
"""Bytes of documents in a shard: some seconds of work, of which a killed worker loses no more."""
SHARD_FILES = 1000
"""Files in a shard."""


class Part(NamedTuple):
    """A file, or of a JSONL file the lines that begin in a range of its bytes; ``end`` is None for all that follow.

    ``path`` counts from the folder of the job, with ``/`` between its parts. ``only`` has a character for each line,
    ``1`` for those that are read, where the others are passed over.
    """

    path: str
    start: int = 0
    end: int | None = None
    only: str | None = None

    def takes(self, line: int) -> bool:
        """Return whether the document at a line (from 1) is read."""
        return self.only is None or self.only[line - 1 : line] == "1"


class Shard(NamedTuple):
    """Parts that are worked on together, and the numbers of documents in them (from 0) that are left out."""

    parts: tuple[Part, ...]
    without: tuple[int, ...] = ()


def planned(root: str, paths: Iterable[str], *, size: int = SHARD_BYTES) -> Iterator[Shard]:
    """Yield the shards of files, in their order; *paths* count from *root*.

    Raises OSError for a JSONL file that cannot be looked at; any other is reported when it is read.
    """
    slice_: list[Part] = []
    held = 0
    for path in paths:
        if path.endswith(".jsonl"):
            if slice_:
                yield Shard(tuple(slice_))
                slice_, held = [], 0
            yield from (Shard((part,)) for part in _ranges(root, path, size))
            continue
        if slice_ and (held >= size or len(slice_) >= SHARD_FILES):
            yield Shard(tuple(slice_))
            slice_, held = [], 0
        slice_.append(Part(path))
        held += _size(os.path.join(root, path))  # noqa: PTH118 - as the reading of files
    if slice_:
        yield Shard(tuple(slice_))


def _ranges(root: str, path: str, size: int) -> Iterator[Part]:
    whole = os.stat(os.path.join(root, path)).st_size  # noqa: PTH116, PTH118 - as above
    for start in range(0, max(whole, 1), size):
        end = start + size
        yield Part(path, start, end if end < whole else None)


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - as above
    except (OSError, ValueError):
        return 0
