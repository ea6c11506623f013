"""A copy of a source, a file or a folder of pages, becomes text."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from typing import TYPE_CHECKING

from pincite.reading.opening import reason
from pincite.verifier.copies.choosing import reader_for
from pincite.verifier.copies.copy_text import CopyFault, CopyText
from pincite.verifier.copies.extract import CopyError, Wish, too_large, unreadable
from pincite.verifier.copies.limits import DEFAULT, MIB
from pincite.verifier.copies.process import read_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.copies.extract import Extract
    from pincite.verifier.copies.limits import Limits
    from pincite.verifier.copies.registry import Reader

_ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR})


def read_copy(
    path: str,
    *,
    media_type: str | None = None,
    languages: Sequence[str] = (),
    limits: Limits = DEFAULT,
) -> CopyText | CopyFault:
    """Return the text of a copy, or why it cannot be read; what it says is without the path.

    *path* leads to a file or to a folder of pages, and may be opened: that is for the caller to decide. *media_type* is
    what is said of the copy, *languages* (BCP 47, the most frequent first) are those it is in: pictures are read by them.
    """
    wish = Wish(tuple(languages), limits)
    try:
        content = content_of(path, limits.bytes)
        return _read(os.path.basename(path), content, media_type, wish)  # noqa: PTH119 - as the other paths here
    except CopyError as error:
        return error.fault


def content_of(path: str, most: int) -> bytes:
    """Return the bytes of a regular file, never waiting for one; raises CopyError for what is none, or is larger."""
    flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
    try:
        with os.fdopen(os.open(path, flags), "rb") as stream:
            about = os.fstat(stream.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise unreadable("it is no file: it is a pipe, a socket or a device")
            if about.st_size > most:
                raise too_large(f"it has {_mebibytes(about.st_size)}; at most {_mebibytes(most)} are read")
            content = stream.read(most + 1)
    except OSError as error:
        if error.errno in _ABSENT:
            raise CopyError(CopyFault("absent", "there is no such file")) from None
        raise unreadable(f"it cannot be opened: {reason(error)}") from None
    except ValueError as error:
        raise unreadable(f"no file can have this name: {reason(error)}") from None
    if len(content) > most:  # it grew
        raise too_large(f"it has more than {_mebibytes(most)}, the most that are read")
    return content


def _mebibytes(count: int) -> str:
    return f"{count / MIB:,.0f} MiB" if count >= MIB else f"{count:,} bytes"


def _read(name: str, content: bytes, media_type: str | None, wish: Wish) -> CopyText:
    choice = reader_for(name, content, media_type)
    reader = choice.reader
    version = reader.version()
    found = _extracted(reader, content, wish)
    return CopyText(
        text=found.text,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type=reader.media_type,
        extractor=f"{reader.name} {version}",
        pages=found.pages,
        words=found.words,
        scanned=found.scanned,
        notes=choice.notes + found.notes,
    )


def _extracted(reader: Reader, content: bytes, wish: Wish) -> Extract:
    if not reader.apart:
        return reader.read(content, wish)
    found = read_apart(reader, content, wish, wish.limits.seconds)
    if isinstance(found, CopyFault):
        raise CopyError(found)
    return found
