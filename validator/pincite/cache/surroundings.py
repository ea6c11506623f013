"""What findings depend on besides documents and settings: this program, and what is installed beside it."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

import pincite
from pincite.reading.digests import digest_of
from pincite.schemas import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = "pincite-check-1"
"""The format of ledgers and of the entries in them; another number for every change of either."""
_INSTALLED = (".dist-info", ".egg-info")
_PASSED_OVER = ("__pycache__", ".mypy_cache", ".ruff_cache")


@lru_cache(maxsize=1)
def digest() -> str:
    """Return the digest of all that makes two programs find different things: versions, and every file of this package.

    A program in the making changes without its version, so that files count as they are: by size and time of change.
    """
    package = os.path.dirname(os.path.abspath(pincite.__file__))  # noqa: PTH100, PTH120 - as elsewhere
    parts = [FORMAT, pincite.__version__, sys.version, sys.platform, *_installed()]
    parts += _files(package)
    parts += _files(FOLDER)
    return digest_of("\n".join(parts).encode("utf-8", "surrogatepass"))


def _installed() -> list[str]:
    """Return the packages that can be imported, with their versions, as their folders are called."""
    found: set[str] = set()
    for folder in dict.fromkeys(sys.path):
        try:
            # the working folder comes and goes in the path with how the command is called
            names = os.listdir(folder) if os.path.isabs(folder) else []  # noqa: PTH117, PTH208
        except OSError:
            continue
        found.update(name for name in names if name.endswith(_INSTALLED))
    return sorted(found)


def _files(folder: str) -> Iterator[str]:
    """Yield the files in and below a folder, each with its size and the time of its last change, in order."""
    try:
        with os.scandir(folder) as opened:
            found = sorted(opened, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.is_dir():
            if entry.name not in _PASSED_OVER:
                yield from _files(entry.path)
        else:
            status = entry.stat()
            yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
