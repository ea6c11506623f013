"""The bytes of copies, and their digests."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from typing import TYPE_CHECKING

from pincite.reading.opening import reason
from pincite.verifier.copies.copy_text import CopyFault
from pincite.verifier.copies.extract import CopyError, too_large, unreadable
from pincite.verifier.copies.limits import MIB

if TYPE_CHECKING:
    from collections.abc import Iterable

_ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR})


def content_of(path: str, most: int) -> bytes:
    """Return the bytes of a regular file, never waiting for one; raises CopyError for what is none, or is larger."""
    flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
    try:
        handle = os.open(path, flags)
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            os.close(handle)
            raise unreadable("it is no file but a folder, a pipe, a socket or a device")
        with os.fdopen(handle, "rb") as stream:
            if about.st_size > most:
                raise too_large(f"it has {mebibytes(about.st_size)}; at most {mebibytes(most)} are read")
            content = stream.read(most + 1)
    except OSError as error:
        if error.errno in _ABSENT:
            raise CopyError(CopyFault("absent", "there is no such file")) from None
        raise unreadable(f"it cannot be opened: {reason(error)}") from None
    except ValueError as error:
        raise unreadable(f"no file can have this name: {reason(error)}") from None
    if len(content) > most:  # it grew
        raise too_large(f"it has more than {mebibytes(most)}, the most that are read")
    return content


def mebibytes(count: int) -> str:
    """Return a number of bytes in words."""
    return f"{count / MIB:,.0f} MiB" if count >= MIB else f"{count:,} bytes"


def digest_of(content: bytes) -> str:
    """Return the digest of a file's bytes, in lower-case hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def digest_of_pages(digests: Iterable[str]) -> str:
    """Return the digest of a folder of pages: that of the digests of its files in their order, a line each."""
    return hashlib.sha256("".join(f"{one}\n" for one in digests).encode()).hexdigest()
