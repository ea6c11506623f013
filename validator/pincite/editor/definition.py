"""Where the thing that an id names is written, and where its id is used."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lsprotocol.types import Location

from pincite.editor.context.at import given_in
from pincite.editor.context.cursor import pointer_of
from pincite.editor.documents import OpenDocument, uri_of
from pincite.editor.names import kind_named_at, kinds_at
from pincite.editor.texts import Text
from pincite.editor.understanding import understood
from pincite.model.named_file import FileFault
from pincite.reading.fault import UnreadableError
from pincite.reading.named_files import allowed_path
from pincite.reading.opening import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.editor.context.cursor import Cursor, Step
    from pincite.editor.understanding import Thing, Understanding
    from pincite.model.json_value import Json


def definition_of(
    cursor: Cursor,
    word: str,
    known: Understanding,
    document: OpenDocument,
    opened: Mapping[str, OpenDocument],
) -> Location | None:
    """Return where the thing named at the cursor is written, perhaps in another file; None for nowhere."""
    kinds = kinds_at(cursor.path)
    thing = known.named(word, kinds) if kinds and cursor.role == "value" else None
    if thing is None:
        return None
    if thing.catalogue is not None:
        return _in_catalogue(thing, document, opened)
    if known.raw is not None and known.document is document:
        return Location(document.uri, document.text.range_of(known.place(thing)))
    found = next((one for one in given_in(document) if one.id == thing.id), None)
    return Location(document.uri, document.text.range(found.start, found.end)) if found else None


def _in_catalogue(
    thing: Thing, document: OpenDocument, opened: Mapping[str, OpenDocument]
) -> Location | None:
    """Return where a source stands in a catalogue; one that is open is taken as it is in the editor."""
    path = allowed_path(document.path, thing.catalogue or "")
    if isinstance(path, FileFault):
        return None
    uri = uri_of(path)
    there = next((one for one in opened.values() if _is_file(one, path)), None)
    if there is None:
        try:
            there = OpenDocument(uri, path, text=Text(read_text(path), document.text.encoding))
        except (OSError, ValueError, UnreadableError):
            return None
    known = understood(there, 0)
    listed = known.things.get(thing.id, ()) if known is not None else ()
    own = next((one for one in listed if one.kind == "source" and one.catalogue is None), None)
    if known is not None and own is not None:
        return Location(there.uri, there.text.range_of(known.place(own)))
    given = [(one.start, one.end) for one in given_in(there) if one.id == thing.id]
    return Location(there.uri, there.text.range(*(given or [_word_in(there.text.source, thing.id)])[0]))


def _is_file(document: OpenDocument, path: str) -> bool:
    return document.is_saved and os.path.realpath(document.path) == os.path.realpath(path)


def _word_in(text: str, word: str) -> tuple[int, int]:
    at = max(text.find(word), 0)
    return at, at + (len(word) if text.startswith(word, at) else 0)


def references_to(name: str, known: Understanding, *, with_definition: bool) -> list[Location]:
    """Return all places of a document at which an id is used, and *with_definition* those where it is given."""
    document, raw = known.document, known.raw
    if raw is None:
        return []
    return [
        Location(document.uri, document.text.range_of(raw.positions.of_value(pointer_of(path))))
        for path, word in _words(known.data, ())
        if word == name and (kinds_at(path) or (with_definition and kind_named_at(path)))
    ]


def _words(value: Json, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield all texts in some data, with the paths to them."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _words(inner, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _words(inner, (*path, number))
