"""One file with all entries of a working folder: a line that says who made them, and a line for each.

A line is the key, a checksum of the rest, and the entry. A line that is damaged counts for nothing.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from typing import TYPE_CHECKING

import pincite
from pincite.cache.entries import LARGEST
from pincite.cache.surroundings import FORMAT, digest
from pincite.reading.digests import SIZE, digest_of
from pincite.reading.opening import open_regular

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MAX_BYTES = 32 * 1024 * 1024
"""Bytes of a ledger; entries that were not used longest are left out of a larger one."""
MAX_FOLDER = 256 * 1024 * 1024
"""Bytes of all ledgers; when one is written, those not used longest are removed beyond."""
_KEPT_SECONDS = 30 * 24 * 3600
"""How long a ledger is kept that nobody uses."""
_DAY = 24 * 3600
_HOUR = 3600
_KEY = 2 * SIZE
_BODY = 2 * (_KEY + 1)
"""Where the entry begins in a line, behind the key and the checksum."""
_OURS = re.compile(r"check-[0-9a-f]{32}\.txt")
_LEFT_OVER = re.compile(r"\.pincite-[0-9]+-[0-9]+")
_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n# A cache that pincite can make anew: safe to delete.\n"
"""What CACHEDIR.TAG holds, so that backups pass over the folder (bford.info/cachedir)."""

# os.path and not pathlib: every start comes here, and pathlib would add to it


class Ledger:
    """The ledger of the working folder in a folder of caches; ``lines`` are its entries by key, as they were read."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        about = f"{os.getcwd()}\0{pincite.__version__}\0{FORMAT}"  # noqa: PTH109
        name = digest_of(about.encode("utf-8", "surrogatepass"))
        self._path = os.path.join(folder, f"check-{name}.txt")  # noqa: PTH118
        self._made_by: bytes | None = None
        self._seen: tuple[int, int, int] | None = None
        self.lines: dict[bytes, bytes] = self._read()

    def get(self, key: str) -> str | None:
        """Return the entry under a key, None where there is none, or none that can be trusted."""
        line = self.lines.get(key.encode())
        if line is None or line[_KEY + 1 : _BODY - 1] != _checksum(line[:_KEY], line[_BODY:]):
            return None
        return line[_BODY:].decode("ascii", "replace")

    def write(self, new: Mapping[str, str], used: Iterable[str]) -> None:
        """Write the entries of this run, and behind them the others as far as there is room."""
        lines = {key.encode(): _line(key, text) for key, text in new.items() if len(text) <= LARGEST}
        lines.update((key.encode(), self.lines[key.encode()]) for key in used)
        if self._stamp() != self._seen:  # another run has written it meanwhile
            self.lines = self._read()
        for key, line in self.lines.items():
            lines.setdefault(key, line)
        parts = [self._head()]
        size = len(parts[0])
        for line in lines.values():
            size += len(line) + 1
            if size > MAX_BYTES:
                break
            parts.append(line)
        with contextlib.suppress(OSError, ValueError):
            self._prepare()
            self._replace(b"\n".join(parts) + b"\n")
            self._clear()

    def touch(self) -> None:
        """Note that the ledger was used; once a day is enough."""
        with contextlib.suppress(OSError, ValueError):
            if time.time() - os.stat(self._path).st_mtime > _DAY:  # noqa: PTH116
                os.utime(self._path)

    def _head(self) -> bytes:
        if self._made_by is None:
            self._made_by = f"{FORMAT} {digest()}".encode()
        return self._made_by

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            status = os.stat(self._path)  # noqa: PTH116
        except (OSError, ValueError):
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns

    def _read(self) -> dict[bytes, bytes]:
        self._seen = self._stamp()
        if self._seen is None or self._seen[1] > MAX_BYTES:
            return {}
        try:
            with open_regular(self._path) as stream:
                head, *lines = stream.read(MAX_BYTES + 1).split(b"\n")
        except (OSError, ValueError):
            return {}
        return {line[:_KEY]: line for line in lines if len(line) > _BODY} if head == self._head() else {}

    def _prepare(self) -> None:
        if os.path.isdir(self._folder):  # noqa: PTH112
            return
        os.makedirs(self._folder, mode=0o700, exist_ok=True)  # noqa: PTH103
        for name, content in ((".gitignore", b"*\n"), ("CACHEDIR.TAG", _TAG)):
            self._replace(content, os.path.join(self._folder, name))  # noqa: PTH118

    def _replace(self, content: bytes, path: str | None = None) -> None:
        """Write a file whole or not at all. It is not forced to the disk: the checksums tell what a failure leaves."""
        name = f".pincite-{os.getpid()}-{time.monotonic_ns()}"
        temporary = os.path.join(self._folder, name)  # noqa: PTH118
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        handle = os.open(temporary, flags, 0o600)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            os.replace(temporary, path or self._path)  # noqa: PTH105
        except BaseException:  # an interrupt too must leave nothing behind
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
            raise

    def _clear(self) -> None:
        """Remove ledgers that nobody uses any more, the oldest of too many, and what processes left that were killed."""
        now, size = time.time(), 0
        with os.scandir(self._folder) as entries:
            found = [(one.stat().st_mtime, one.stat().st_size, one) for one in entries if one.is_file()]
        for changed, length, entry in sorted(found, key=lambda one: one[0], reverse=True):
            # whoever names a folder may have other files in it
            left_over = _LEFT_OVER.fullmatch(entry.name) is not None and now - changed > _HOUR
            if _OURS.fullmatch(entry.name):
                size += length
                left_over = size > MAX_FOLDER or now - changed > _KEPT_SECONDS
            if left_over:
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108


def _line(key: str, text: str) -> bytes:
    body = text.encode("ascii")
    return b" ".join((key.encode(), _checksum(key.encode(), body), body))


def _checksum(key: bytes, body: bytes) -> bytes:
    return digest_of(key + body).encode()
