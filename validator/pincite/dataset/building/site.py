"""The place where a dataset is built: a hidden folder beside its own, with what is done so far, so that a killed run can go on."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from pincite.dataset.package.files import paths_in
from pincite.dataset.package.layout import MANIFEST
from pincite.dataset.package.manifest import NoDatasetError, read_manifest
from pincite.dataset.shards.result import UNFINISHED

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from typing_extensions import Self

try:
    import fcntl
except ImportError:  # Windows has none
    fcntl = None  # type: ignore[assignment]


class SiteError(Exception):
    """A dataset cannot be built in a place; the text says why, and what would help."""


class Site:
    """The place of one build, held by one process at a time. Raises SiteError and OSError."""

    def __init__(self, out: Path) -> None:
        self._out = out.absolute()
        self._folder = self._out.parent / f".{self._out.name}.pincite-build"
        self.results = self._folder / "shards"
        """Where results of shards lie."""
        self.new = self._folder / "new"
        """Where the dataset is put together."""
        self.scratch = self._folder / "scratch"
        """For files in between."""
        self._old = self._folder / "old"
        self._lock = -1

    def __enter__(self) -> Self:
        if not self._out.parent.is_dir():
            raise SiteError(f"there is no folder {self._out.parent}")
        if self._folder.is_symlink():
            raise SiteError(f"{self._folder} is a link; a dataset is built in a folder of its own")
        _replaceable(self._out)
        self._folder.mkdir(exist_ok=True)
        self._lock = self._locked()
        if self._old.exists() and not self._out.exists():
            self._old.rename(
                self._out
            )  # a run was killed between taking it away and putting the new one there
        self.results.mkdir(exist_ok=True)
        for folder in (self.new, self.scratch, self._old):
            shutil.rmtree(folder, ignore_errors=True)
        for abandoned in self.results.glob(f"{UNFINISHED}*"):
            shutil.rmtree(abandoned, ignore_errors=True)
        self.new.mkdir()
        self.scratch.mkdir()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self.scratch, ignore_errors=True)
        shutil.rmtree(self.new, ignore_errors=True)
        with suppress(OSError):
            os.close(self._lock)

    @property
    def has_results(self) -> bool:
        """Return whether a run that was stopped has left something to go on with."""
        return any(self.results.iterdir())

    def finish(self) -> None:
        """Move the dataset to its place, and remove what it was built with."""
        for path in paths_in(self.new):
            _written(self.new / path)
        if self._out.exists():
            _replaceable(self._out)
            self._out.rename(self._old)
        self.new.rename(self._out)
        _written(self._out.parent)
        shutil.rmtree(self._folder, ignore_errors=True)

    def discard(self) -> None:
        """Remove all that was begun."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _locked(self) -> int:
        handle = os.open(self._folder / "lock", os.O_RDWR | os.O_CREAT, 0o666)
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(handle)
                raise SiteError(f"another run is building {self._out} just now") from None
            except OSError:  # a disk that knows no locks
                pass
        return handle


def _replaceable(out: Path) -> None:
    """Raise SiteError where something stands in a dataset's place that is none, or has files in it that nobody made here."""
    if not out.exists() and not out.is_symlink():
        return
    if out.is_symlink() or not out.is_dir():
        raise SiteError(f"{out} is there already, and is no folder")
    if not any(out.iterdir()):
        return
    try:
        known = {one.path for one in read_manifest(out).files}
    except NoDatasetError:
        raise SiteError(f"{out} is there already, and is no dataset; name a new folder") from None
    others = [path for path in paths_in(out) if path not in known and path != MANIFEST]
    if others:
        raise SiteError(
            f"{out} has a file that is not of its dataset: {others[0]}; move it elsewhere, or name a new folder"
        )


def _written(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):  # some systems have no such thing for folders
            os.fsync(handle)
    finally:
        os.close(handle)
