"""The catalogues that documents name: each file is read once, however many documents name it."""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.model.catalogue import Catalogue, CatalogueFault
from pincite.model.named_file import FileFault
from pincite.reading.limits import MAX_BYTES
from pincite.reading.named_files import Stamp, stamp_of, stamped_bytes
from pincite.reading.opening import STDIN
from pincite.structure.source_lists import NOTHING, Lack, sources_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pincite.model.format import Source
    from pincite.structure.source_lists import SourceList

MAX_CATALOGUES = 32
"""Catalogues of one document; together they have at most ``MAX_BYTES``."""
_KEPT_BYTES = 2 * MAX_BYTES
_KEPT = 256
"""Catalogues that are kept for the next document, and the bytes of their files."""
_WAYS = 32
"""Folders from which a catalogue's copies are kept as seen."""


def catalogues_of(document_path: str, paths: Sequence[str | None]) -> list[Catalogue | None]:
    """Return the catalogues that a document names by paths relative to it; None where a path was beyond mending.

    They are opened under the same conditions as other named files. Whatever prevents it is told as a fault.
    """
    return list(_catalogues(document_path, paths))


def _catalogues(document_path: str, paths: Sequence[str | None]) -> Iterator[Catalogue | None]:
    seen: dict[str, str] = {}
    if document_path != STDIN:
        seen[os.path.realpath(document_path)] = ""
    left = MAX_BYTES
    for number, path in enumerate(paths):
        if path is None:
            yield None
            continue
        if number >= MAX_CATALOGUES:
            message = f"{path} is not read: more than {MAX_CATALOGUES} catalogues are named"
            yield Catalogue(path, fault=CatalogueFault("too_large", message))
            return
        stamp = stamp_of(document_path, path)
        if isinstance(stamp, FileFault):
            yield Catalogue(path, fault=CatalogueFault(stamp.kind, stamp.message))
        elif stamp.target in seen:
            other = seen[stamp.target]
            message = f"{path} is the same file as {other}" if other else f"{path} is this document itself"
            yield Catalogue(path, fault=CatalogueFault("repeated", message))
        elif stamp.size > left:
            message = (
                f"{path} is not read: the catalogues have more than {MAX_BYTES // 1024 // 1024} MiB together"
            )
            yield Catalogue(path, fault=CatalogueFault("too_large", message))
        else:
            seen[stamp.target] = path
            left -= stamp.size
            yield _catalogue(stamp, path)


def _catalogue(stamp: Stamp, path: str) -> Catalogue:
    kept = _SHELF.of(stamp, path)
    listed = kept.listed
    fault = None if listed.fault is None else listed.fault.of(path)
    sources = kept.seen_from(os.path.dirname(path))  # noqa: PTH120 - a path of the format
    return Catalogue(path, sources, fault, listed.is_document, listed.iri, listed.has_all_ids)


@dataclass
class _Kept:
    """A catalogue as it was read, and its sources with the paths of their copies as they are from other folders."""

    listed: SourceList
    size: int
    with_copies: tuple[str, ...] = ()
    ways: dict[str, Mapping[str, Source]] = field(default_factory=dict)

    def seen_from(self, way: str) -> Mapping[str, Source]:
        """Return the sources for documents from whose folder *way* leads to the catalogue's."""
        if not way or not self.with_copies:
            return self.listed.sources
        if way not in self.ways:
            if len(self.ways) >= _WAYS:
                self.ways.clear()
            moved = {name: _moved(self.listed.sources[name], way) for name in self.with_copies}
            self.ways[way] = {**self.listed.sources, **moved}
        return self.ways[way]


def _moved(source: Source, way: str) -> Source:
    moved = source.copy()
    moved["copies"] = [
        {**copy, "path": os.path.normpath(f"{way}/{copy['path']}").replace(os.sep, "/")}
        if copy and "path" in copy
        else copy
        for copy in source["copies"]
    ]
    return moved


class _Shelf:
    """The catalogues read last, by what tells that a file is still the same."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Stamp, str], _Kept] = OrderedDict()
        self._bytes = 0

    def of(self, stamp: Stamp, path: str) -> _Kept:
        """Return the catalogue in a file that a document calls *path*."""
        name = os.path.basename(path).lower()  # noqa: PTH119 - what it ends with says what it is
        key = (stamp, name)
        found = self._kept.get(key)
        if found is None:
            found = self._read(stamp, name)
            self._bytes += found.size
            self._kept[key] = found
            while len(self._kept) > 1 and (self._bytes > _KEPT_BYTES or len(self._kept) > _KEPT):
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= oldest.size
        else:
            self._kept.move_to_end(key)
        return found

    @staticmethod
    def _read(stamp: Stamp, name: str) -> _Kept:
        content = stamped_bytes(stamp, "")
        if isinstance(content, FileFault):  # it went away just now
            return _Kept(
                NOTHING._replace(fault=Lack(content.kind, "was there and cannot be read any more")), 0
            )
        listed = sources_in(name, content)
        copies = (one for one, source in listed.sources.items() if any(source.get("copies", ())))
        return _Kept(listed, stamp.size, tuple(copies))


_SHELF = _Shelf()
