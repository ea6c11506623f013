"""The page of all annotations of a document: one of each quotation, of each claim and of each picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.export.selectors import selected
from pincite.export.web_annotation.agency import agency
from pincite.export.web_annotation.linking import Linking, textual
from pincite.export.web_annotation.pictures import pictures
from pincite.model.anchoring import offsets
from pincite.model.json_text import json_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.export.selectors import Selected
    from pincite.model.carried import Carried
    from pincite.model.format import Citation, Claim, DocumentData, Quotation
    from pincite.model.json_value import Json, JsonObject

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(carried: Carried) -> str:
    """Return an AnnotationPage as one JSON text with a final line end."""
    data, linking = carried.data, Linking(carried)
    shared = agency(data.get("annotation", {}), linking)
    linking.tell_unlinked(_cited(data))
    items: list[Json] = []
    for iri, motivation, bodies, target in _annotations(data, linking):
        body = {"body": bodies} if bodies else {}
        items.append(
            {
                "@context": CONTEXT,
                "id": iri,
                "type": "Annotation",
                "motivation": motivation,
                **shared,
                **body,
                "target": target,
            }
        )
    page: JsonObject = {
        "@context": CONTEXT,
        "id": linking.item("/annotations/1"),
        "type": "AnnotationPage",
        "partOf": _collection(data, len(items), linking),
        "startIndex": 0,
        "items": items,
    }
    return json_text(page)


def _collection(data: DocumentData, total: int, linking: Linking) -> JsonObject:
    """Return the collection of all annotations, which has one page."""
    found: JsonObject = {"id": linking.item("/annotations"), "type": "AnnotationCollection", "total": total}
    if total:
        found["first"] = found["last"] = linking.item("/annotations/1")
    if "title" in data["article"]:
        found["label"] = data["article"]["title"]
    return found


def _annotations(data: DocumentData, linking: Linking) -> Iterator[tuple[str, str, list[Json], Json]]:
    """Yield the IRI, the motivation, the bodies and the target of each annotation."""
    for number, quotation in enumerate(data.get("quotations", [])):
        at = f"/quotations/{number}"
        bodies = _about_citations(quotation.get("citations", []), at, linking)
        if "uncited" in quotation and "reason" in quotation["uncited"]:
            bodies.append(textual(quotation["uncited"]["reason"], "commenting"))
        motivation = "linking" if quotation.get("citations") else "highlighting"
        yield linking.own(at, quotation["id"]), motivation, bodies, _quoted(quotation, at, linking)
    for number, claim in enumerate(data.get("claims", [])):
        at = f"/claims/{number}"
        bodies = [textual(claim["text"], "describing"), *_evidence(claim, linking)]
        motivation = "linking" if len(bodies) > 1 or claim.get("citations") else "describing"
        bodies += _about_citations(claim.get("citations", []), at, linking)
        yield linking.own(at, claim["id"]), motivation, bodies, _claimed(claim, at, linking)
    yield from pictures(data, linking)


def _about_citations(citations: Sequence[Citation], at: str, linking: Linking) -> list[Json]:
    if len(citations) > 1:
        linking.losses.tell(f"{at}/citations", "changed")
    return [
        body
        for number, citation in enumerate(citations)
        for body in linking.about_citation(citation, f"{at}/citations/{number}")
    ]


def _evidence(claim: Claim, linking: Linking) -> Iterator[JsonObject]:
    for one in claim.get("evidence", []):
        name = one if isinstance(one, str) else one["id"]
        if linking.is_source(name):
            yield from linking.about_source(name)
        else:
            yield {"type": "SpecificResource", "source": linking.item(name), "purpose": "linking"}


def _quoted(quotation: Quotation, at: str, linking: Linking) -> JsonObject:
    words = quotation["text"]
    found = selected(quotation.get("anchor", {}), words, linking.text)
    if found.exact != words:
        linking.losses.tell(f"{at}/text", "left out" if "exact" in quotation.get("anchor", {}) else "changed")
    target = _target(found, at, linking)
    if "language" in quotation:
        target["language"] = quotation["language"]
    return target


def _claimed(claim: Claim, at: str, linking: Linking) -> JsonObject:
    """Return the place of a claim: by the words that the article has there, or by its own where these stand in it."""
    anchor, text = claim.get("anchor", {}), linking.text or ""
    place = offsets(anchor)
    words = text[place[0] : place[1]] if place else claim["text"] if claim["text"] in text else ""
    return _target(selected(anchor, words if words.strip() else None, linking.text), at, linking)


def _target(found: Selected, at: str, linking: Linking) -> JsonObject:
    """Return a place in the article as a target; the whole article where nothing more is known."""
    for name in found.unheld:
        linking.losses.tell(f"{at}/anchor/{name}")
    if not found.selectors:
        return {"id": linking.article}
    target: JsonObject = {"type": "SpecificResource", "source": linking.article}
    return {**target, "selector": cast("Json", found.selectors)}


def _cited(data: DocumentData) -> set[str]:
    """Return the ids of what an annotation links to."""
    owners = [*data.get("quotations", []), *data.get("claims", [])]
    found = {one["source"] for owner in owners for one in owner.get("citations", []) if "source" in one}
    found |= {
        one if isinstance(one, str) else one["id"]
        for claim in data.get("claims", [])
        for one in claim.get("evidence", [])
    }
    for image in data.get("images", []):
        if "missing" not in image:
            found |= {one["source"] for one in image.get("depicts", []) if "source" in one}
    return found
