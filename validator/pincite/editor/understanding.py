"""What an open document says, as far as it can be read: the things in it that have ids, and those it takes from catalogues."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pincite.editor.context.at import given_in
from pincite.editor.names import ARCHIVE, kind_named_at
from pincite.model.json_value import pointer_to
from pincite.model.references import KINDS
from pincite.reading.files import RawDocument, documents_in, read_document
from pincite.structure.catalogues import catalogues_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pincite.editor.documents import OpenDocument
    from pincite.model.finding import Place
    from pincite.model.json_value import JsonObject

MAX_CHAIN = 8


class Thing(NamedTuple):
    """A thing with an id: its kind, its data, and where that stands: a pointer, and for a catalogue's its path.

    Nothing is known of the data but that it is an object.
    """

    kind: str
    id: str
    data: JsonObject
    pointer: str
    catalogue: str | None = None


class Understanding:
    """What one document says: ``raw`` is it as it was read in the state ``document``, None where it could not be.

    *besides* are things of which nothing is known but their ids.
    """

    def __init__(
        self, raw: RawDocument | None, document: OpenDocument, besides: Sequence[Thing] = ()
    ) -> None:
        self.raw = raw
        self.document = document
        self.data: JsonObject = raw.data if raw is not None and isinstance(raw.data, dict) else {}
        self._besides = besides

    @cached_property
    def things(self) -> Mapping[str, Sequence[Thing]]:
        """Return all things by their ids; an id may stand for several while a document is in disorder."""
        found: dict[str, list[Thing]] = {}
        for thing in (*self._own(), *self._of_catalogues()):
            found.setdefault(thing.id, []).append(thing)
        for thing in self._besides:
            found.setdefault(thing.id, [thing])
        return found

    def named(self, name: str, kinds: Sequence[str]) -> Thing | None:
        """Return what an id stands for where these kinds are meant; another kind only where none of these has it."""
        things = self.things.get(name, ())
        fitting = [one for one in things if one.kind in kinds]
        return next(iter((*fitting, *(one for one in things if ARCHIVE not in {one.kind, *kinds}))), None)

    def of_kinds(self, kinds: Sequence[str]) -> Iterator[Thing]:
        """Yield the things of some kinds, in the order of the file, those of catalogues last."""
        for things in self.things.values():
            yield from (one for one in things if one.kind in kinds)

    def chain(self, source: Thing) -> list[Thing]:
        """Return the containers around a source, from the inside out."""
        found: list[Thing] = []
        at: Thing | None = source
        while at is not None and len(found) <= MAX_CHAIN:
            container = at.data.get("container")
            name = container.get("source") if isinstance(container, dict) else None
            at = self.named(name, ("source",)) if isinstance(name, str) else None
            if at is None or at == source or at in found:
                break
            found.append(at)
        return found

    def place(self, thing: Thing) -> Place | None:
        """Return where a thing of the document itself says its id, None for a document that could not be read."""
        if self.raw is None:
            return None
        if thing.kind == ARCHIVE:
            return self.raw.positions.of_key(thing.pointer)
        return self.raw.positions.of_value(pointer_to(thing.pointer, "id"))

    def _own(self) -> Iterator[Thing]:
        for member, kind in KINDS.items():
            items = self.data.get(member)
            for number, item in enumerate(items if isinstance(items, list) else ()):
                name = item.get("id") if isinstance(item, dict) else None
                if isinstance(item, dict) and isinstance(name, str):
                    yield Thing(kind, name, item, f"/{member}/{number}")
        archives = self.data.get("archives")
        for code, entry in archives.items() if isinstance(archives, dict) else ():
            if isinstance(entry, dict):
                yield Thing(ARCHIVE, code, entry, pointer_to("/archives", code))

    def _of_catalogues(self) -> Iterator[Thing]:
        paths = self.data.get("catalogues")
        named = [one if isinstance(one, str) else None for one in paths] if isinstance(paths, list) else []
        if self.raw is None or not any(named):
            return
        for catalogue in catalogues_of(self.raw.path, named):
            for name, source in catalogue.sources.items() if catalogue is not None else ():
                data: JsonObject = dict(source)  # type: ignore[arg-type] # a typed dictionary is one of JSON
                yield Thing("source", name, data, "", catalogue.path if catalogue else None)


def understood(document: OpenDocument, offset: int) -> Understanding | None:
    """Return what the document says, of a JSONL file the one in the line of *offset*; None where it cannot be read."""
    content = document.text.content
    if document.syntax is None or document.syntax == "article":
        return None
    if document.syntax == "jsonl":
        start, end = document.text.line_at(offset)
        row = document.text.position(offset).line
        line = document.text.source[start:end].encode("utf-8", "surrogatepass")
        raw = read_document(document.path, line, is_json=True, first_line=row + 1)
    else:
        raw = next(documents_in(document.path, content))
    return Understanding(raw, document) if isinstance(raw, RawDocument) else None


class Memory:
    """What the open documents say, and what each has said when it could last be read.

    All of it is for one thread, that which answers: a document cannot be forgotten while it is read for an answer.
    """

    def __init__(self) -> None:
        self._present: dict[str, tuple[OpenDocument, Understanding]] = {}
        self._readable: dict[str, OpenDocument] = {}
        self._last: dict[str, Understanding] = {}

    def note(self, document: OpenDocument) -> None:
        """Remember a state of a document that can be read; it is read when it is first needed."""
        self._readable[document.uri] = document

    def forget(self, uri: str) -> None:
        """Forget a document that was closed."""
        self._present.pop(uri, None)
        self._readable.pop(uri, None)
        self._last.pop(uri, None)

    def of(self, document: OpenDocument, offset: int) -> Understanding | None:
        """Return what a document says; while it cannot be read, what it has said before, and what else it gives ids to.

        None for a line of a JSONL file that cannot be read.
        """
        if document.syntax == "jsonl":
            return understood(document, offset)
        state, present = self._present.get(document.uri, (None, None))
        if present is None or state is not document:
            present = understood(document, offset) or self._pieced_together(document)
            self._present[document.uri] = document, present
        return present

    def _pieced_together(self, document: OpenDocument) -> Understanding:
        """Return what is known of a document that cannot be read."""
        readable = self._readable.get(document.uri)
        last = self._last.get(document.uri)
        if readable is not None and (last is None or last.document is not readable):
            last = understood(readable, 0)
            if last is not None:
                self._last[document.uri] = last
        given = [
            Thing(kind, one.id, {}, "") for one in given_in(document) if (kind := kind_named_at(one.path))
        ]
        return Understanding(last.raw if last else None, last.document if last else document, given)
