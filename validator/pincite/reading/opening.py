"""Bytes of files, and the text in them."""

from __future__ import annotations

import io
import os
import stat
import sys
from typing import TYPE_CHECKING

from pincite.reading.fault import Fault, UnreadableError
from pincite.reading.limits import MAX_BYTES
from pincite.reading.rules import encoding_invalid, limit_exceeded

if TYPE_CHECKING:
    from typing import BinaryIO

STDIN = "-"
"""The path that stands for standard input."""


def read_text(path: str) -> str:
    """Return the text of a file as it is, decoded from UTF-8; a leading BOM stays.

    Raises OSError (ValueError for a path that no file can have), and UnreadableError for bytes that are no
    UTF-8 or a file that is too large.
    """
    return decoded(read_bytes(path))


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file (``-``: standard input); raises OSError, and UnreadableError for too many."""
    with open_bytes(path) as stream:
        return capped(stream.read(MAX_BYTES + 1))


def open_bytes(path: str) -> BinaryIO:
    """Return the open file (``-``: standard input); raises OSError for what is no regular file."""
    if path == STDIN:
        if sys.stdin is None:
            raise OSError(0, "there is no standard input")
        return io.BytesIO(sys.stdin.buffer.read(MAX_BYTES + 1))  # closing this leaves the stream itself open
    return open_regular(path)


def open_regular(path: str) -> BinaryIO:
    """Return the open file, whatever its name; raises OSError for a pipe or a device, which might never end."""
    mode = os.stat(path).st_mode  # noqa: PTH116 - pathlib would add to every start
    if stat.S_ISDIR(mode):
        os.scandir(path).close()  # says why a folder cannot be searched
    if not stat.S_ISREG(mode):
        raise OSError(0, "not a regular file")
    return open(path, "rb")  # noqa: PTH123 - as above; the caller closes it


def capped(content: bytes) -> bytes:
    """Return *content*; raises UnreadableError where it is larger than what is read at once."""
    if len(content) > MAX_BYTES:
        raise UnreadableError(
            Fault(
                limit_exceeded.RULE,
                f"more than {MAX_BYTES // 1024 // 1024} MiB, the most that is read at once",
                "split a collection into one document an article, or into the lines of NAME.pincite.jsonl",
                0,
                0,
            ),
        )
    return content


def decoded(content: bytes) -> str:
    """Return the text in some bytes of UTF-8; raises UnreadableError for any other."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        message = f"byte 0x{content[error.start]:02x} is not UTF-8"
        hint = "save the file as UTF-8"
        if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            message = "the file is UTF-16, not UTF-8"
        for beginning, kind in _BINARY.items():
            if content.startswith(beginning):
                message, hint = f"the file is {kind}, not text", "save it as plain text, in UTF-8"
        raise UnreadableError(
            Fault(encoding_invalid.RULE, message, hint, len(before), len(before) + 1)
        ) from None


_BINARY = {b"PK\x03\x04": "a ZIP archive (as .docx, .odt and .epub are)", b"%PDF-": "a PDF"}
"""How files that are no text begin, where people take them for text."""


def reason(error: OSError | ValueError) -> str:
    """Return in a few words why a file cannot be read."""
    strerror = error.strerror if isinstance(error, OSError) else None
    return (strerror or str(error)).lower()
