"""What verifying has found and a document does not say yet: places of passages, digests of copies, regions of pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.json_value import value_at
from pincite.model.media_types import FOLDER, facts_of_file
from pincite.reading.file_types import type_of_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.json_value import Json, JsonObject
    from pincite.verifier.documents.outcome import CitationOutcome, CopyOutcome, Verification


class Stored(NamedTuple):
    """A value and the JSON Pointer of the member that is to have it; the object around it is there."""

    pointer: str
    value: Json


def to_write(document: Document, verification: Verification) -> Iterator[Stored]:
    """Yield what is to be stored in a document, each member once, in the order of the quotations.

    A passage is stored where a citation's own quotation was found at one place; a digest of a copy where the document gives none; a
    region where one quotation alone was found on a picture that has none. What stands there already is not
    yielded again, and what the author wrote is never replaced but for a passage.
    """
    regions: dict[str, list[Json]] = {}
    pins: dict[str, Stored] = {}
    for judgement in verification.judgements:
        for citation in judgement.citations:
            if citation.at.startswith(f"{judgement.at}/"):  # not those of the quotation around it
                yield from _passage(document, citation)
            for copy in citation.copies:
                for one in _pins(document, copy):
                    pins.setdefault(one.pointer, one)
                if copy.verdict.found:
                    for at, region in _regions(copy):
                        there = regions.setdefault(at, [])
                        there += [region] if region not in there else []
    yield from pins.values()
    for at, there in regions.items():
        if len(there) == 1 and not _stands(document, f"{at}/region"):
            yield Stored(f"{at}/region", there[0])


def _regions(copy: CopyOutcome) -> Iterator[tuple[str, Json]]:
    """Yield the pictures that a passage stands on, by their places in the document, each with its region."""
    pictures = copy.pictures or ((copy.evidence.at,) if copy.evidence.kind == "picture" else ())
    for region in copy.held.regions:
        number = region.get("page", 1)
        plain: JsonObject = {**region}  # type: ignore[dict-item] # numbers and text
        if copy.pictures:  # each of them is a file of its own
            plain.pop("page", None)
            yield pictures[number - 1], plain
        elif pictures:
            yield pictures[0], plain


def _passage(document: Document, citation: CitationOutcome) -> Iterator[Stored]:
    """Yield the place of a passage in the copy that gave the verdict; of a picture, too, if there is no other copy."""
    held, span = citation.copy.held if citation.copy is not None else None, citation.verdict.span
    if held is None or span is None or not held.sha256 or not citation.verdict.found:
        return
    passage: JsonObject = {"copy": held.sha256}
    place = citation.verdict.place
    if place is not None and place.page is not None:
        passage["page"] = place.page
    passage |= {"start": span.start, "end": span.end}
    if held.prefix:
        passage["prefix"] = held.prefix
    if held.suffix:
        passage["suffix"] = held.suffix
    pointer = f"{citation.at}/passage"
    if value_at(_data(document), pointer) != passage:
        yield Stored(pointer, passage)


def _pins(document: Document, copy: CopyOutcome) -> Iterator[Stored]:
    """Yield digest and media type of a copy that was read and that the document does not pin; a folder has none."""
    at, held = copy.evidence.at, copy.held
    if (
        not at
        or copy.evidence.is_of_catalogue
        or not held.sha256
        or copy.evidence.kind != "copy"
        or held.media_type == FOLDER
    ):
        return
    seen = type_of_file(copy.evidence.file or "")
    for member, value in facts_of_file(copy.evidence.name, seen, held.sha256).items():
        if not _stands(document, f"{at}/{member}"):
            yield Stored(f"{at}/{member}", value)


def _stands(document: Document, pointer: str) -> bool:
    return value_at(_data(document), pointer) is not None


def _data(document: Document) -> Json:
    return document.data  # type: ignore[return-value] # plain JSON, as the schema guarantees
