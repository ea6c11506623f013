"""Two folders change their names in one step, so that there is never a moment without one of them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FROM_HERE = -100
"""``AT_FDCWD``: paths count from the working folder."""
_EXCHANGE = 2
"""``RENAME_EXCHANGE``."""


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders of one disk change their names, and return whether they have.

    Linux can (renameat2(2)), on most disks; elsewhere nothing happens.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # noqa: PLC0415 - for this alone

    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    done: int = rename(_FROM_HERE, os.fsencode(one), _FROM_HERE, os.fsencode(other), _EXCHANGE)
    return done == 0
