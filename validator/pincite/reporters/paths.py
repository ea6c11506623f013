"""Paths for formats that cannot take them as the system gives them: as URI references (RFC 3986), as Unicode."""

from __future__ import annotations

import os
from urllib.parse import quote


def uri_reference(path: str) -> str:
    """Return a path as a relative reference, or as a ``file:`` URI where it begins at the root.

    Every byte that is no plain letter, digit or mark is percent-encoded, those of names that are no UTF-8 as they
    are; a colon is, too, because before one would stand a scheme.
    """
    encoded = quote(_bytes(path.replace(os.sep, "/")), safe="/~")
    return f"file:///{encoded.lstrip('/')}" if os.path.isabs(path) else encoded  # noqa: PTH117 - pathlib would add to every start


def unicode_path(path: str) -> str:
    """Return a path for readers that take Unicode alone; bytes that are no UTF-8 are written as escapes."""
    return path if path.isascii() else _bytes(path).decode("utf-8", "backslashreplace")


def _bytes(path: str) -> bytes:
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # no name of a file on any disk
        return path.encode("utf-8", "surrogatepass")
