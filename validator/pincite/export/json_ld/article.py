"""The article as a node, and how the document about it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.json_ld.graph import dated, licensed, reasons, renamed, worded
from pincite.export.json_ld.words import ARTICLE, FILE

if TYPE_CHECKING:
    from pincite.export.json_ld.graph import Graph
    from pincite.model.format import Annotation, Article, DocumentData
    from pincite.model.json_value import Json, JsonObject


def article_node(data: DocumentData, graph: Graph) -> JsonObject:
    """Return the article, with the sources that it quotes from."""
    article = data["article"]
    found: JsonObject = {"id": graph.article, "type": "Article"}
    language = article.get("language")
    if "title" in article:
        found["name"] = worded(article["title"], language)
    found |= renamed(article, ARTICLE)
    if "subtitle" in article:
        found["alternativeHeadline"] = worded(article["subtitle"], language)
    found |= dated(article, "datePublished")
    if article.get("authors"):
        found["author"] = graph.names(article["authors"], "/article/authors")
    if "url" in article:
        found["url"] = graph.iri(article["url"], "/article/url")
    found |= _around(article) | licensed(article) | _files(article, graph) | reasons(article)
    quoted = {
        graph.item(citation["source"]): None
        for quotation in data.get("quotations", [])
        for citation in quotation.get("citations", [])
        if "source" in citation
    }
    if quoted:
        found["includesQuotationFrom"] = list(quoted)
    return found


def making(annotation: Annotation, graph: Graph) -> JsonObject:
    """Return how the document was made, by whom and with what, and its licence."""
    agents: list[Json] = []
    if annotation.get("by"):
        agents.append(graph.name(annotation["by"], "/annotation/by"))
    if annotation.get("tool"):
        agents.append(
            {"type": "SoftwareAgent", **renamed(annotation["tool"], {"name": "name", "version": "version"})}
        )
    activity = renamed(annotation, {"on": "date", "method": "method"})
    if agents:
        activity["wasAssociatedWith"] = agents
    made: JsonObject = {"wasGeneratedBy": {"type": "Activity", **activity}} if activity else {}
    return made | licensed(annotation)


def _around(article: Article) -> JsonObject:
    """Return what the article appeared in."""
    found: JsonObject = {}
    series = article.get("series", {})
    around: list[Json] = []
    if "publication" in article:
        around.append({"type": "CreativeWork", "name": article["publication"]})
    if "title" in series:
        around.append({"type": "CreativeWorkSeries", "name": series["title"]})
    if around:
        found["isPartOf"] = around
    return found | renamed(series, {"part": "position", "code": "seriesCode"})


def _files(article: Article, graph: Graph) -> JsonObject:
    """Return the article's text and the files that belong to it."""
    found: JsonObject = {}
    text = article.get("text", {})
    if "content" in text:
        found["articleBody"] = worded(text["content"], article.get("language"))
    for key, file in (
        ("articleText", renamed(text, FILE)),
        ("extractedFrom", renamed(article.get("original"), FILE)),
    ):
        if file:
            found[key] = {"type": "MediaObject", **file}
    blocks: list[Json] = []
    node: JsonObject
    for block in article.get("blocks", []):
        node = {"type": "Block", "blockType": block["type"], "start": block["start"], "end": block["end"]}
        blocks.append(node | ({"item": graph.item(block["ref"])} if "ref" in block else {}))
    if blocks:
        found["blocks"] = blocks
    bundle = article.get("image_bundle")
    if bundle:
        node = {"type": "CreativeWork", **renamed(bundle, {"text": "name"})}
        if "url" in bundle:
            node["url"] = graph.iri(bundle["url"], "/article/image_bundle/url")
        found["imageBundle"] = node
    return found
