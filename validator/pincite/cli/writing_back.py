"""Files are written back: their bytes read, drafted anew with what is wished, and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.cli.output import CallError, told
from pincite.editing.draft import draft
from pincite.editing.edits import EditingError
from pincite.editing.saving import save as save_draft
from pincite.reading.opening import open_regular, reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.editing.draft import Draft
    from pincite.model.fix import Change

_MOST_BYTES = 256 * 1024 * 1024
"""Bytes of the largest file that is written to: its text is held as it was and as it is to be."""


def content_of(path: str) -> bytes | str:
    """Return the bytes of a file that is to be written to, or in words why there are none."""
    try:
        with open_regular(path) as stream:
            content = stream.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        return f"cannot read the file: {reason(error)}"
    if len(content) > _MOST_BYTES:
        return f"more than {_MOST_BYTES // 1024 // 1024} MiB, the most that is written to at once"
    return content


def written_back(
    path: str, content: bytes, changes: Mapping[int, Sequence[Change]], *, save: bool = True
) -> Draft | str:
    """Return what a file becomes by changes for its documents, numbered from 0, or in words why nothing can be written.

    *content* are the bytes that were looked at: a file that was changed meanwhile is left as it is. Without *save* all stays as
    it is. Raises CallError where the file cannot be written at all.
    """
    try:
        new = draft(path, content, changes)
    except EditingError as error:
        return str(error)
    fault = save_or_say(new) if save else ""
    return fault or new


def save_or_say(new: Draft) -> str:
    """Save a draft, or return in words why its file is left as it is. Raises CallError where it cannot be written at all."""
    try:
        save_draft(new)
    except EditingError as error:
        return str(error)
    except OSError as error:
        raise CallError(f"cannot write {new.path}: {told(error)}") from None
    return ""
