"""What stands at the cursor of an open document, whatever it is written in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.editor.context import attributes
from pincite.editor.context.blocks import Blocks
from pincite.editor.context.brackets import Brackets

if TYPE_CHECKING:
    from pincite.editor.context.cursor import Cursor, Given
    from pincite.editor.documents import OpenDocument

_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_BLANKS = re.compile(r"[\s\ufeff]*")


def cursor_at(document: OpenDocument, offset: int) -> Cursor | None:
    """Return what stands at an offset, None for nothing that belongs to an annotation."""
    text = document.text.source
    syntax = document.syntax
    if syntax == "yaml":
        return Blocks(text, offset).found
    if syntax == "markdown":
        front, end = front_matter(text)
        return (
            Blocks(text, offset, front, end).found
            if front <= offset < end
            else attributes.in_body(text, offset)
        )
    if syntax in {"json", "jsonl"}:
        start, stop = document.text.line_at(offset) if syntax == "jsonl" else (0, len(text))
        start = _BLANKS.match(text, start, stop).end()  # type: ignore[union-attr] # it always matches
        return Brackets(text, start, stop, offset).found if start < stop else None
    return None


def given_in(document: OpenDocument) -> list[Given]:
    """Return the ids that a document gives to things, however broken it is; none for a JSONL file."""
    text = document.text.source
    if document.syntax == "yaml":
        return Blocks(text).given
    if document.syntax == "markdown":
        front, end = front_matter(text)
        return [*Blocks(text, None, front, end).given, *attributes.given_in(text, end)]
    if document.syntax == "json":
        start = _BLANKS.match(text).end()  # type: ignore[union-attr] # as above
        return Brackets(text, start, len(text), len(text) + 1).given
    return []


def front_matter(text: str) -> tuple[int, int]:
    """Return where the YAML of a Markdown article begins and ends, behind and before its lines of dashes."""
    start = text.find("\n") + 1
    end = _END.search(text, start)
    return start, end.start() if end else len(text)
