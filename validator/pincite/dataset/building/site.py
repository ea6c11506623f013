"""The place where a dataset is built: a hidden folder beside its own, with what is done so far, so that a killed run can go on."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from pincite.dataset.building.exchange import exchanged
from pincite.dataset.package.files import paths_in
from pincite.dataset.package.layout import MANIFEST
from pincite.dataset.package.manifest import NoDatasetError, read_manifest
from pincite.dataset.shards.result import on_disk

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from typing_extensions import Self

try:
    import fcntl
except ImportError:  # Windows has none
    fcntl = None  # type: ignore[assignment]

_TRIES = 20
"""How often a folder is removed in which another machine may still be writing, which it notices then; and how often one is made."""
_BETWEEN = 0.05
"""Seconds between two times."""


class SiteError(Exception):
    """A dataset cannot be built in a place; the text says why, and what would help."""


def folder_of(out: Path) -> Path:
    """Return the hidden folder in which a dataset is built, beside its place."""
    return out.parent / f".{out.name}.pincite-build"


class Site:
    """The place of one build, held by one process at a time. Raises SiteError and OSError.

    A run that fails leaves its results for the next one, and nothing at all if it has none.
    """

    def __init__(self, out: Path) -> None:
        self._out = out.absolute()
        self._folder = folder_of(self._out)
        self.results = self._folder / "shards"
        """Where results of shards lie."""
        self.new = self._folder / "new"
        """Where the dataset is put together."""
        self.scratch = self._folder / "scratch"
        """For files in between."""
        self._old = self._folder / "old"
        self._lock_file = self._folder / "lock"
        self._lock = -1

    def __enter__(self) -> Self:
        if not self._out.parent.is_dir():
            raise SiteError(f"there is no folder {self._out.parent}")
        if self._folder.is_symlink():
            raise SiteError(f"{self._folder} is a link; a dataset is built in a folder of its own")
        _replaceable(self._out)
        self._lock = self._locked()
        try:
            self._tidy()
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(self._out)  # a disk that is full does not say for whom
        self._leave()

    @property
    def has_results(self) -> bool:
        """Return whether a run that was stopped has left something to go on with."""
        return self.results.is_dir() and any(not one.name.startswith(".") for one in self.results.iterdir())

    def finish(self) -> None:
        """Move the dataset to its place, and remove what it was built with.

        One that is there is exchanged for it in one step, where the system can. Elsewhere it is taken away first: should the
        process be killed in that moment, the next run puts it back.
        """
        for path in paths_in(self.new):
            on_disk(self.new / path)
        _replaceable(self._out)
        if not self._out.exists():
            self.new.rename(self._out)
        elif not exchanged(self.new, self._out):
            self._out.rename(self._old)
            self.new.rename(self._out)
        on_disk(self._out.parent)
        _remove(self.results)

    def forget(self) -> None:
        """Remove what was done so far: no run can use it."""
        _remove(self.results)
        self.results.mkdir(exist_ok=True)

    def _tidy(self) -> None:
        """Begin with results alone, of all that a run which was killed has left."""
        if self._old.exists() and not self._out.exists():
            self._old.rename(self._out)
        self.results.mkdir(exist_ok=True)
        for folder in (self.new, self.scratch, self._old, *self.results.glob(".*")):
            _remove(folder)
        self.new.mkdir()
        self.scratch.mkdir()

    def _leave(self) -> None:
        """Remove all but results, and all where there are none; let the next run in."""
        if self._old.exists() and not self._out.exists():
            with suppress(OSError):
                self._old.rename(self._out)
        for folder in (self.scratch, self.new, self._old):
            _remove(folder)
        if not self.has_results:
            _remove(self.results)
            with suppress(OSError):
                # the lock last: with it goes what tells another run that this place is taken
                self._lock_file.unlink()
                self._folder.rmdir()
        os.close(self._lock)

    def _locked(self) -> int:
        """Make the folder, and return the open file whose lock says whose it is."""
        for _ in range(_TRIES):
            self._folder.mkdir(exist_ok=True)
            try:
                handle = os.open(self._lock_file, os.O_RDWR | os.O_CREAT, 0o666)
            except FileNotFoundError:  # another run has just removed it
                time.sleep(_BETWEEN)
                continue
            if not _lock(handle):
                os.close(handle)
                break
            if _is_at(handle, self._lock_file):
                return handle
            os.close(handle)
        raise SiteError(f"another run is building {self._out} just now")


def _lock(handle: int) -> bool:
    """Lock a file, and return whether nobody else has; a disk that knows no locks lets everybody."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        pass
    return True


def _is_at(handle: int, path: Path) -> bool:
    """Return whether an open file is the one at a path, and was not removed there meanwhile."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _remove(path: Path) -> None:
    """Remove a folder with all that is in it, or a file; what cannot be removed stays."""
    if path.is_symlink() or path.is_file():
        with suppress(OSError):
            path.unlink()
    for _ in range(_TRIES):
        if not path.exists():
            return
        shutil.rmtree(path, ignore_errors=True)
        if path.exists():
            time.sleep(_BETWEEN)


def _replaceable(out: Path) -> None:
    """Raise SiteError where something stands in a dataset's place that is none, or has files in it that nobody made here."""
    if out.is_symlink():
        raise SiteError(f"{out} is a link; name the folder that it leads to")
    if not out.exists():
        return
    if not out.is_dir():
        raise SiteError(f"{out} is there already, and is no folder")
    if out.is_mount():
        raise SiteError(
            f"{out} is a disk of its own, which cannot be exchanged for another; name a folder on it"
        )
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
