"""The states of files that documents name, by which findings that rest on them are known to hold still.

A file is known by the digest of what was looked at of it: all its bytes, or the first ones and their number. Times and
numbers that a file system gives never stand for that: they only tell whether a file was changed while it was judged.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from pincite.model.named_file import FileFault
from pincite.reading.digests import digest_of
from pincite.reading.file_types import HEAD
from pincite.reading.limits import MAX_FILE_BYTES
from pincite.reading.named_files import allowed_path, fault_of, opened

if TYPE_CHECKING:
    from typing import BinaryIO, TypeAlias

    Sight: TypeAlias = tuple[str, int, int, int, int, int]
    """A file's path with links followed, and what its file system says of it."""

_RECENT = 2_000_000_000
"""Nanoseconds in which a file may be changed twice and look the same: the coarsest clocks of file systems tick so."""
_REMEMBERED = 4096
"""Digests that are remembered, because documents share files."""
_CHUNK = 1 << 20

WHOLE, FIRST = "w", "f"
"""How a state begins: that of all bytes, and that of the first ones."""


def state_of(document_path: str, relative: str, depth: str, sha256: str | None = None) -> str:
    """Return the state of a file that a document names: where it lies and what it holds, or why it is not opened.

    Its digest *sha256* is given where it is known already.
    """
    told = _looked_at(document_path, relative, depth, sha256)
    return depth + digest_of("\0".join(told).encode("utf-8", "surrogatepass"))


def _looked_at(document_path: str, relative: str, depth: str, sha256: str | None) -> tuple[str, ...]:
    target = allowed_path(document_path, relative)
    if isinstance(target, FileFault):
        return target.kind, target.message
    try:
        with opened(target) as stream:
            status = os.fstat(stream.fileno())
            if status.st_size > MAX_FILE_BYTES:
                return target, "too large"
            if depth == FIRST:
                return target, str(status.st_size), digest_of(stream.read(HEAD))
            return target, sha256 or _digest(stream, _seen(target, status))
    except OSError as error:
        fault = fault_of(error, target, relative)
        return target, fault.kind, fault.message


_DIGESTS: dict[Sight, str] = {}
"""Digests of files that were not changed lately; documents of one run share them."""


def _digest(stream: BinaryIO, sight: Sight) -> str:
    known = _DIGESTS.get(sight)
    if known is None:
        # processors have instructions for it, so that it takes half the time of the other for whole pictures
        from hashlib import sha256  # noqa: PLC0415 - only where a file is named

        digest = sha256()
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
        known = digest.hexdigest()
        if not is_recent(sight):
            if len(_DIGESTS) >= _REMEMBERED:
                _DIGESTS.clear()
            _DIGESTS[sight] = known
    return known


def sight_of(document_path: str, relative: str) -> Sight | str:
    """Return what tells whether a file is the same as a moment ago, or why it cannot be looked at."""
    target = allowed_path(document_path, relative)
    if isinstance(target, FileFault):
        return target.message
    try:
        with opened(target) as stream:
            return _seen(target, os.fstat(stream.fileno()))
    except OSError as error:
        return fault_of(error, target, relative).message


def is_recent(sight: Sight | str) -> bool:
    """Return whether a file was changed so lately that it may be changed once more and look the same."""
    return not isinstance(sight, str) and time.time_ns() - max(sight[4:]) < _RECENT


def _seen(target: str, status: os.stat_result) -> Sight:
    return target, status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
