"""Copies are opened, each once: whether it may be opened, whether it is the one that was pinned, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.verifier.copies.copy_text import CopyFault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.documents.verification import Evidence
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
        if evidence.sha256 and evidence.file:
            digest = self._shelf.digest(evidence.file)
            if digest is not None and digest != evidence.sha256:
                self.changed[key] = (evidence, digest)
                return _is_changed(evidence)
        return None

    def opened(self, evidence: Evidence, languages: Sequence[str]) -> Opened | CopyFault:
        """Return a copy, or why it is not to be judged by."""
        fault = self.look_at(evidence)
        if fault is not None or evidence.file is None:
            return fault or CopyFault("absent", f"there is no file {evidence.name}")
        opened = self._shelf.of(evidence.file, media_type=evidence.media_type, languages=languages)
        key = (evidence.at, evidence.name)
        if isinstance(opened, CopyFault):
            fault = CopyFault(opened.kind, f"{evidence.name}: {opened.message}", opened.hint)
            self.faults[key] = (evidence, fault)
            return fault
        if (
            evidence.sha256 and opened.copy.sha256 != evidence.sha256
        ):  # a folder, or a file that was changed just now
            self.changed[key] = (evidence, opened.copy.sha256)
            return _is_changed(evidence)
        return opened


def _is_changed(evidence: Evidence) -> CopyFault:
    return CopyFault("changed", f"{evidence.name} is not the copy that was pinned: its SHA-256 is another")
