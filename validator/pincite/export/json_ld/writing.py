"""The document as one node with all others inside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from pincite.export.json_ld.article import article_node, making
from pincite.export.json_ld.graph import Graph, renamed
from pincite.export.json_ld.pictures import image_node
from pincite.export.json_ld.sources import source_node
from pincite.export.json_ld.statements import claim_node, quotation_node, relation_node
from pincite.export.json_ld.words import DIRECT
from pincite.model.json_text import json_text
from pincite.schemas import context

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.carried import Carried
    from pincite.model.format import DocumentData, Relation
    from pincite.model.json_value import Json, JsonObject


def write(carried: Carried) -> str:
    """Return the document as one JSON text with a final line end; the context is one line of it, which nobody reads."""
    words = json.dumps(context(), ensure_ascii=False)
    return json_text(document_node(carried)).replace("{", f'{{\n  "@context": {words},', 1)


def document_node(carried: Carried) -> JsonObject:
    """Return the document as a node, without its context."""
    data, graph = carried.data, Graph(carried)
    found: JsonObject = {
        "id": graph.document,
        "type": ["CreativeWork", "Document"],
        "conformsTo": f"https://w3id.org/pincite/{data['pincite']}/document.schema.json",
        "formatVersion": data["pincite"],
        **renamed(data, {"version": "version"}),
        **making(data.get("annotation", {}), graph),
        "about": article_node(data, graph),
        **_archives(data, graph),
        **renamed(data, {"catalogues": "catalogues"}),
    }
    for kind, nodes in _items(data, graph).items():
        if nodes:
            found[kind] = cast("Json", nodes)
    return found | renamed(data, {"custom": "custom"})


def _items(data: DocumentData, graph: Graph) -> dict[str, list[JsonObject]]:
    """Return the nodes of everything that has an id, and of the relations between them."""
    quotations, relations = data.get("quotations", []), data.get("relations", [])
    ids = {one["id"] for one in quotations}
    found = {
        "sources": [
            source_node(one, f"/sources/{number}", graph)
            for number, one in enumerate(data.get("sources", []))
        ],
        "quotations": [
            quotation_node(one, f"/quotations/{number}", graph, ids) for number, one in enumerate(quotations)
        ],
        "claims": [
            claim_node(one, f"/claims/{number}", graph) for number, one in enumerate(data.get("claims", []))
        ],
        "images": [
            image_node(one, f"/images/{number}", graph) for number, one in enumerate(data.get("images", []))
        ],
    }
    _relate([node for nodes in found.values() for node in nodes], relations, graph)
    found["relations"] = [relation_node(one, graph) for one in relations]
    return found


def _relate(nodes: Sequence[JsonObject], relations: Sequence[Relation], graph: Graph) -> None:
    """Set on the first item of each relation the property that leads to the second."""
    by_iri = {node["id"]: node for node in nodes}
    for relation in relations:
        node, key = by_iri.get(graph.item(relation["from"])), DIRECT.get(relation["type"])
        if node is not None and key is not None:
            cast("list[Json]", node.setdefault(key, [])).append(graph.item(relation["to"]))


def _archives(data: DocumentData, graph: Graph) -> JsonObject:
    """Return what the article's short codes for archives stand for."""
    found: list[Json] = []
    for code, entry in data.get("archives", {}).items():
        node: JsonObject = {"type": "ArchiveOrganization", "code": code, **renamed(entry, {"name": "name"})}
        if "url" in entry:
            step = code.replace("~", "~0").replace("/", "~1")
            node["url"] = graph.iri(entry["url"], f"/archives/{step}/url")
        found.append(node)
    return {"archives": found} if found else {}
