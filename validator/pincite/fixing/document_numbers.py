"""Which document of its file a finding is about."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from pincite.reading.lines import records

if TYPE_CHECKING:
    from pincite.model.finding import Finding


class DocumentNumbers:
    """The numbers of the documents in a file, from 0: in JSONL one stands on each line that is not blank."""

    def __init__(self, path: str, content: bytes) -> None:
        self._lines = [one.line for one in records(content)] if path.endswith(".jsonl") else []

    def of(self, finding: Finding) -> int:
        """Return the number of the document that a finding is about."""
        return bisect_left(self._lines, finding.place.line if finding.place else 1)
