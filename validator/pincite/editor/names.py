"""What an id stands for at a place in a document."""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING

from pincite.model.json_value import pointer_to
from pincite.model.references import KINDS, kinds_named_at

if TYPE_CHECKING:
    from pincite.editor.context.cursor import Step

ARCHIVE = "archive"
"""The kind of what stands under ``archives``: a code and no id, but named in the same way."""
LISTS = {kind: member for member, kind in KINDS.items()}
"""The document's list in which objects of a kind stand."""

_CODES = re.compile(r"/(?:quotations|claims)/[0-9]+/citations/[0-9]+/archive_code")
"""Where archives are named."""


def kinds_at(path: tuple[Step, ...]) -> tuple[str, ...]:
    """Return the kinds of what the value at a path names by its id; none where it is no such name."""
    pointer = reduce(pointer_to, path, "")
    return (ARCHIVE,) if _CODES.fullmatch(pointer) else kinds_named_at(pointer)


def kind_named_at(path: tuple[Step, ...]) -> str | None:
    """Return the kind of the object whose own id stands at a path, None for any other value."""
    is_id = len(path) == 3 and path[2] == "id" and isinstance(path[0], str)  # noqa: PLR2004 - list, number, member
    return KINDS.get(str(path[0])) if is_id else None
