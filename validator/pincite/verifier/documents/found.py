"""What verifying has found and a document does not say yet: places of passages, digests of copies, regions of pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.json_value import value_at
from pincite.model.media_types import FOLDER, facts_of_file
from pincite.reading.file_types import type_of_file
from pincite.verifier.documents.verification import is_found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.json_value import Json, JsonObject
    from pincite.verifier.documents.verification import Held, OfCitation, Verification


class Found(NamedTuple):
    """A value and the JSON Pointer of the member that is to have it; the object around it is there."""

    pointer: str
    value: Json


def to_write(document: Document, verification: Verification) -> Iterator[Found]:
    """Yield what is to be stored in a document, each member once, in the order of the quotations.

    A passage is stored where a citation's own quotation was found at one place; a digest of a copy where the document gives none; a
    region where one quotation alone was found on a picture that has none. What stands there already is not
    yielded again, and what the author wrote is never replaced but for a passage.
    """
    regions: dict[str, list[Json]] = {}
    pins: dict[str, Found] = {}
    for judgement in verification.judgements:
        for of in judgement.citations:
            if of.at.startswith(f"{judgement.at}/"):  # not those of the quotation around it
                yield from _passage(document, of)
            for held in of.every:
                for one in _pins(document, held):
                    pins.setdefault(one.pointer, one)
                if is_found(held.verdict):
                    for at, region in _regions(held):
                        found = regions.setdefault(at, [])
                        found += [region] if region not in found else []
    yield from pins.values()
    for at, found in regions.items():
        if len(found) == 1 and not _stands(document, f"{at}/region"):
            yield Found(f"{at}/region", found[0])


def _regions(held: Held) -> Iterator[tuple[str, Json]]:
    """Yield the pictures that a passage stands on, by their places in the document, each with its region."""
    pictures = held.pictures or ((held.evidence.at,) if held.evidence.kind == "picture" else ())
    for region in held.regions:
        number = region.get("page", 1)
        plain: JsonObject = {**region}  # type: ignore[dict-item] # numbers and text
        if held.pictures:  # each of them is a file of its own
            plain.pop("page", None)
            yield pictures[number - 1], plain
        elif pictures:
            yield pictures[0], plain


def _passage(document: Document, of: OfCitation) -> Iterator[Found]:
    """Yield the place of a passage in the copy that gave the verdict; of a picture, too, if there is no other copy."""
    held, span = of.held, of.verdict.span
    if held is None or span is None or not held.sha256 or not is_found(of.verdict):
        return
    passage: JsonObject = {"copy": held.sha256}
    place = of.verdict.place
    if place is not None and place.page is not None:
        passage["page"] = place.page
    passage |= {"start": span.start, "end": span.end}
    if held.prefix:
        passage["prefix"] = held.prefix
    if held.suffix:
        passage["suffix"] = held.suffix
    pointer = f"{of.at}/passage"
    if value_at(_data(document), pointer) != passage:
        yield Found(pointer, passage)


def _pins(document: Document, held: Held) -> Iterator[Found]:
    """Yield digest and media type of a copy that was read and that the document does not pin; a folder has none."""
    at = held.evidence.at
    if not at or not held.sha256 or held.evidence.kind != "copy" or held.media_type == FOLDER:
        return
    seen = type_of_file(held.evidence.file or "")
    for member, value in facts_of_file(held.evidence.name, seen, held.sha256).items():
        if not _stands(document, f"{at}/{member}"):
            yield Found(f"{at}/{member}", value)


def _stands(document: Document, pointer: str) -> bool:
    return value_at(_data(document), pointer) is not None


def _data(document: Document) -> Json:
    return document.data  # type: ignore[return-value] # plain JSON, as the schema guarantees
