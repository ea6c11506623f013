"""Images as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.json_ld.graph import licensed, located, renamed
from pincite.export.json_ld.words import IMAGE
from pincite.export.selectors import fragment

if TYPE_CHECKING:
    from pincite.export.json_ld.graph import Graph
    from pincite.model.format import Depicts, Derivation, Image
    from pincite.model.json_value import Json, JsonObject


def image_node(image: Image, at: str, graph: Graph) -> JsonObject:
    """Return one image, with the part of it that matters and the places that it shows."""
    found: JsonObject = {"id": graph.own(at, image["id"]), "type": "ImageObject", **renamed(image, IMAGE)}
    if "url" in image:
        found["contentUrl"] = graph.iri(image["url"], f"{at}/url")
    if "reason" in image.get("missing", {}):
        found["missingBecause"] = image["missing"]["reason"]
    if image.get("anchor"):
        found["anchor"] = graph.place(image["anchor"])
    region = image.get("region")
    if region:
        found["region"] = fragment(region) | renamed(region, {"page": "filePage"})
    depicts: list[Json] = [_depicted(one, graph) for one in image.get("depicts", [])]
    if depicts:
        found["depicts"] = depicts
    found |= renamed(image.get("alt", {}), {"text": "alternative", "generated": "alternativeGenerated"})
    based: list[Json] = [
        _derived(one, f"{at}/derived_from/{number}", graph)
        for number, one in enumerate(image.get("derived_from", []))
    ]
    if based:
        found["isBasedOn"] = based
    return found | licensed(image)


def _depicted(depicts: Depicts, graph: Graph) -> JsonObject:
    source: JsonObject = {"item": graph.item(depicts["source"])} if "source" in depicts else {}
    return {"type": "Depiction", **source, **located(depicts)}


def _derived(derivation: Derivation, at: str, graph: Graph) -> JsonObject:
    found: JsonObject = {
        "type": "ImageObject",
        **renamed(derivation, {"title": "name", "credit": "creditText"}),
        **licensed(derivation),
    }
    if "url" in derivation:
        found["url"] = graph.iri(derivation["url"], f"{at}/url")
    return found
