"""Drafts reach the disk whole or not at all, and only where nobody else has written meanwhile."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

from pincite.editing.edits import EditingError
from pincite.reading.opening import open_regular
from pincite.reading.writing import write_bytes_whole

if TYPE_CHECKING:
    from typing import BinaryIO

    from pincite.editing.draft import Draft

try:
    import fcntl
except ImportError:  # Windows has none
    fcntl = None  # type: ignore[assignment]


def save(draft: Draft) -> None:
    """Write what a draft's file is to become; a link's target is replaced, and the link stays.

    Raises EditingError where the file is no longer what the draft was made of or is not to be replaced, OSError where
    it cannot be written.
    """
    if not draft.differs:
        return
    fault = _kept(draft.path)
    if fault:
        raise EditingError(fault)
    with open_regular(draft.path) as held:
        _lock(held)
        # by its name once more: who held the lock before has put another file there
        with open_regular(draft.path) as stream:
            if stream.read(len(draft.before) + 1) != draft.before:
                raise EditingError(
                    f"{draft.path} was changed by somebody else meanwhile, and is left as it is; run the command again"
                )
        write_bytes_whole(draft.path, draft.after)


def _lock(stream: BinaryIO) -> None:
    """Wait until no other Pincite is saving the file, and keep others waiting until it is closed.

    Where the system or the disk knows no such locks, two savings within the same moment may still lose one.
    """
    if fcntl is not None:
        with contextlib.suppress(OSError):
            fcntl.flock(stream.fileno(), fcntl.LOCK_EX)


def _kept(path: str) -> str:
    """Return in words why a file is not to be replaced, empty where it may be."""
    about = os.stat(path)  # noqa: PTH116 - as the reading of files
    # the mode besides, since the system lets its administrator write anything
    if not about.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
        return f"{path} is read-only; allow writing (chmod u+w) and run the command again"
    if about.st_nlink > 1:
        return (
            f"{path} has {about.st_nlink} names (hard links), and the others would keep the old content; "
            "make it a file of its own (cp it, then mv the copy over it) and run the command again"
        )
    return ""
