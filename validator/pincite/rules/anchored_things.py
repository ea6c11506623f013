"""What in a document has an anchor that may be wrong, with the words the anchor belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.rules.references import owner_of
from pincite.rules.standing_words import doubtful_quotations, stand_at

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


def doubtful_things(document: Document, text: str) -> Iterator[Anchored]:
    """Yield every anchor of the document but those of blocks, and but those that are plainly in order.

    A document has hundreds of anchors, and naming one for a message takes longer than seeing that it holds
    its words, or, where the document does not have them, that it holds a piece of *text* at all.
    """
    yield from _quotations(document, len(text))
    yield from _citations(document, text)
    yield from _claims(document, len(text))
    for at, relation in _unplain(document.relations, "anchor", len(text)):
        name = f"the relation of '{relation['from']}' to '{relation['to']}'"
        yield Anchored(f"{at}/anchor", name, relation["anchor"])
    for at, image in _unplain(document.images, "anchor", len(text)):
        yield Anchored(f"{at}/anchor", f"image '{image['id']}'", image["anchor"])


def _unplain(pairs: Sequence[tuple[str, Item]], member: str, length: int) -> list[tuple[str, Item]]:
    """Return the items whose anchor names words, or does not mark a piece of a text of *length* characters."""
    return [
        pair
        for pair in pairs
        if (anchor := pair[1].get(member))
        and ("exact" in anchor or not anchor.get("start", length) < anchor.get("end", 0) <= length)
    ]


def _quotations(document: Document, length: int) -> Iterator[Anchored]:
    doubtful = {at for at, _ in doubtful_quotations(document)}
    lead_ins = {at for at, _ in _unplain(document.quotations, "lead_in", length)}
    for at, quotation in document.quotations:
        anchor = quotation.get("anchor")
        if anchor and ("exact" in anchor or at in doubtful):
            name = f"quotation '{quotation['id']}'"
            yield Anchored(f"{at}/anchor", name, anchor, quotation["text"], is_quotation=True)
        if at in lead_ins:
            name = f"the words that lead in to quotation '{quotation['id']}'"
            yield Anchored(f"{at}/lead_in", name, quotation["lead_in"])


def _citations(document: Document, text: str) -> Iterator[Anchored]:
    for cited in document.citations:
        anchor, raw = cited.citation.get("anchor"), cited.citation.get("raw")
        if anchor and ("exact" in anchor or not raw or not stand_at(anchor, raw, text)):
            yield Anchored(f"{cited.at}/anchor", f"the citation of {owner_of(cited)}", anchor, raw)


def _claims(document: Document, length: int) -> Iterator[Anchored]:
    unplain = {at for at, _ in _unplain(document.claims, "anchor", length)}
    for at, claim in document.claims:
        if at in unplain:
            yield Anchored(f"{at}/anchor", f"claim '{claim['id']}'", claim["anchor"])
        for index, one in enumerate(claim.get("evidence", ())):
            if isinstance(one, dict) and "anchor" in one:
                where = f"{at}/evidence/{index}/anchor"
                yield Anchored(where, f"evidence '{one['id']}' of claim '{claim['id']}'", one["anchor"])
