"""``pincite verify --write``: what was found is stored in a document, which otherwise stays as its author wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.cli.output import tell
from pincite.cli.writing_back import written_back
from pincite.model.fix import Change
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.documents.to_store import Stored


def store(path: str, content: bytes | str, stored: Sequence[tuple[int, Sequence[Stored]]]) -> bool:
    """Write what was found into the documents of a file, tell it, and return whether all could be written.

    *content* are the bytes that were verified, or in words why there are none to be written to. Raises CallError where the
    file cannot be written at all.
    """
    changes = {number: [Change(*one) for one in ones] for number, ones in stored}
    new = content if isinstance(content, str) else written_back(path, content, changes)
    if isinstance(new, str):
        tell(f"pincite: {safe(path)}: nothing is stored: {safe(new)}")
        return False
    number = sum(map(len, changes.values())) - len(new.refused)
    if number:
        tell(f"pincite: {safe(path)}: {counted(number, 'member')} stored")
    for refusal in new.refused:
        tell(f"pincite: {safe(path)}: {refusal.change.pointer} is not stored, because {safe(refusal.reason)}")
    return not new.refused
