"""A copy of a source, a file or a folder of pages, becomes text."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from pincite.reading.file_types import HEAD, type_of
from pincite.verifier.copies.cache import key_of
from pincite.verifier.copies.choosing import reader_for
from pincite.verifier.copies.copy_text import CopyFault, CopyText
from pincite.verifier.copies.extract import CopyError, Extract, Wish
from pincite.verifier.copies.files import content_of, digest_of, digest_of_pages
from pincite.verifier.copies.folder import page_files, together
from pincite.verifier.copies.limits import DEFAULT
from pincite.verifier.copies.process import read_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.copies.cache import Cache
    from pincite.verifier.copies.folder import PageFile
    from pincite.verifier.copies.limits import Limits
    from pincite.verifier.copies.registry import Reader


def read_copy(
    path: str,
    *,
    media_type: str | None = None,
    languages: Sequence[str] = (),
    cache: Cache | None = None,
    limits: Limits = DEFAULT,
) -> CopyText | CopyFault:
    """Return the text of a copy, or why it cannot be read; what it says is without the path.

    *path* leads to a file or to a folder of pages, and may be opened: that is for the caller to decide. *media_type* is
    what is said of the copy, *languages* (BCP 47, the most frequent first) are those it is in: pictures are read by them.
    """
    opening = _Opening(Wish(tuple(languages), limits), media_type, cache)
    try:
        return opening.folder(path) if os.path.isdir(path) else opening.file(path)  # noqa: PTH112 - as elsewhere
    except CopyError as error:
        return error.fault


class _Opening:
    """How copies are opened: as is wished, with what the document says of them, and with what was kept of earlier times."""

    def __init__(self, wish: Wish, media_type: str | None, cache: Cache | None) -> None:
        self._wish = wish
        self._media_type = media_type
        self._cache = cache

    def file(self, path: str) -> CopyText:
        """Return the text of a file; raises CopyError."""
        content = content_of(path, self._wish.limits.bytes)
        return self._read(os.path.basename(path), content)  # noqa: PTH119 - as above

    def folder(self, path: str) -> CopyText:
        """Return the texts of the files in a folder, put together; raises CopyError for what one of them cannot be read for."""
        found = page_files(path, self._wish.limits)
        left = self._wish.limits.bytes
        texts = []
        for number, file in enumerate(found.files, 1):
            text, size = self._page(number, file, left)
            texts.append(text)
            left -= size
        whole = together(found.files, texts, self._wish.limits)
        return replace(
            whole, sha256=digest_of_pages(one.sha256 for one in texts), notes=found.notes + whole.notes
        )

    def _page(self, number: int, file: PageFile, most: int) -> tuple[CopyText, int]:
        """Return the text of a file of a folder, and how many bytes it has, *most* at most; a fault says which file it is."""
        try:
            content = content_of(file.path, most)
            if not content:  # a page with nothing on it
                return CopyText("", digest_of(content), "text/plain", ""), 0
            return self._read(file.name, content), len(content)
        except CopyError as error:
            fault = error.fault
            message = f"file {number}, {file.name}: {fault.message}"
            raise CopyError(CopyFault(fault.kind, message, fault.hint)) from None

    def _read(self, name: str, content: bytes) -> CopyText:
        choice = reader_for(name, content, self._media_type)
        reader = choice.reader
        version = reader.version(self._wish)
        sha256 = digest_of(content)
        seen = type_of(content[:HEAD])
        found = self._extracted(reader, version, content, sha256)
        return CopyText(
            text=found.text,
            sha256=sha256,
            media_type=seen if seen in reader.media_types else reader.media_types[0],
            extractor=f"{reader.name} {version}",
            pages=found.pages,
            words=found.words,
            scanned=found.scanned,
            notes=choice.notes + found.notes,
        )

    def _extracted(self, reader: Reader, version: str, content: bytes, sha256: str) -> Extract:
        """Return what a reader makes of some bytes, or has made of them before."""
        if not reader.apart:
            return reader.read(content, self._wish)
        key = key_of(sha256, reader.name, version, self._wish)
        kept = self._cache.get(key) if self._cache else None
        if kept is not None:
            return kept
        found = read_apart(reader, content, self._wish)
        if isinstance(found, CopyFault):
            raise CopyError(found)
        if self._cache:
            self._cache.put(key, found)
        return found
