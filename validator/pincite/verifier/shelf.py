"""Copies that were read, each once, and kept as long as there is room."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from pincite.reading.opening import open_regular
from pincite.verifier.copies import read_copy
from pincite.verifier.copies.cache import Cache
from pincite.verifier.copies.copy_text import CopyFault, CopyText
from pincite.verifier.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Self

MOST_KEPT = 12_000_000
"""Code points of the texts that are kept ready; a text that is ready takes some 30 bytes for each."""
_CHUNK = 1 << 20


class Opened(NamedTuple):
    """A copy that was read, ready to be searched."""

    copy: CopyText
    source: Source

    @classmethod
    def of(cls, copy: CopyText, language: str | None = None) -> Self:
        """Return a copy made ready; *language* is the one it is likely to be in."""
        return cls(copy, Source.of_copy(copy, language))


class Shelf:
    """Reads copies; what was used last is kept, up to *most* code points in all, but always the last one.

    *cache* is a folder in which texts are kept from run to run, None for none.
    """

    def __init__(self, cache: str | None = None, *, most: int = MOST_KEPT) -> None:
        self._cache = None if cache is None else Cache(cache)
        self._most = most
        self._kept: OrderedDict[tuple[str, str | None, tuple[str, ...]], Opened | CopyFault] = OrderedDict()
        self._size = 0
        self._digests: dict[str, str | None] = {}

    def of(
        self, file: str, *, media_type: str | None = None, languages: Sequence[str] = ()
    ) -> Opened | CopyFault:
        """Return a copy, or why it cannot be read. *languages* (BCP 47) are those it may be written in."""
        key = (file, media_type, tuple(languages))
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            return known
        read = read_copy(file, media_type=media_type, languages=languages, cache=self._cache)
        opened = read if isinstance(read, CopyFault) else Opened.of(read, next(iter(languages), None))
        self._kept[key] = opened
        self._size += _size(opened)
        while self._size > self._most and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._size -= _size(dropped)
        return opened

    def __len__(self) -> int:
        """Return how many code points are kept."""
        return self._size

    def digest(self, file: str) -> str | None:
        """Return the SHA-256 of a file's bytes, None for what is no regular file or cannot be read."""
        if file not in self._digests:
            self._digests[file] = _digest(file)
        return self._digests[file]


def _size(opened: Opened | CopyFault) -> int:
    return len(opened.copy.text) if isinstance(opened, Opened) else 0


def _digest(file: str) -> str | None:
    digest = hashlib.sha256()
    try:
        if not stat.S_ISREG(os.stat(file).st_mode):  # noqa: PTH116 - as the reading of files
            return None
        with open_regular(file) as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except (OSError, ValueError):
        return None
    return digest.hexdigest()
