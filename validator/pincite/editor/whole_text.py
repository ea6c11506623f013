"""What a text becomes as a whole, told as the few edits that make it so: the cursor stays where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import TextEdit

from pincite.editing.edits import Edit, EditingError, minimal
from pincite.formatting.formatted import formatted
from pincite.model.line_changes import line_changes

if TYPE_CHECKING:
    from pincite.editor.documents import OpenDocument
    from pincite.editor.texts import Text


def formatting_of(document: OpenDocument) -> list[TextEdit] | None:
    """Return the edits that put a document into canonical form, as ``pincite fmt`` does.

    None where it cannot be read just now, or has no canonical form that says the same.
    """
    try:
        done = formatted(document.path, document.text.content)
    except EditingError:
        return None
    return None if done.unread else edits_between(document.text, done.draft.after)


def edits_between(old: Text, new: bytes) -> list[TextEdit]:
    """Return the edits that make a text into another, each as short as can be; the new one is UTF-8."""
    before = old.source.splitlines(keepends=True)
    after = new.decode("utf-8", "surrogatepass").splitlines(keepends=True)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    edits = [
        Edit(starts[one.start], starts[one.end], "".join(after[one.new_start : one.new_end]))
        for one in line_changes(before, after)
    ]
    return [TextEdit(old.range(one.start, one.end), one.text) for one in minimal(old.source, edits)]
