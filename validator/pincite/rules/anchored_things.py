"""What in a document has an anchor that may be wrong, with the words the anchor belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.rules.references import owner_of
from pincite.rules.standing_words import standing_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any, TypeVar

    from pincite.model.document import Document
    from pincite.model.format import Anchor

    Item = TypeVar("Item", bound=Mapping[str, Any])


class Anchored(NamedTuple):
    """An anchor with its place in the document and the name that messages give to what it anchors.

    ``words`` are None where the document does not have them (a claim's text may be a paraphrase): then only
    the anchor's ``exact`` says what stands there.
    """

    at: str
    name: str
    anchor: Anchor
    words: str | None = None
    is_quotation: bool = False


def doubtful_things(document: Document, length: int) -> Iterator[Anchored]:
    """Yield every anchor of the document but those of blocks, and but those that are plainly in order.

    A document has hundreds of anchors, and naming one for a message takes longer than seeing that it holds
    its words, or, where the document does not have them, that it marks a piece of the text, which is *length* long.
    """
    yield from _quotations(document, length)
    yield from _citations(document)
    yield from _claims(document, length)
    for at, relation in _unplain(document.relations, "anchor", length):
        name = f"the relation of '{relation['from']}' to '{relation['to']}'"
        yield Anchored(f"{at}/anchor", name, relation["anchor"])
    for at, image in _unplain(document.images, "anchor", length):
        yield Anchored(f"{at}/anchor", f"image '{image['id']}'", image["anchor"])


def wordless_anchors(document: Document) -> bool:
    """Return whether an anchor neither has words nor belongs to any, so that nothing says whether it is right."""
    anchors: list[Anchor | None] = [quotation.get("lead_in") for _, quotation in document.quotations]
    for things in (document.claims, document.relations, document.images):
        anchors += [thing.get("anchor") for _, thing in things]
    for _, claim in document.claims:
        anchors += [one.get("anchor") for one in claim.get("evidence", ()) if isinstance(one, dict)]
    anchors += [cited.citation.get("anchor") for cited in document.citations if not cited.citation.get("raw")]
    return any(anchor and not anchor.get("exact") for anchor in anchors)


def _unplain(pairs: Sequence[tuple[str, Item]], member: str, length: int) -> list[tuple[str, Item]]:
    """Return the items whose anchor names words, or does not mark a piece of a text of *length* characters."""
    return [
        pair
        for pair in pairs
        if (anchor := pair[1].get(member))
        and ("exact" in anchor or not anchor.get("start", length) < anchor.get("end", 0) <= length)
    ]


def _quotations(document: Document, length: int) -> Iterator[Anchored]:
    for at, quotation in standing_words(document).doubtful_quotations:
        if "anchor" in quotation:
            name = f"quotation '{quotation['id']}'"
            yield Anchored(f"{at}/anchor", name, quotation["anchor"], quotation["text"], is_quotation=True)
    for at, quotation in _unplain(document.quotations, "lead_in", length):
        name = f"the words that lead in to quotation '{quotation['id']}'"
        yield Anchored(f"{at}/lead_in", name, quotation["lead_in"])


def _citations(document: Document) -> Iterator[Anchored]:
    for cited in standing_words(document).doubtful_citations:
        citation = cited.citation
        if "anchor" in citation:
            name = f"the citation of {owner_of(cited)}"
            yield Anchored(f"{cited.at}/anchor", name, citation["anchor"], citation.get("raw"))


def _claims(document: Document, length: int) -> Iterator[Anchored]:
    for at, claim in _unplain(document.claims, "anchor", length):
        yield Anchored(f"{at}/anchor", f"claim '{claim['id']}'", claim["anchor"])
    for at, claim in document.claims:
        for index, one in enumerate(claim.get("evidence", ())):
            if isinstance(one, dict) and "anchor" in one:
                where = f"{at}/evidence/{index}/anchor"
                yield Anchored(where, f"evidence '{one['id']}' of claim '{claim['id']}'", one["anchor"])
