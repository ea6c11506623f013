"""Everything in a document that has an anchor, with the words the anchor belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.rules.references import owner_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from pincite.model.document import Document
    from pincite.model.format import Anchor

    Passing: TypeAlias = Callable[[Anchor, str | None], bool]


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


def anchored_things(document: Document, passing: Passing) -> Iterator[Anchored]:
    """Yield every anchor of the document but those of blocks, and but those that *passing* says are in order.

    It is asked first, with the anchor and the words: a document has hundreds of anchors, and naming one for
    a message takes longer than seeing that it holds its words.
    """
    yield from _quotations(document, passing)
    yield from _citations(document, passing)
    yield from _claims(document, passing)
    for at, relation in document.relations:
        if "anchor" in relation and not passing(relation["anchor"], None):
            name = f"the relation of '{relation['from']}' to '{relation['to']}'"
            yield Anchored(f"{at}/anchor", name, relation["anchor"])
    for at, image in document.images:
        if "anchor" in image and not passing(image["anchor"], None):
            yield Anchored(f"{at}/anchor", f"image '{image['id']}'", image["anchor"])


def _quotations(document: Document, passing: Passing) -> Iterator[Anchored]:
    for at, quotation in document.quotations:
        text = quotation["text"]
        if "anchor" in quotation and not passing(quotation["anchor"], text):
            name = f"quotation '{quotation['id']}'"
            yield Anchored(f"{at}/anchor", name, quotation["anchor"], text, is_quotation=True)
        if "lead_in" in quotation and not passing(quotation["lead_in"], None):
            name = f"the words that lead in to quotation '{quotation['id']}'"
            yield Anchored(f"{at}/lead_in", name, quotation["lead_in"])


def _citations(document: Document, passing: Passing) -> Iterator[Anchored]:
    for cited in document.citations:
        citation = cited.citation
        if "anchor" in citation and not passing(citation["anchor"], citation.get("raw")):
            name = f"the citation of {owner_of(cited)}"
            yield Anchored(f"{cited.at}/anchor", name, citation["anchor"], citation.get("raw"))


def _claims(document: Document, passing: Passing) -> Iterator[Anchored]:
    for at, claim in document.claims:
        name = f"claim '{claim['id']}'"
        if "anchor" in claim and not passing(claim["anchor"], None):
            yield Anchored(f"{at}/anchor", name, claim["anchor"])
        for index, one in enumerate(claim.get("evidence", ())):
            if isinstance(one, dict) and "anchor" in one and not passing(one["anchor"], None):
                where = f"{at}/evidence/{index}/anchor"
                yield Anchored(where, f"evidence '{one['id']}' of {name}", one["anchor"])
