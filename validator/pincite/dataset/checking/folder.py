"""The folder of a dataset that nobody trusts: only regular files that lie in it themselves are ever opened."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING, Literal

from pincite.dataset.checking.file_errors import FileLostError
from pincite.reading.opening import reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

Kind = Literal["file", "link", "folder", "other", "absent"]

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)  # Windows has none of these
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_DRIVE = re.compile(r"[A-Za-z]:")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_LONGEST = 4096


class Folder:
    """A dataset's folder; paths in it have ``/`` between their parts and count from it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._parents: dict[str, Kind] = {"": "folder"}

    def kind(self, path: str) -> Kind:
        """Return what lies at a path that ``fault_of`` finds nothing in; ``link`` also for what lies behind one."""
        parent, _, _ = path.rpartition("/")
        above = self._parents.get(parent)
        if above is None:
            above = self._parents[parent] = self.kind(parent)
        if above != "folder":
            return "absent" if above == "file" else above
        try:
            mode = os.lstat(self.root / path).st_mode
        except (OSError, ValueError):
            return "absent"
        if stat.S_ISLNK(mode):
            return "link"
        if stat.S_ISDIR(mode):
            return "folder"
        return "file" if stat.S_ISREG(mode) else "other"

    def opened(self, path: str) -> BinaryIO:
        """Return an open file of the dataset; raises FileLostError for what is none, or has become a link or a pipe meanwhile."""
        kind = self.kind(path)
        if kind != "file":
            raise FileLostError(path, f"{path} is no file any more")
        try:
            handle = os.open(self.root / path, _FLAGS)
        except OSError as error:
            raise FileLostError(path, f"{path} cannot be opened: {reason(error)}") from None
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise FileLostError(path, f"{path} is no file any more")
        return os.fdopen(handle, "rb")

    def entries(self) -> Iterator[tuple[str, Kind]]:
        """Yield all that lies in the folder and its folders, but for folders, in the order of their names; links are not followed."""
        waiting = [""]
        while waiting:
            here = waiting.pop()
            with os.scandir(self.root / here) as found:
                entries = sorted(
                    (one.name, one.is_symlink(), one.is_dir(follow_symlinks=False)) for one in found
                )
            below = []
            for name, is_link, is_folder in entries:
                path = f"{here}/{name}" if here else name
                if is_folder and not is_link:
                    below.append(path)
                else:
                    yield path, self.kind(path)
            waiting += reversed(below)


def fault_of(path: str) -> str | None:
    """Return why a path cannot be that of a file in a dataset, None where it can be."""
    parts = path.split("/")
    faults = (
        (not path, "it is empty"),
        (len(path) > _LONGEST, f"it has {len(path)} characters"),
        ("\0" in path, "it has the character U+0000"),
        (
            path.startswith("/") or "\\" in path or _DRIVE.match(path),
            "it does not count from the dataset's folder",
        ),
        (_SCHEME.match(path), "it is an address"),
        (".." in parts, "it leads upwards"),
        ("" in parts or "." in parts, "it has a part without a name"),
    )
    return next((fault for is_so, fault in faults if is_so), None)
