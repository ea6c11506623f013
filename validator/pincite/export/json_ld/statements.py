"""Quotations, claims and relations as nodes, with their citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.json_ld.graph import located, reasons, renamed, worded
from pincite.export.json_ld.words import CITATION, CLAIM, DIRECT, PASSAGE, RELATION, SEGMENT

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pincite.export.json_ld.graph import Graph
    from pincite.model.format import Citation, Claim, Quotation, Relation
    from pincite.model.json_value import Json, JsonObject


def quotation_node(quotation: Quotation, at: str, graph: Graph, quotations: Collection[str]) -> JsonObject:
    """Return one quotation; *quotations* are the ids of all, to know a translated one from translated words."""
    text, citations = quotation["text"], quotation.get("citations", [])
    found: JsonObject = {
        "id": graph.own(at, quotation["id"]),
        "type": "Quotation",
        "text": worded(text, quotation.get("language")),
    }
    found |= renamed(quotation, {"display": "display", "language": "inLanguage"})
    if "speaker" in quotation:
        found["spokenByCharacter"] = graph.name(quotation["speaker"], f"{at}/speaker")
    found |= _cited(citations, graph)
    sources = {graph.item(one["source"]): None for one in citations if "source" in one}
    if sources:
        found["wasQuotedFrom"] = list(sources)
    if "reason" in quotation.get("uncited", {}):
        found["uncitedBecause"] = quotation["uncited"]["reason"]
    segments: list[Json] = [
        {"type": "Segment", **renamed(one, SEGMENT)} for one in quotation.get("segments", [])
    ]
    if segments:
        found["segments"] = segments
    if "within" in quotation:
        found["within"] = graph.item(quotation["within"])
    if "translation_of" in quotation:
        original = quotation["translation_of"]
        is_quotation = original in quotations
        found["translationOf" if is_quotation else "originalWords"] = (
            graph.item(original) if is_quotation else original
        )
    if quotation.get("anchor"):
        found["anchor"] = graph.place(quotation["anchor"], text)
    if quotation.get("lead_in"):
        found["leadIn"] = graph.place(quotation["lead_in"])
    return found | reasons(quotation)


def claim_node(claim: Claim, at: str, graph: Graph) -> JsonObject:
    """Return one claim with what it rests on."""
    found: JsonObject = {"id": graph.own(at, claim["id"]), "type": "Claim", "appearance": graph.article}
    found |= renamed(claim, CLAIM)
    supports: dict[str, None] = {}
    evidence: list[Json] = []
    for one in claim.get("evidence", []):
        item = graph.item(one if isinstance(one, str) else one["id"])
        supports[item] = None
        if not isinstance(one, str) and one.get("anchor"):
            evidence.append({"type": "Evidence", "item": item, "anchor": graph.place(one["anchor"])})
    if supports:
        found["obtainsSupportFrom"] = list(supports)
    if evidence:
        found["evidence"] = evidence
    found |= _cited(claim.get("citations", []), graph)
    if "attributed_to" in claim:
        found["attributedTo"] = graph.name(claim["attributed_to"], f"{at}/attributed_to")
    if claim.get("anchor"):
        found["anchor"] = graph.place(claim["anchor"])
    return found | reasons(claim)


def relation_node(relation: Relation, graph: Graph) -> JsonObject:
    """Return one relation, with the property that says the same in one triple."""
    found: JsonObject = {
        "type": "Relation",
        "from": graph.item(relation["from"]),
        "to": graph.item(relation["to"]),
        **renamed(relation, RELATION),
    }
    direct = DIRECT.get(relation["type"])
    if direct:
        vocabulary = "pincite" if direct == "restates" else "cito"
        found["characterization"] = f"{vocabulary}:{direct}"
    if relation.get("anchor"):
        found["anchor"] = graph.place(relation["anchor"])
    return found


def _cited(citations: Sequence[Citation], graph: Graph) -> JsonObject:
    nodes: list[Json] = [_citation(one, graph) for one in citations]
    return {"citations": nodes} if nodes else {}


def _citation(citation: Citation, graph: Graph) -> JsonObject:
    found: JsonObject = {"type": "Citation", "citingEntity": graph.article}
    if "source" in citation:
        found["citedEntity"] = graph.item(citation["source"])
    found |= located(citation) | renamed(citation, CITATION)
    if citation.get("anchor"):
        found["anchor"] = graph.place(citation["anchor"], citation.get("raw"))
    if citation.get("images"):
        found["shownBy"] = [graph.item(one) for one in citation["images"]]
    if citation.get("passage"):
        found["passage"] = {"type": "Passage", **renamed(citation["passage"], PASSAGE)}
    return found | reasons(citation)
