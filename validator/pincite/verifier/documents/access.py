"""Copies are opened, each once: whether it may be opened, whether it is the one that was pinned, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.copies.copy_text import CopyFault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.documents.evidence import Evidence
    from pincite.verifier.shelf import Opened, Shelf


class Access:
    """The copies of one document; what is wrong with them is kept, each fault once.

    ``changed`` are those with another digest than the one pinned, with the digest they have; ``faults`` those that cannot be
    read.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.changed: dict[tuple[str, str], tuple[Evidence, str]] = {}
        self.faults: dict[tuple[str, str], tuple[Evidence, CopyFault]] = {}

    def look_at(self, evidence: Evidence) -> CopyFault | None:
        """Return why a copy is not to be judged by, None where it can be tried."""
        key = (evidence.at, evidence.name)
        if key in self.faults:
            return self.faults[key][1]
        if key in self.changed:
            return _is_changed(evidence)
        if evidence.fault is not None:
            self.faults[key] = (evidence, evidence.fault)
            return evidence.fault
        if evidence.sha256 is None or evidence.file is None:
            return None
        return self._compared(evidence, self._shelf.digest(evidence.file))

    def opened(self, evidence: Evidence, languages: Sequence[str]) -> Opened | CopyFault:
        """Return a copy, or why it is not to be judged by."""
        fault = self.look_at(evidence)
        if fault is not None or evidence.file is None:
            return fault or CopyFault("absent", f"there is no file {evidence.name}")
        opened = self._shelf.of(evidence.file, media_type=evidence.media_type, languages=languages)
        if isinstance(opened, CopyFault):
            fault = CopyFault(opened.kind, f"{evidence.name}: {opened.message}", opened.hint)
            self.faults[evidence.at, evidence.name] = (evidence, fault)
            return fault
        # a folder has its digest only now, and a file may have been changed just now
        return self._compared(evidence, opened.copy.sha256) or opened

    def _compared(self, evidence: Evidence, digest: str | None) -> CopyFault | None:
        """Return that a copy is another one than was pinned, and keep it; None where it is not, or has no digest."""
        if evidence.sha256 is None or digest is None or digest == evidence.sha256:
            return None
        self.changed[evidence.at, evidence.name] = (evidence, digest)
        return _is_changed(evidence)


def _is_changed(evidence: Evidence) -> CopyFault:
    return CopyFault("changed", f"{evidence.name} is not the copy that was pinned: its SHA-256 is another")
