"""Files that a document names: only those in its own folder, or in the working folder around it, are opened."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from pincite.model.document import ArticleTextFile
from pincite.model.named_file import FileFault, PictureFault
from pincite.reading.fault import UnreadableError
from pincite.reading.limits import MAX_BYTES, MAX_FILE_BYTES
from pincite.reading.opening import STDIN, read_text, reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from pincite.model.named_file import Picture

_LONGEST_PATH = 4096
"""Code points of the longest path that is tried."""
_CHUNK = 1 << 20
_SEARCHED = 10_000
"""Names in a folder among which one is looked for that was likely meant."""
_ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR})


def read_text_file(document_path: str, relative: str) -> ArticleTextFile:
    """Read a text file named in a document, by a path relative to it.

    Only files in the document's folder, or in the working folder if that holds the document, are opened;
    links are followed first. Whatever prevents it is told as the fault.
    """
    target = allowed_path(document_path, relative)
    if isinstance(target, FileFault):
        return ArticleTextFile(fault=target.message)
    try:
        return ArticleTextFile(text=read_text(target))
    except OSError as error:
        return ArticleTextFile(fault=f"cannot read {relative}: {reason(error)}")
    except UnreadableError as error:
        return ArticleTextFile(fault=f"cannot read {relative}: {error.fault.message}")


class Stamp(NamedTuple):
    """A file that may be opened, links followed, and what tells whether it is still the same as before."""

    target: str
    device: int
    inode: int
    size: int
    changed: int


def stamp_of(document_path: str, relative: str) -> Stamp | FileFault:
    """Return the stamp of a file named in a document, or why it is not looked at; more than is read at once is too large."""
    target = allowed_path(document_path, relative)
    if isinstance(target, FileFault):
        return target
    try:
        with opened(target) as stream:
            status = os.fstat(stream.fileno())
    except OSError as error:
        return fault_of(error, target, relative)
    if status.st_size > MAX_BYTES:
        return _too_large(relative, MAX_BYTES)
    return Stamp(target, status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def stamped_bytes(stamp: Stamp, relative: str) -> bytes | FileFault:
    """Return the bytes of the file that a stamp is of, or why there are none."""
    try:
        with opened(stamp.target) as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return fault_of(error, stamp.target, relative)
    return content if len(content) <= MAX_BYTES else _too_large(relative, MAX_BYTES)


class FileOnDisk:
    """A file named in a document by a path relative to it, as the model's ``NamedFile`` describes it.

    It is opened under the same conditions as a text file, and never held in memory.
    """

    def __init__(self, document_path: str, relative: str) -> None:
        self._relative = relative
        self._target = allowed_path(document_path, relative)

    @cached_property
    def fault(self) -> FileFault | None:
        """Return why the file is not looked at, or None."""
        return self._looked_at[1]

    @cached_property
    def media_type(self) -> str | None:
        """Return the media type that the file's first bytes give away, None where they do not."""
        from pincite.reading.file_types import type_of  # noqa: PLC0415 - only where a file is named

        head = self._looked_at[0]
        return None if head is None else type_of(head)

    @cached_property
    def size(self) -> int | None:
        """Return the number of the file's bytes."""
        if self.fault is not None:
            return None
        try:
            with self._open() as stream:
                return os.fstat(stream.fileno()).st_size
        except OSError:
            return None

    @cached_property
    def sha256(self) -> str | None:
        """Return the digest of the file's bytes, in lower-case hexadecimal digits."""
        from hashlib import sha256  # noqa: PLC0415 - only for files with a digest

        digest, left = sha256(), MAX_FILE_BYTES
        if self.fault is not None:
            return None
        try:
            with self._open() as stream:
                while left > 0 and (chunk := stream.read(min(_CHUNK, left))):
                    digest.update(chunk)
                    left -= len(chunk)
        except OSError:
            return None
        return digest.hexdigest()

    @cached_property
    def picture(self) -> Picture | PictureFault | None:
        """Return the decoded picture or why there is none; None for a file of a type that is not decoded."""
        if self.fault is not None or self.media_type is None:
            return None
        from pincite.reading.pictures import decoded  # noqa: PLC0415 - only where a file is named

        try:
            with self._open() as stream:
                return decoded(stream, self.media_type, os.fstat(stream.fileno()).st_size)
        except OSError:
            return None

    @property
    def known_sha256(self) -> str | None:
        """Return the digest where it was asked for before, None where it would have to be made."""
        known: str | None = vars(self).get("sha256")
        return known

    @property
    def is_read_whole(self) -> bool:
        """Return whether more than the file's first bytes were asked for so far."""
        known = vars(self)
        picture = known.get("picture")
        without = isinstance(picture, PictureFault) and picture.kind == "no_decoder"
        return "sha256" in known or (picture is not None and not without)

    @cached_property
    def _looked_at(self) -> tuple[bytes | None, FileFault | None]:
        """Return the file's first bytes, or why there are none."""
        from pincite.reading.file_types import HEAD  # noqa: PLC0415 - only where a file is named

        if isinstance(self._target, FileFault):
            return None, self._target
        try:
            with self._open() as stream:
                if os.fstat(stream.fileno()).st_size > MAX_FILE_BYTES:
                    return None, _too_large(self._relative, MAX_FILE_BYTES)
                return stream.read(HEAD), None
        except OSError as error:
            return None, fault_of(error, self._target, self._relative)

    def _open(self) -> BinaryIO:
        """Return the open file; raises OSError."""
        return opened(str(self._target))


