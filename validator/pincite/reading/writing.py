"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import pathlib
from tempfile import NamedTemporaryFile


def write_bytes_whole(path: str, data: bytes) -> None:
    """Write a file whole or not at all: beside it first, then moved over it. Raises OSError.

    A link stays a link to the file it leads to, and a file that was there keeps its mode. A pipe or a device
    cannot be replaced and is written to.
    """
    file = pathlib.Path(path)
    if path.startswith(_DEVICES) or (file.exists() and not file.is_file()):
        with file.open("ab") as special:
            special.write(data)
    else:
        _replace(pathlib.Path(os.path.realpath(path)), data)


_DEVICES = ("/dev/std", "/dev/fd/", "/proc/")
"""Names of files that are open already: what ``/dev/stdout`` was redirected to must not be replaced."""


def _replace(target: pathlib.Path, data: bytes) -> None:
    if target.is_symlink():  # followed to its end, and still a link
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    with NamedTemporaryFile(prefix=".pincite-", dir=target.parent, delete=False) as stream:
        temporary = target.parent / stream.name
        try:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            temporary.chmod(mode)
            temporary.replace(target)
        except BaseException:  # an interrupt too must leave nothing behind
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
