"""Every place of a document that names something by its id, and what the id must belong to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.nearness import closest
from pincite.model.references import ANYTHING, EVIDENCE, KINDS, STATEMENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from pincite.model.document import Cited, Document

_PLAINLY_AN_ID = re.compile(r"(?=[a-z0-9-]*[0-9-])(?!.*(?:--|-$))[a-z][a-z0-9-]{0,63}")
_SUGGESTIONS = 20
"""Dangling ids that a likely meant one is looked for; more are a broken file, not typing errors."""


class Reference(NamedTuple):
    """An id at a place of the document (a JSON Pointer), what names it, and the kinds it may belong to."""

    at: str
    id: str
    by: str
    kinds: tuple[str, ...]


def references(document: Document) -> Iterator[Reference]:
    """Yield every reference."""
    for at, source in document.sources:
        if "container" in source:
            by = f"the container of source '{source['id']}'"
            yield Reference(f"{at}/container/source", source["container"]["source"], by, ("source",))
    yield from _of_quotations(document)
    yield from _of_citations(document)
    yield from _of_claims(document)
    for at, relation in document.relations:
        yield Reference(f"{at}/from", relation["from"], "the relation", STATEMENT)
        yield Reference(f"{at}/to", relation["to"], "the relation", STATEMENT)
    for at, image in document.images:
        for index, depicts in enumerate(image.get("depicts", ())):
            if "source" in depicts:
                by = f"image '{image['id']}'"
                yield Reference(f"{at}/depicts/{index}/source", depicts["source"], by, ("source",))
    for index, block in enumerate(document.article.get("blocks", ())):
        if "ref" in block:
            yield Reference(f"/article/blocks/{index}/ref", block["ref"], "the block", ANYTHING)


def _of_quotations(document: Document) -> Iterator[Reference]:
    for at, quotation in document.quotations:
        by = f"quotation '{quotation['id']}'"
        if "within" in quotation:
            yield Reference(f"{at}/within", quotation["within"], by, ("quotation",))
        if _PLAINLY_AN_ID.fullmatch(quotation.get("translation_of", "")):
            yield Reference(f"{at}/translation_of", quotation["translation_of"], by, ("quotation",))


def _of_citations(document: Document) -> Iterator[Reference]:
    for cited in document.citations:
        by = f"the citation of {owner_of(cited)}"
        if "source" in cited.citation:
            yield Reference(f"{cited.at}/source", cited.citation["source"], by, ("source",))
        for index, image_id in enumerate(cited.citation.get("images", ())):
            if image_id is not None:  # one beyond mending
                yield Reference(f"{cited.at}/images/{index}", image_id, by, ("image",))


def _of_claims(document: Document) -> Iterator[Reference]:
    for at, claim in document.claims:
        by = f"claim '{claim['id']}'"
        for index, evidence in enumerate(claim.get("evidence", ())):
            where = f"{at}/evidence/{index}"
            if isinstance(evidence, str):
                yield Reference(where, evidence, by, EVIDENCE)
            else:
                yield Reference(f"{where}/id", evidence["id"], by, EVIDENCE)


def owner_of(cited: Cited) -> str:
    """Return how messages name the quotation or claim that a citation stands under."""
    kind = "quotation" if cited.owner_at.startswith("/quotations/") else "claim"
    return f"{kind} '{cited.owner['id']}'"


def identified(document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield the pointer, the kind and the id of everything that has an id, in the order of the file."""
    for member in document.data:
        if member == "sources":
            yield from ((at, "source", source["id"]) for at, source in document.sources)
        elif member == "quotations":
            yield from ((at, "quotation", quotation["id"]) for at, quotation in document.quotations)
        elif member == "claims":
            yield from ((at, "claim", claim["id"]) for at, claim in document.claims)
        elif member == "images":
            yield from ((at, "image", image["id"]) for at, image in document.images)


def unknown_kinds(document: Document) -> set[str]:
    """Return the kinds of which not all items are known: some were beyond mending, or a catalogue was not read whole."""
    data: Mapping[str, Any] = document.data
    unknown = {kind for member, kind in KINDS.items() if None in (data.get(member) or ())}
    if data.get("catalogues") and not all_catalogues_known(document):
        unknown.add("source")
    return unknown


