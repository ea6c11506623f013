"""Where a user's caches lie on this system."""

from __future__ import annotations

import os
import sys

VARIABLE = "PINCITE_CACHE"
"""The variable that names another folder; empty it says that nothing is kept."""


def default_folder() -> str | None:
    """Return the folder for what checks found, None where nothing is to be kept, or the user has no folder."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return named or None
    base = _base()
    # a relative one would lead into whatever folder is worked in
    return os.path.join(base, "pincite", "check") if base and os.path.isabs(base) else None  # noqa: PTH117, PTH118 - as elsewhere


def _base() -> str | None:
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")  # noqa: PTH111 - as above
    # specifications.freedesktop.org/basedir-spec: a relative path there counts for nothing
    named = os.environ.get("XDG_CACHE_HOME", "")
    return named if os.path.isabs(named) else os.path.expanduser("~/.cache")  # noqa: PTH111, PTH117 - as above
