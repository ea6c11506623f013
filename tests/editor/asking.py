"""Questions about a text with a mark where the cursor stands, asked without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.editor.answers import Question
from pincite.editor.documents import OpenDocument
from pincite.editor.texts import Text
from pincite.editor.understanding import Memory

if TYPE_CHECKING:
    from pathlib import Path

MARK = "‸"


def question(
    text: str, name: str = "harbour.pincite.yaml", folder: Path | None = None, before: str = ""
) -> Question:
    """Return the question about the place of the mark; *before* is a former state of the document, which could be read."""
    path = str(folder / name) if folder else f"/nowhere/{name}"
    offset = text.index(MARK)
    document = OpenDocument(f"file://{path}", path, Text(text.replace(MARK, "", 1)))
    memory = Memory()
    if before:
        memory.note(document._replace(text=Text(before)))
    return Question(document, offset, memory, {})