def opened(target: str) -> BinaryIO:
    """Return an open file; raises OSError for what is no regular file, without ever waiting for one."""
    flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
    # links are resolved already: one that stands here now was put here to lead elsewhere
    handle = os.open(target, flags | getattr(os, "O_NOFOLLOW", 0))
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return os.fdopen(handle, "rb")
    os.close(handle)
    raise OSError(0, "not a regular file")


def _too_large(relative: str, limit: int) -> FileFault:
    message = f"{relative} has more than {limit // 1024 // 1024} MiB, the most that is read of a file"
    return FileFault("too_large", message)


def fault_of(error: OSError, target: str, relative: str) -> FileFault:
    """Return why a file was not opened."""
    if error.errno in _ABSENT:
        other = _nearly(target)
        message = f"there is no file {relative}" + (f", but one called {other}" if other else "")
        return FileFault("absent", message)
    return FileFault("unreadable", f"cannot read {relative}: {reason(error)}")


def _nearly(target: str) -> str | None:
    """Return the name of a file beside *target* that differs from it in capitals, or in how accents are encoded.

    Some systems take such names for the same, so that the fault is only seen elsewhere.
    """
    folder, name = os.path.split(target)
    try:
        with os.scandir(folder) as entries:
            found = (
                entry.name for entry in islice(entries, _SEARCHED) if _folded(entry.name) == _folded(name)
            )
            return min(found, default=None)
    except OSError:
        return None


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


def allowed_path(document_path: str, relative: str, also: Sequence[str] = ()) -> str | FileFault:
    """Return the file or folder that a path relative to a document leads to, or why it must not be opened.

    *also* are folders that are allowed besides. It is not looked at, so that there need be none.
    """
    folder = os.path.dirname(os.path.abspath("." if document_path == STDIN else document_path))  # noqa: PTH100, PTH120
    if document_path == STDIN:
        folder = os.path.abspath(".")  # noqa: PTH100
    if "\0" in relative:
        return FileFault("unreadable", "no file can have a name with the character U+0000 in it")
    if len(relative) > _LONGEST_PATH:
        return FileFault("unreadable", f"a path of {len(relative)} characters names no file")
    try:
        target = os.path.realpath(os.path.join(folder, relative))  # noqa: PTH118
    except ValueError:
        return FileFault("unreadable", f"no file of this system can have the name {relative}")
    if not any(_inside(target, os.path.realpath(root)) for root in (folder, _working_folder(folder), *also)):
        return FileFault("outside", f"{relative} lies outside the document's folder")
    return target


_STANDING_IN: ContextVar[str | None] = ContextVar("standing_in", default=None)


@contextmanager
def standing_in(folder: str) -> Iterator[None]:
    """Let another folder count as the working folder, in this thread: what may be opened does not depend on who works where."""
    before = _STANDING_IN.set(os.path.abspath(folder))  # noqa: PTH100
    try:
        yield
    finally:
        _STANDING_IN.reset(before)


def _working_folder(folder: str) -> str:
    """Return the working folder if *folder* lies in it, else *folder*."""
    here = _STANDING_IN.get() or os.getcwd()  # noqa: PTH109
    return here if _inside(os.path.realpath(folder), os.path.realpath(here)) else folder


def _inside(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)
