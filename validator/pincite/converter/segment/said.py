"""What the file itself says of its paragraphs, as the types of their blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from pincite.converter.manuscript import Manuscript

_TYPES = {
    "heading": "heading",
    "list": "list",
    "caption": "caption",
    "code": "code",
    "note": "note",
}
"""Kind of a paragraph to type of its block; running text, quotations and citations are for the others to find.

So is navigation, which a page of print can have amid a quotation.
"""


def said_types(manuscript: Manuscript, notes: Collection[int], cited: Collection[int]) -> dict[int, str]:
    """Return the block type of each paragraph whose kind tells it; *notes* are the numbers of those with notes.

    A row of a table, its cells parted by tabs, is an item of a list, unless it is one of the *cited* paragraphs.
    """
    types = {
        number: _TYPES[paragraph.kind]
        for number, paragraph in enumerate(manuscript.paragraphs)
        if paragraph.kind in _TYPES
    }
    if manuscript.media_type != "text/plain":
        rows = (number for number, paragraph in enumerate(manuscript.paragraphs) if "\t" in paragraph.text)
        types.update({number: "list" for number in rows if number not in cited and number not in types})
    return {**types, **dict.fromkeys(notes, "note")}
