"""Folders of copies that the user names."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pincite.reading.files import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.format import Source
    from pincite.verifier.shelf import Shelf

_MOST_FILES = 100_000
"""Files of the folders of sources that are known."""


class SourceFolders:
    """Folders of copies that the user names: their files by the id of a source, by name and by digest.

    Hidden files and folders and links are passed over: what they lead to may lie anywhere.
    """

    def __init__(self, folders: Sequence[str] = ()) -> None:
        self.folders = tuple(folders)
        self._by_stem: dict[str, list[str]] = {}
        self._by_name: dict[str, list[str]] = {}
        self._files: list[str] = []
        self._digests: dict[str, list[str]] | None = None
        for folder in folders:
            self._look_through(folder)

    def of(self, source: Source, shelf: Shelf) -> list[str]:
        """Return the files that are copies of a source: by pinned digest, by its id, by the names of its copies."""
        if not self._files:
            return []
        copies = [one for one in source.get("copies", ()) if one]
        pinned = [one["sha256"].lower() for one in copies if "sha256" in one]
        found = [file for digest in pinned for file in self._of_digest(digest, shelf)]
        found += self._by_stem.get(source["id"].casefold(), [])
        for one in copies:
            name = one.get("path", "").rpartition("/")[2]
            found += self._by_name.get(name.casefold(), []) if name else []
        return list(dict.fromkeys(found))

    def _of_digest(self, digest: str, shelf: Shelf) -> list[str]:
        if self._digests is None:
            self._digests = {}
            for file in self._files:
                found = shelf.digest(file)
                if found is not None:
                    self._digests.setdefault(found, []).append(file)
        return self._digests.get(digest, [])

    def _look_through(self, folder: str) -> None:
        for where, folders, names in os.walk(folder):
            folders[:] = sorted(
                name
                for name in folders
                if not name.startswith(".") and not os.path.islink(os.path.join(where, name))  # noqa: PTH114, PTH118
            )
            for name in sorted(names):
                path = os.path.join(where, name)  # noqa: PTH118 - as the walking of documents
                if name.startswith(".") or name.endswith(SUFFIXES) or os.path.islink(path):  # noqa: PTH114
                    continue
                if len(self._files) >= _MOST_FILES:
                    return
                self._files.append(path)
                stem = os.path.splitext(name)[0].casefold()  # noqa: PTH122
                self._by_stem.setdefault(stem, []).append(path)
                self._by_name.setdefault(name.casefold(), []).append(path)
            for name in folders:  # the pages of one source, in order
                path = os.path.join(where, name)  # noqa: PTH118
                self._by_stem.setdefault(name.casefold(), []).append(path)
