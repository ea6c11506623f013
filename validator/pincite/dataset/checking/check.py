"""The way of a check, from the manifest to the documents."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pincite.dataset.checking import (
    circles,
    csv_tables,
    files,
    image_paths,
    keys,
    lines,
    manifest,
    named_paths,
    tables,
)
from pincite.dataset.checking import documents as of_documents
from pincite.dataset.checking.file_errors import FileFaultError
from pincite.dataset.checking.folder import Folder
from pincite.dataset.checking.state import State
from pincite.dataset.checking.telling import Teller, capped
from pincite.dataset.package.layout import DOCUMENTS, MANIFEST
from pincite.dataset.package.manifest import NoDatasetError
from pincite.model.finding import Finding
from pincite.model.report import FileCount, Report
from pincite.reading.named_files import standing_in
from pincite.settings.run import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pincite.settings.run import FileSettings

_NEVER = Settings(isolated=True)
"""Settings where nobody says any."""
CONCERNS: Sequence[Callable[[State], Iterator[Finding]]] = (
    manifest.findings,
    files.findings,
    named_paths.findings,
    tables.findings,
    keys.findings,
    image_paths.findings,
    circles.findings,
    csv_tables.findings,
    lines.findings,
)
"""The concerns that look at the package and its tables; those of later lines build on what earlier ones have found out."""


def check_dataset(
    named: str,
    settings: Settings = _NEVER,
    *,
    documents: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Hold a dataset, *named* by the path of its folder, against its manifest, its tables, and its documents.

    Without *documents* these are not opened but for their digest. ``progress`` is told the number of files done and of all.
    Raises NoDatasetError where there is no folder, ConfigError and OSError.
    """
    if not os.path.isdir(named):  # noqa: PTH112 - as in lookup
        raise NoDatasetError(f"there is no folder {named}")
    root = Path(os.path.realpath(named))
    # a configuration in the dataset itself, which anybody may have put there, does not say how it is judged
    in_force = settings.of(os.path.join(os.path.dirname(os.path.abspath(named)), DOCUMENTS))  # noqa: PTH100, PTH118, PTH120
    with TemporaryDirectory(prefix="pincite-check-") as scratch, standing_in(str(root)):
        check = _Check(named, Folder(root), Path(scratch), in_force)
        found = [
            in_force.adjusted(one)
            for one in capped(check.findings(documents=documents, progress=progress))
            if in_force.wants(one.code)
        ]
    return check.report(found)


class _Check:
    """The check of one dataset."""

    def __init__(self, named: str, folder: Folder, scratch: Path, settings: FileSettings) -> None:
        self._folder = folder
        self._scratch = scratch
        self._settings = settings
        self._tell = Teller(named)
        self._state: State | None = None

    def findings(self, *, documents: bool, progress: Callable[[int, int], None] | None) -> Iterator[Finding]:
        """Yield all that is found, concern by concern."""
        found = manifest.read(self._folder, self._tell)
        if isinstance(found, Finding):
            yield found
            return
        state = State(self._folder, found, self._tell, self._scratch, self._settings, progress)
        self._state = state
        for findings in (*CONCERNS, of_documents.findings) if documents else CONCERNS:
            yield from _ended(findings, state)

    def report(self, found: list[Finding]) -> Report:
        """Return what was found, with all files of the dataset."""
        counts: dict[str, int] = {}
        for one in found:
            counts[one.path] = counts.get(one.path, 0) + 1
        listed = self._state.listed if self._state is not None else ()
        paths = sorted({*(self._tell.path(one) for one in (MANIFEST, *listed)), *counts})
        return Report(
            tuple(sorted(found, key=lambda one: one.order)),
            tuple(self._count(path, counts.get(path, 0)) for path in paths),
        )

    def _count(self, path: str, findings: int) -> FileCount:
        state = self._state if path == self._tell.path(DOCUMENTS) else None
        held = (state.quotations, state.citations) if state is not None else (0, 0)
        return FileCount(path, *held, findings, self._settings.fail_on)


def _ended(findings: Callable[[State], Iterator[Finding]], state: State) -> Iterator[Finding]:
    """Yield what a concern finds; a file that ends it is told, and if it is a table, no concern looks at it any more."""
    try:
        yield from findings(state)
    except FileFaultError as error:
        yield state.tell.finding(error.rule, error.path, error.why)
        state.give_up(error.path)
