"""Which document of its file a finding is about."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.finding import Finding


class DocumentNumbers:
    """The numbers of the documents in a file, from 0: in JSONL one stands on each line that is not blank."""

    def __init__(self, path: str, content: bytes) -> None:
        lines = content.split(b"\n") if path.endswith(".jsonl") else []
        self._before = [0, *accumulate(1 if line.strip() else 0 for line in lines)]

    def of(self, finding: Finding) -> int:
        """Return the number of the document that a finding is about."""
        line = finding.place.line if finding.place else 1
        return self._before[min(line, len(self._before)) - 1]
