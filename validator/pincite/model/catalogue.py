"""A file of sources that several documents share, as far as it was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from pincite.model.json_value import pointer_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Literal, TypeAlias

    from pincite.model.document import Document
    from pincite.model.format import DocumentData, Source

    FaultKind: TypeAlias = Literal[
        "outside", "absent", "unreadable", "too_large", "unknown_kind", "broken", "repeated", "no_reader"
    ]


@dataclass(frozen=True)
class CatalogueFault:
    """Why a catalogue gives no sources, or not all of them.

    ``outside``: it lies in no allowed folder. ``absent``: there is none. ``unreadable``: it is a folder, a pipe, a
    device, or the system refuses it. ``too_large``: it has more bytes than are read. ``unknown_kind``: its name ends
    like that of no list of sources. ``broken``: there are errors in it. ``repeated``: it is the document itself, or a
    catalogue that is named already. ``no_reader``: what reads it is not installed. ``message`` is a clause of its own, in
    which the path stands.
    """

    kind: FaultKind
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Catalogue:
    """A catalogue at the path by which a document names it.

    ``iri`` is the ``id`` that it has as a document; empty for none. ``sources`` are its sources by their ids, of two with the same id the first; paths of their copies lead from the
    document's folder. ``is_document`` tells whether it is a Pincite document, which can be written to. ``has_all_ids``:
    the faults in it are in sources whose ids are known. Catalogues that it names itself are not followed: what a
    document cites stands in a file that the document names.
    """

    path: str
    sources: Mapping[str, Source] = field(default_factory=dict)
    fault: CatalogueFault | None = None
    is_document: bool = False
    iri: str = ""
    has_all_ids: bool = False

    @property
    def is_whole(self) -> bool:
        """Return whether all sources that it may have are known."""
        return self.fault is None or self.fault.kind == "repeated"

    @property
    def tells_ids(self) -> bool:
        """Return whether an id that none of its sources has is that of nothing in it."""
        return self.is_whole or self.has_all_ids


def used(document: Document) -> dict[str, Source]:
    """Return the sources of catalogues that anything of a document leads to, each container behind what it holds."""
    found: dict[str, Source] = {}
    own = {source["id"] for _, source in document.sources}
    for name in [*_named(document), *_containers(document)]:
        inner: str | None = name
        while inner is not None and inner not in own and inner not in found:
            source = document.source_by_id.get(inner)
            if source is None:
                break
            found[inner] = source
            inner = source.get("container", {}).get("source")
    return found


def unknown(document: Document) -> Iterator[str]:
    """Yield the ids that a document, or a source of a catalogue that it uses, names and that belong to nothing known."""
    inner = [one["container"]["source"] for one in document.used_of_catalogues.values() if "container" in one]
    others = {
        *document.quotation_by_id,
        *document.claim_by_id,
        *(image["id"] for _, image in document.images),
    }
    for name in [*_named(document), *_containers(document), *inner]:
        if name not in document.source_by_id and name not in others:
            yield name


def _named(document: Document) -> Iterator[str]:
    """Yield the ids by which citations, claims, images and blocks may name sources."""
    yield from (cited.citation["source"] for cited in document.citations if "source" in cited.citation)
    for _, claim in document.claims:
        yield from (one if isinstance(one, str) else one["id"] for one in claim.get("evidence", ()))
    for _, image in document.images:
        yield from (one["source"] for one in image.get("depicts", ()) if one and "source" in one)
    yield from (one["ref"] for one in document.article.get("blocks", ()) if one and "ref" in one)


def _containers(document: Document) -> Iterator[str]:
    return (source["container"]["source"] for _, source in document.sources if "container" in source)


def with_catalogues(document: Document) -> DocumentData:
    """Return a document's data with the sources of catalogues that it uses behind its own.

    Used is what is cited, depicted, named as evidence, or holds one of these or one of the document's own sources.
    """
    more = list(document.used_of_catalogues.values())
    if not more:
        return document.data
    return cast("DocumentData", {**document.data, "sources": [*document.data.get("sources", []), *more]})


def origins(document: Document) -> dict[str, str]:
    """Return the IRIs of the catalogues that used sources are taken from, by these sources' ids, where they have one."""
    found = {}
    for name in document.used_of_catalogues:
        catalogue = document.catalogue_of(name)
        if catalogue is not None and catalogue.iri:
            found[name] = catalogue.iri
    return found


def listing(document: Document) -> Callable[[str], str]:
    """Return what tells where in a document's file stands what is at a pointer of its data ``with_catalogues``.

    That is the pointer itself, and for the source of a catalogue the place that names the catalogue.
    """
    own = len(document.data.get("sources", []))
    more = list(document.used_of_catalogues)

    def listed_at(pointer: str) -> str:
        steps = pointer_steps(pointer)
        if pointer == "/sources" and not own and more:
            return "/catalogues"
        if len(steps) < 2 or steps[0] != "sources" or int(steps[1]) < own:  # noqa: PLR2004 - a list and a number in it
            return pointer
        return document.source_at(more[int(steps[1]) - own]) or "/catalogues"

    return listed_at
