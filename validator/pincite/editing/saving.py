"""Drafts reach the disk whole or not at all, and only where nobody else has written meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.editing.edits import EditingError
from pincite.reading.opening import open_regular
from pincite.reading.writing import write_bytes_whole

if TYPE_CHECKING:
    from pincite.editing.draft import Draft


def save(draft: Draft) -> None:
    """Write what a draft's file is to become; a link's target is replaced, and the link stays.

    Raises EditingError where the file is no longer what the draft was made of, OSError where it cannot be written.
    """
    if not draft.changes:
        return
    with open_regular(draft.path) as stream:
        if stream.read(len(draft.before) + 1) != draft.before:
            raise EditingError(
                f"{draft.path} was changed by somebody else meanwhile, and is left as it is; run the command again"
            )
    write_bytes_whole(draft.path, draft.after)
