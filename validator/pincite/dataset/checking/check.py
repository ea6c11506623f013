"""The way of a check, from the manifest to the documents."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pincite.dataset.checking import circles, csv_tables, files, keys, lines, manifest, named_paths, tables
from pincite.dataset.checking.agreement import Agreement
from pincite.dataset.checking.documents import Documents
from pincite.dataset.checking.file_errors import FileFaultError
from pincite.dataset.checking.folder import Folder
from pincite.dataset.checking.telling import Teller, capped
from pincite.dataset.package.layout import DOCUMENTS, INPUTS, MANIFEST
from pincite.dataset.package.manifest import NoDatasetError
from pincite.model.finding import Finding
from pincite.model.report import FileCount, Report
from pincite.reading.named_files import standing_in
from pincite.settings.run import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pincite.dataset.checking.keys import Told
    from pincite.dataset.checking.tables import TableFile
    from pincite.settings.run import FileSettings

_NEVER = Settings(isolated=True)
"""Settings where nobody says any."""


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
        self._paths: list[str] = [MANIFEST]
        self._documents: Documents | None = None

    def findings(self, *, documents: bool, progress: Callable[[int, int], None] | None) -> Iterator[Finding]:
        """Yield all that is found, concern by concern."""
        found = manifest.read(self._folder, self._tell)
        if isinstance(found, Finding):
            yield found
            return
        self._paths += [one.path for one in found.files]
        yield from manifest.findings(found, self._tell)
        sound: set[str] = set()
        yield from files.findings(self._folder, found, self._tell, sound, progress)
        yield from self._going_on(named_paths.findings(self._folder, found, self._tell, sound))
        told: Told = set()
        good: dict[str, TableFile] = {}
        yield from tables.opened(self._folder, found, self._tell, sound, good)
        for concern in (
            keys.findings(good, self._scratch, self._tell, told),
            keys.path_findings(good, found, self._tell),
            circles.findings(good, self._tell, told),
            csv_tables.findings(self._folder, good, self._scratch, self._tell, sound),
            lines.findings(self._folder, self._tell, sound),
        ):
            yield from self._going_on(concern, good)
        if documents and DOCUMENTS in sound:
            agreement = Agreement(good, self._scratch, self._tell, told)
            listed = {one.path: one for one in found.files}
            self._documents = Documents(
                self._folder, self._tell, self._settings, listed, sound, self._scratch, agreement
            )
            yield from self._going_on(self._documents.findings(with_inputs=INPUTS in sound), good)

    def _going_on(
        self, concern: Iterator[Finding], good: dict[str, TableFile] | None = None
    ) -> Iterator[Finding]:
        """Yield what a concern finds; a file that ends it is told, and if it is a table, no concern looks at it any more."""
        try:
            yield from concern
        except FileFaultError as error:
            yield self._tell.finding(error.rule, error.path, error.why)
            for name, file in list((good or {}).items()):
                if file.path == error.path and good is not None:
                    del good[name]

    def report(self, found: list[Finding]) -> Report:
        """Return what was found, with all files of the dataset."""
        counts: dict[str, int] = {}
        for one in found:
            counts[one.path] = counts.get(one.path, 0) + 1
        paths = sorted({*(self._tell.path(one) for one in self._paths), *counts})
        return Report(
            tuple(sorted(found, key=lambda one: one.order)),
            tuple(self._count(path, counts.get(path, 0)) for path in paths),
        )

    def _count(self, path: str, findings: int) -> FileCount:
        documents = self._documents if path == self._tell.path(DOCUMENTS) else None
        held = (documents.quotations, documents.citations) if documents is not None else (0, 0)
        return FileCount(path, *held, findings, self._settings.fail_on)
