"""What the findings of a document rest on besides its own bytes: the files that it names, as they were when it was judged."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.reading.named_files import FileOnDisk
    from pincite.reading.states import Sight

MAX_WATCHED = 1000
"""Files that one document may name for its findings to be kept."""


class Watch:
    """Takes down which files are looked at while the documents at *path* are judged."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._before: dict[str, tuple[Sight | str, str | None]] = {}
        self._files: dict[str, list[FileOnDisk]] = {}
        self._whole: set[str] = set()
        self.size = 0
        """Bytes of the files, once their states are told."""

    def see(self, relative: str, *, whole: bool = True) -> None:
        """Take down a file before it is read: all of it, or what ``opens`` tells."""
        from pincite.reading.states import WHOLE, is_recent, sight_of, state_of  # noqa: PLC0415 - most documents name none

        if whole:
            self._whole.add(relative)
        if relative not in self._before and len(self._before) <= MAX_WATCHED:
            sight = sight_of(self._path, relative)
            state = state_of(self._path, relative, WHOLE) if is_recent(sight) else None
            self._before[relative] = sight, state

    def opens(self, relative: str, file: FileOnDisk) -> None:
        """Take down what will know how much of a file was looked at."""
        self._files.setdefault(relative, []).append(file)

    def see_itself(self) -> None:
        """Take down where the document lies, which tells whether it names itself."""
        self.see(os.path.basename(self._path))  # noqa: PTH119 - as the reading of files

    def states(self) -> dict[str, str] | None:
        """Return the states of the files, None where one was changed meanwhile, or there are too many."""
        if not self._before:
            return {}
        if len(self._before) > MAX_WATCHED:
            return None
        from pincite.reading.states import FIRST, WHOLE, sight_of, state_of  # noqa: PLC0415 - as above

        found: dict[str, str] = {}
        for relative, (before, state_before) in self._before.items():
            files = self._files.get(relative, ())
            whole = relative in self._whole or any(file.is_read_whole for file in files)
            sha256 = next((one for file in files if (one := file.known_sha256)), None)
            found[relative] = state_of(self._path, relative, WHOLE if whole else FIRST, sha256)
            if state_before is not None and state_before != state_of(self._path, relative, WHOLE):
                return None
            if sight_of(self._path, relative) != before:
                return None
            if not isinstance(before, str):
                self.size += before[3]
        return found
