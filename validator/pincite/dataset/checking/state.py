"""What the concerns of one check share: the dataset, how findings are made, and what earlier concerns have found out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pincite.dataset.checking.folder import Folder
    from pincite.dataset.checking.table_file import TableFile
    from pincite.dataset.checking.telling import Teller
    from pincite.dataset.package.files import File
    from pincite.dataset.package.manifest import Manifest
    from pincite.settings.run import FileSettings


@dataclass
class State:
    """The state of one check. A concern is a function that takes it and yields findings; it may raise FileFaultError.

    ``scratch`` is a folder for files in between. ``progress`` is told the number of files done and of all.
    """

    folder: Folder
    manifest: Manifest
    tell: Teller
    scratch: Path
    settings: FileSettings
    progress: Callable[[int, int], None] | None = None
    sound: set[str] = field(default_factory=set)
    """The paths of files that are as they were written: no other is opened."""
    tables: dict[str, TableFile] = field(default_factory=dict)
    """The Parquet files that can be read, by the names of their tables."""
    told_rows: set[tuple[str, int]] = field(default_factory=set)
    """Rows of which something is told, by their table's name and their number (from 1)."""
    quotations: int = 0
    """How many quotations the documents have that were looked at; ``citations`` is the same of citations."""
    citations: int = 0

    @cached_property
    def listed(self) -> Mapping[str, File]:
        """Return the files that the manifest lists, by their paths."""
        return {one.path: one for one in self.manifest.files}

    def give_up(self, path: str) -> None:
        """Let no later concern look at a file, if it is a table."""
        self.tables = {name: file for name, file in self.tables.items() if file.path != path}
