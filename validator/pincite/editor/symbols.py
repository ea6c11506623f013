"""The outline of a document: its sources, quotations, claims and images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import DocumentSymbol, Range, SymbolKind

from pincite.editor.hover import title_of
from pincite.editor.names import LISTS

if TYPE_CHECKING:
    from pincite.editor.understanding import Thing, Understanding
    from pincite.reading.files import RawDocument

_KINDS = {
    "source": SymbolKind.Package,
    "quotation": SymbolKind.String,
    "claim": SymbolKind.Boolean,
    "image": SymbolKind.File,
}


def symbols_of(known: Understanding) -> list[DocumentSymbol]:
    """Return the outline: the lists of a document, and in each what has an id."""
    found = []
    for kind, member in LISTS.items():
        things = [one for one in known.of_kinds((kind,)) if one.catalogue is None]
        children = [_symbol(one, known.raw, known) for one in things] if known.raw else []
        if children:
            around = Range(min(one.range.start for one in children), max(one.range.end for one in children))
            found.append(
                DocumentSymbol(
                    member, SymbolKind.Namespace, around, children[0].selection_range, children=children
                )
            )
    return found


def _symbol(thing: Thing, raw: RawDocument, known: Understanding) -> DocumentSymbol:
    text = known.document.text
    place = raw.positions.of_value(thing.pointer)
    whole = text.range_between(place[:2], place[2:4])
    name = text.range_of(known.place(thing))
    if not (
        whole.start <= name.start and name.end <= whole.end
    ):  # an annotated article says the id elsewhere
        name = Range(whole.start, whole.start)
    return DocumentSymbol(thing.id or "?", _KINDS[thing.kind], whole, name, detail=title_of(thing))
