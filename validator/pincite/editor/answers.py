"""Questions about a place in a document, and who answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from pincite.editor.completion import completions_at
from pincite.editor.context.at import cursor_at
from pincite.editor.definition import definition_of, references_to
from pincite.editor.hover import hover_of
from pincite.editor.names import kind_named_at, kinds_at
from pincite.editor.symbols import symbols_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lsprotocol.types import CompletionItem, DocumentSymbol, Location

    from pincite.editor.documents import OpenDocument
    from pincite.editor.understanding import Memory

COMPLETE_AFTER = ("@", '"', ":", " ", "[")
"""Characters after which editors ask by themselves what may come."""


class Question(NamedTuple):
    """A place in a state of a document, what is known of it from before, and all that is open."""

    document: OpenDocument
    offset: int
    memory: Memory
    opened: Mapping[str, OpenDocument]


def hover(question: Question) -> Hover | None:
    """Return what the word there stands for."""
    document = question.document
    cursor = cursor_at(document, question.offset)
    if cursor is None or cursor.start == cursor.end:
        return None
    word = document.text.source[cursor.start : cursor.end]
    said = hover_of(cursor, word, question.memory.of(document, question.offset))
    if said is None:
        return None
    return Hover(MarkupContent(MarkupKind.Markdown, said), document.text.range(cursor.start, cursor.end))


def definition(question: Question) -> Location | None:
    """Return where the thing named there is written."""
    document = question.document
    cursor = cursor_at(document, question.offset)
    known = question.memory.of(document, question.offset)
    if cursor is None or known is None:
        return None
    word = document.text.source[cursor.start : cursor.end]
    return definition_of(cursor, word, known, document, question.opened)


def references(question: Question, *, with_definition: bool) -> list[Location] | None:
    """Return where else in the document the thing is named that is named, or written, there."""
    document = question.document
    cursor = cursor_at(document, question.offset)
    known = question.memory.of(document, question.offset)
    if cursor is None or known is None or known.document is not document:
        return None
    if not (kinds_at(cursor.path) or kind_named_at(cursor.path)):
        return None
    word = document.text.source[cursor.start : cursor.end]
    return references_to(word, known, with_definition=with_definition)


def symbols(question: Question) -> list[DocumentSymbol] | None:
    """Return the outline of the document, while it can be read."""
    known = question.memory.of(question.document, question.offset)
    return None if known is None or known.document is not question.document else symbols_of(known)


def completion(question: Question) -> list[CompletionItem] | None:
    """Return what may be written there."""
    document = question.document
    cursor = cursor_at(document, question.offset)
    if cursor is None:
        return None
    where = document.text.range(cursor.start, cursor.end)
    return completions_at(cursor, where, question.memory.of(document, question.offset))