def all_catalogues_known(document: Document) -> bool:
    """Return whether the ids of all sources in all the catalogues that a document names are known."""
    named = document.data.get("catalogues", [])
    return len(named) == len(document.catalogues) and all(one.tells_ids for _, one in document.catalogues)


@lru_cache(maxsize=1)
def used_ids(document: Document) -> dict[tuple[str, ...], set[str]]:
    """Return the ids that anything but a container names, by the kinds they may belong to.

    The same ids as those of ``references``, without their places: in nearly every document all of them lead
    somewhere, and seeing that takes a tenth of the time.
    """
    citations = [cited.citation for cited in document.citations]
    evidence = [one for _, claim in document.claims for one in claim.get("evidence", ())]
    relations = [relation for _, relation in document.relations]
    depicts = [place for _, image in document.images for place in image.get("depicts", ())]
    quotations = [quotation for _, quotation in document.quotations]
    originals = [one["translation_of"] for one in quotations if "translation_of" in one]
    return {
        ("source",): {one["source"] for one in [*citations, *depicts] if "source" in one},
        ("image",): {name for one in citations for name in one.get("images", ()) if name is not None},
        EVIDENCE: {one if isinstance(one, str) else one["id"] for one in evidence},
        STATEMENT: {end for one in relations for end in (one["from"], one["to"])},
        ("quotation",): {one["within"] for one in quotations if "within" in one}
        | {words for words in originals if _PLAINLY_AN_ID.fullmatch(words)},
        ANYTHING: {block["ref"] for block in document.article.get("blocks", ()) if "ref" in block},
    }


def _all_lead_somewhere(document: Document) -> bool:
    known: dict[str, set[str]] = {kind: set() for kind in KINDS.values()}
    for _, kind, name in identified(document):
        known[kind].add(name)
    if document.catalogues:
        known["source"].update(document.source_by_id)
    outer = {source["container"]["source"] for _, source in document.sources if "container" in source}
    return outer <= known["source"] and all(
        ids <= (known[kinds[0]] if len(kinds) == 1 else set().union(*(known[kind] for kind in kinds)))
        for kinds, ids in used_ids(document).items()
        if ids
    )


@lru_cache(maxsize=1)
def dangling(document: Document) -> tuple[tuple[Reference, list[str], str | None], ...]:
    """Return the references to what is not there, with the kinds the id has instead and the id likely meant."""
    return () if _all_lead_somewhere(document) else tuple(_dangling(document))


def _dangling(document: Document) -> Iterator[tuple[Reference, list[str], str | None]]:
    known: dict[str, list[str]] = {}
    for _, kind, name in identified(document):
        known.setdefault(name, []).append(kind)
    for _, catalogue in document.catalogues:
        for name in catalogue.sources:
            known.setdefault(name, []).append("source")
    unknown = unknown_kinds(document)
    meant: dict[tuple[str, tuple[str, ...]], str | None] = {}
    fitting: dict[tuple[str, ...], list[str]] = {}
    for reference in references(document):
        has = known.get(reference.id, [])
        if not unknown.isdisjoint(reference.kinds) or not set(has).isdisjoint(reference.kinds):
            continue
        key = (reference.id, reference.kinds)
        if key not in meant and len(meant) < _SUGGESTIONS:
            if reference.kinds not in fitting:
                fitting[reference.kinds] = [
                    one for one, kinds in known.items() if not set(kinds).isdisjoint(reference.kinds)
                ]
            meant[key] = closest(reference.id, fitting[reference.kinds])
        if reference.at.endswith("/translation_of") and not meant.get(key):
            continue  # may well be the original words
        yield reference, has, meant.get(key)


def ids_of(document: Document, kinds: tuple[str, ...]) -> set[str]:
    """Return the ids of all things of some kinds, those of catalogues included."""
    found = {name for _, kind, name in identified(document) if kind in kinds}
    if "source" in kinds:
        found.update(*(catalogue.sources for _, catalogue in document.catalogues))
    return found
