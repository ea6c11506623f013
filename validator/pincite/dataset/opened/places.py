"""Files of a dataset, opened only where they are its own: a dataset may come from anybody."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from pincite.dataset.package.manifest import NoDatasetError

if TYPE_CHECKING:
    from pathlib import Path


def own_file(folder: Path, relative: str) -> Path:
    """Return the path of a file of the dataset in a folder; *relative* has ``/`` between its parts.

    Raises NoDatasetError for a path that leads out of the folder or over a link, and for what is no ordinary file.
    """
    parts = relative.split("/")
    if not all(_is_name(part) for part in parts):
        raise NoDatasetError(f"{relative!r} is no path within a dataset")
    path = folder
    for number, part in enumerate(parts, 1):
        path /= part
        try:
            mode = path.lstat().st_mode
        except (OSError, ValueError):
            raise NoDatasetError(f"{folder} has no file {relative}") from None
        if stat.S_ISLNK(mode):
            raise NoDatasetError(f"{path} is a link; a dataset has files of its own alone")
        if not (stat.S_ISREG(mode) if number == len(parts) else stat.S_ISDIR(mode)):
            raise NoDatasetError(f"{path} is no ordinary {'file' if number == len(parts) else 'folder'}")
    return path


def _is_name(part: str) -> bool:
    """Return whether a part of a path is a name on every system, and leads nowhere else."""
    return part not in {"", ".", ".."} and not any(one in part for one in "\\:\0")
