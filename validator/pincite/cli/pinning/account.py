"""What a run of ``pincite pin`` says: a line for each thing, in the order of the file, and figures at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.cli import output
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from pincite.model.finding import Place


class Account:
    """Counts documents, the files they name, the members recorded in them, and faults; keeps lines until shown."""

    def __init__(self, *, writes: bool) -> None:
        self.documents = self.files = self.recorded = self.faults = 0
        self._writes = writes
        self._lines: list[tuple[int, int, str]] = []

    def remark(self, path: str, place: Place | None, message: str) -> None:
        """Note a line about a place in a file, None for all of it."""
        at = f":{place.line}:{place.column}" if place else ""
        line, column = (place.line, place.column) if place else (0, 0)
        self._lines.append((line, column, f"{safe(path)}{at}: {safe(message)}\n"))

    def fault(self, path: str, place: Place | None, message: str) -> None:
        """Note a line about something that fails the run."""
        self.faults += 1
        self.remark(path, place, message)

    def show(self) -> None:
        """Print the lines noted since the last time, in the order of their places."""
        output.show("".join(line for _, _, line in sorted(self._lines, key=lambda one: one[:2])))
        self._lines.clear()

    def summary(self) -> str:
        """Return the figures in one line."""
        done = "recorded" if self._writes else "to be recorded"
        faults = f"; {counted(self.faults, 'fault')}" if self.faults else ""
        documents, files = counted(self.documents, "document"), counted(self.files, "file")
        return f"{documents}, {files}: {counted(self.recorded, 'member')} {done}{faults}"
