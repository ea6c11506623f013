"""The sources of a document: its own, and those of the catalogues that it names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    from pincite.model.catalogue import Catalogue
    from pincite.model.format import DocumentData, Source

    Item = TypeVar("Item")

MAX_CHAIN = 8
"""How many containers may stand around one source (FORMAT: at most 8 deep)."""


class Sourced:
    """Data with sources, and with catalogues whose sources count as if they were listed there, too."""

    def __init__(
        self,
        data: DocumentData,
        read_catalogues: Callable[[Sequence[str | None]], Sequence[Catalogue | None]] | None = None,
    ) -> None:
        self.data = data
        self._read_catalogues = read_catalogues

    @cached_property
    def catalogues(self) -> list[tuple[str, Catalogue]]:
        """Return the catalogues with their pointers, as far as they were read; each is read when one is first asked for."""
        named = self.data.get("catalogues")
        if not named or self._read_catalogues is None:
            return []
        return list(each(self._read_catalogues(named), "/catalogues"))

    @cached_property
    def sources(self) -> list[tuple[str, Source]]:
        """Return the document's own sources with their pointers; those of catalogues are judged in their own files."""
        return list(each(self.data.get("sources"), "/sources"))

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Return the sources by id, those of catalogues, too; of two with the same id the first, its own before others."""
        own = {source["id"]: source for _, source in reversed(self.sources)}
        if not self.catalogues:
            return own
        found: dict[str, Source] = {}
        for _, catalogue in reversed(self.catalogues):
            found.update(catalogue.sources)
        found.update(own)
        return found

    def source_at(self, source_id: str) -> str | None:
        """Return the pointer of a source, for one of a catalogue that of the catalogue's name; None for none."""
        own = self._source_pointers.get(source_id)
        if own is not None:
            return own
        return next((at for at, catalogue in self.catalogues if source_id in catalogue.sources), None)

    def catalogue_of(self, source_id: str) -> Catalogue | None:
        """Return the catalogue that a source is taken from, None for the document's own and for none."""
        if source_id in self._source_pointers:
            return None
        return next((catalogue for _, catalogue in self.catalogues if source_id in catalogue.sources), None)

    @cached_property
    def _source_pointers(self) -> dict[str, str]:
        return {source["id"]: at for at, source in reversed(self.sources)}

    def chain(self, source_id: str | None) -> list[Source]:
        """Return the source and its containers from the inside out.

        Stops at a cycle, at a dangling id, and behind one container more than the format allows.
        """
        chain: list[Source] = []
        first = None if source_id is None else self.source_by_id.get(source_id)
        if first is None or "container" not in first:
            return chain if first is None else [first]
        seen: set[str] = set()
        while source_id is not None and source_id not in seen and len(chain) <= MAX_CHAIN + 1:
            source = self.source_by_id.get(source_id)
            if source is None:
                break
            seen.add(source_id)
            chain.append(source)
            source_id = source.get("container", {}).get("source")
        return chain


def each(items: Sequence[Item | None] | None, at: str) -> Iterator[tuple[str, Item]]:
    """Yield the items of a list at a pointer with their own pointers; what was beyond mending is passed over."""
    for index, item in enumerate(items or ()):
        if item is not None:
            yield f"{at}/{index}", item
