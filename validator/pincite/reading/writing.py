"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import pathlib
from tempfile import mkstemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows has none
    fcntl = None  # type: ignore[assignment]


def write_bytes_whole(path: str, data: bytes) -> None:
    """Write a file whole or not at all: beside it first, then moved over it. Raises OSError.

    A link stays a link to the file it leads to, and a file that was there keeps its mode, and its owner where that
    can be. A pipe or a device cannot be replaced and is written to. What a run left in the folder that was killed while
    it wrote is removed.
    """
    with written_whole(path) as stream:
        stream.write(data)


@contextlib.contextmanager
def written_whole(path: str) -> Iterator[BinaryIO]:
    """Give a stream for a file that is written whole or not at all, as ``write_bytes_whole`` does; for one of any size.

    Where an exception comes out of what is done with the stream, the file stays as it was.
    """
    file = pathlib.Path(path)
    if path.startswith(_DEVICES) or (file.exists() and not file.is_file()):
        with file.open("ab") as special:
            yield special
    else:
        target = pathlib.Path(os.path.realpath(path))
        if target.is_symlink():  # followed to its end, and still a link
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        before = target.stat() if target.exists() else None
        with _beside(target, before, pathlib.Path.replace) as stream:
            yield stream


_DEVICES = ("/dev/std", "/dev/fd/", "/proc/")
"""Names of files that are open already: what ``/dev/stdout`` was redirected to must not be replaced."""


_UNFINISHED = ".pincite-unfinished-"
"""How the names of files begin that are being written; who writes one holds a lock on it."""
_TIDIED: set[pathlib.Path] = set()
"""Folders in which this process has looked for what others left: once is enough, however many files it writes there."""


def write_new_whole(path: str, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all.

    Raises FileExistsError where something has the name, a link that leads nowhere included, and OSError.
    """
    with _beside(pathlib.Path(path), None, _put_new) as stream:
        stream.write(data)


@contextlib.contextmanager
def _beside(
    target: pathlib.Path,
    before: os.stat_result | None,
    put: Callable[[pathlib.Path, pathlib.Path], object],
) -> Iterator[BinaryIO]:
    """Give a file beside its place, with the mode and the owner that it had *before*, to be written; then *put* it there."""
    _remove_abandoned(target.parent)
    handle, temporary = _begun(target.parent)
    with os.fdopen(handle, "wb") as stream:
        try:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            if before is not None:
                _keep_owner(temporary, before)
            temporary.chmod(0o666 & ~_umask() if before is None else before.st_mode & 0o777)
            if fcntl is None:  # what is open cannot be moved there
                stream.close()
            put(temporary, target)
        except BaseException:  # an interrupt too must leave nothing behind
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise


_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
"""What systems say that give a file one name only, as disks for cameras do."""


def _put_new(temporary: pathlib.Path, target: pathlib.Path) -> None:
    """Move a file to a name that nobody has: the system itself refuses one that is taken, in the same moment."""
    if os.name == "nt":
        temporary.rename(target)
        return
    try:
        target.hardlink_to(temporary)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        target.touch(exist_ok=False)  # whoever else wants the name is too late
        temporary.replace(target)
    else:
        temporary.unlink()


def _begun(folder: pathlib.Path) -> tuple[int, pathlib.Path]:
    """Return a new file in a folder, with a lock that ends with this process, however it ends."""
    while True:
        handle, name = mkstemp(prefix=_UNFINISHED, dir=folder)
        if fcntl is None:
            return handle, folder / name
        with contextlib.suppress(OSError):  # a disk that knows no locks: nobody removes anything there
            fcntl.flock(handle, fcntl.LOCK_EX)
        if os.fstat(handle).st_nlink:
            return handle, folder / name
        os.close(handle)  # another run has taken it for abandoned, in the moment before the lock


def _remove_abandoned(folder: pathlib.Path) -> None:
    """Remove what processes left that were killed while they wrote: nobody holds a lock on it."""
    if folder in _TIDIED:
        return
    _TIDIED.add(folder)
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(_UNFINISHED) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    _remove_if_unlocked(entry.path)


def _remove_if_unlocked(path: str) -> None:
    """Remove a file; raises OSError where somebody is writing it."""
    if fcntl is None:  # what is open cannot be removed there
        os.unlink(path)  # noqa: PTH108 - as it was found
        return
    handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(path)  # noqa: PTH108 - as above
    finally:
        os.close(handle)


def _keep_owner(path: pathlib.Path, before: os.stat_result) -> None:
    """Give a file the owner of the one that it replaces, where this may be done: the administrator's run takes nothing over."""
    now = path.stat()
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid) and hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(path, before.st_uid, before.st_gid)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
