"""What was extracted of copies, kept by digest: the same bytes, read by the same reader, give the same text.

An entry is two lines of JSON, the second the result, the first its digest and the key it was kept under. One that is
damaged, cut short or somebody else's is ignored and written anew. Several processes may share a cache.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from typing import TYPE_CHECKING

import pincite
from pincite.reading.writing import write_bytes_whole
from pincite.verifier.copies import message
from pincite.verifier.copies.extract import CopyError, Extract
from pincite.verifier.copies.files import content_of
from pincite.verifier.copies.limits import MIB

if TYPE_CHECKING:
    from pincite.verifier.copies.extract import Wish

DEFAULT_FOLDER = os.path.join(".pincite-cache", "copies")  # noqa: PTH118 - pathlib would add to every start
"""Where a caller keeps it that has no other place, beside the documents."""
_FORMAT = "pincite-copy-1"
_LARGEST = 256 * MIB
"""Bytes of the largest entry that is read or written: the text of the longest copy, with the place of each word."""
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache that pincite can make anew: safe to delete.\n"
"""What CACHEDIR.TAG holds, so that backups pass over the folder (bford.info/cachedir)."""


def key_of(sha256: str, reader: str, version: str, wish: Wish) -> str:
    """Return the key for some bytes (their digest), a reader's name and version, and how they are to be read."""
    limits = wish.limits
    parts = [
        _FORMAT, pincite.__version__, sha256, reader, version, list(wish.languages),
        limits.characters, limits.pages, limits.pictures,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


class Cache:
    """A folder of entries. It is made when the first one is written; where that cannot be done nothing is kept."""

    def __init__(self, folder: str = DEFAULT_FOLDER) -> None:
        self._folder = folder

    def get(self, key: str) -> Extract | None:
        """Return what is kept under a key, None where there is nothing, or nothing that can be trusted."""
        try:
            head, _, body = content_of(self._path(key), _LARGEST).partition(b"\n")
            about = json.loads(head)
            if about != _about(key, body):
                return None
            found = message.read(body)
        except (CopyError, ValueError, RecursionError):
            return None
        return found if isinstance(found, Extract) else None

    def put(self, key: str, found: Extract) -> None:
        """Keep a result under a key."""
        body = message.written(found)
        if len(body) > _LARGEST:
            return
        path = self._path(key)
        with contextlib.suppress(OSError):
            self._prepare(os.path.dirname(path))  # noqa: PTH120 - as above
            if os.path.islink(path):  # noqa: PTH114 - as above
                os.unlink(path)  # noqa: PTH108 - what it leads to is not this cache's to write
            write_bytes_whole(path, json.dumps(_about(key, body)).encode() + b"\n" + body)

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, key[:2], f"{key}.json")  # noqa: PTH118 - as above

    def _prepare(self, folder: str) -> None:
        """Make the folder for an entry; raises OSError where it cannot be made, or leads elsewhere."""
        if os.path.isdir(folder):  # noqa: PTH112 - as above
            if os.path.islink(folder):  # noqa: PTH114 - as above
                raise OSError(0, "a link in the cache")
            return
        is_new = not os.path.isdir(self._folder)  # noqa: PTH112 - as above
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above
        if is_new:  # nobody wants it under version control, or in a backup
            for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
                write_bytes_whole(os.path.join(self._folder, name), text.encode())  # noqa: PTH118 - as above


def _about(key: str, body: bytes) -> dict[str, str]:
    return {"format": _FORMAT, "key": key, "sha256": hashlib.sha256(body).hexdigest()}
