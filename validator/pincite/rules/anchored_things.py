"""Everything in a document that has an anchor, with the words the anchor belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.rules.references import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.format import Anchor


@dataclass(frozen=True)
class Anchored:
    """An anchor with its place in the document and the name that messages give to what it anchors.

    ``words`` are None where the document does not have them (a claim's text may be a paraphrase): then only
    the anchor's ``exact`` says what stands there.
    """

    at: str
    name: str
    anchor: Anchor
    words: str | None = None
    is_quotation: bool = False


def anchored_things(document: Document) -> Iterator[Anchored]:
    """Yield every anchor of the document but those of blocks."""
    yield from _quotations(document)
    yield from _citations(document)
    yield from _claims(document)
    for at, relation in document.relations:
        if "anchor" in relation:
            name = f"the relation of '{relation['from']}' to '{relation['to']}'"
            yield Anchored(f"{at}/anchor", name, relation["anchor"])
    for at, image in document.images:
        if "anchor" in image:
            yield Anchored(f"{at}/anchor", f"image '{image['id']}'", image["anchor"])


def _quotations(document: Document) -> Iterator[Anchored]:
    for at, quotation in document.quotations:
        name = f"quotation '{quotation['id']}'"
        if "anchor" in quotation:
            yield Anchored(f"{at}/anchor", name, quotation["anchor"], quotation["text"], is_quotation=True)
        if "lead_in" in quotation:
            yield Anchored(f"{at}/lead_in", f"the words that lead in to {name}", quotation["lead_in"])


def _citations(document: Document) -> Iterator[Anchored]:
    for cited in document.citations:
        if "anchor" in cited.citation:
            name = f"the citation of {owner_of(cited)}"
            yield Anchored(f"{cited.at}/anchor", name, cited.citation["anchor"], cited.citation.get("raw"))


def _claims(document: Document) -> Iterator[Anchored]:
    for at, claim in document.claims:
        name = f"claim '{claim['id']}'"
        if "anchor" in claim:
            yield Anchored(f"{at}/anchor", name, claim["anchor"])
        for index, one in enumerate(claim.get("evidence", ())):
            if isinstance(one, dict) and "anchor" in one:
                yield Anchored(
                    f"{at}/evidence/{index}/anchor", f"evidence '{one['id']}' of {name}", one["anchor"]
                )
