"""The files of a dataset with their sizes and digests."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 1 << 20


class File(NamedTuple):
    """A file of a dataset: its path there, with ``/`` between the parts, its bytes, and their digest (SHA-256)."""

    path: str
    bytes: int
    sha256: str


def file_of(folder: Path, path: str) -> File:
    """Return a file with its size and digest; raises OSError."""
    digest, size = sha256(), 0
    with (folder / path).open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return File(path, size, digest.hexdigest())


def paths_in(folder: Path) -> Iterator[str]:
    """Yield the paths of all files in a folder, links among them, in their order."""
    found = []
    for where, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(where) / name).is_symlink()]
        found += [(Path(where) / name).relative_to(folder).as_posix() for name in [*names, *links]]
    yield from sorted(found)


def files_in(folder: Path) -> list[File]:
    """Return all files in a folder, in the order of their paths; raises OSError."""
    return [file_of(folder, path) for path in paths_in(folder)]
