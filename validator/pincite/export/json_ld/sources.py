"""Sources as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.identity import iri_of
from pincite.export.json_ld.graph import dated, located, reasons, renamed
from pincite.export.json_ld.words import CLASSES, DATES, FILE, HOLDING, ROLES, SOURCE

if TYPE_CHECKING:
    from pincite.export.json_ld.graph import Graph
    from pincite.model.format import Archive, Container, Source
    from pincite.model.json_value import Json, JsonObject

_SENT_WITH = {"enclosure", "attachment"}
_SECONDARY = {"reproduced_in", "quoted_in"}


def source_node(source: Source, at: str, graph: Graph) -> JsonObject:
    """Return one source with the one it stands in."""
    classes: list[Json] = [CLASSES.get(source["type"], "CreativeWork")]
    if source.get("archive") and "ArchiveComponent" not in classes:
        classes.append("ArchiveComponent")
    found: JsonObject = {"id": graph.own(at, source["id"]), "type": classes}
    found |= renamed(source, {"title": "name", **SOURCE}) | dated(
        source, DATES.get(source["type"], "dateCreated")
    )
    for member, key in ROLES.items():
        names = source.get(member)
        if names:
            found[key] = graph.names(names, f"{at}/{member}")  # type: ignore[arg-type]
    if "place" in source:
        found["locationCreated"] = {"type": "Place", "name": source["place"]}
    if "publisher" in source:
        found["publisher"] = {"type": "Agent", "name": source["publisher"]}
    found |= _whereabouts(source, at, graph)
    if "container" in source:
        found |= _contained(source["container"], graph)
    return found | reasons(source)


def _whereabouts(source: Source, at: str, graph: Graph) -> JsonObject:
    """Return where a source is found: on the web, in an archive, as a file."""
    found: JsonObject = {}
    if "doi" in source:
        found["sameAs"] = [iri_of(f"https://doi.org/{source['doi']}")]
    if "url" in source:
        found["url"] = graph.iri(source["url"], f"{at}/url")
    if source.get("archive"):
        found["archive"] = _holding(source["archive"], f"{at}/archive", graph)
    copies: list[Json] = []
    for number, copy in enumerate(source.get("copies", [])):
        file: JsonObject = {"type": "MediaObject", **renamed(copy, FILE)}
        if "url" in copy:
            file["contentUrl"] = graph.iri(copy["url"], f"{at}/copies/{number}/url")
        copies.append(file)
    if copies:
        found["encoding"] = copies
    return found


def _holding(archive: Archive, at: str, graph: Graph) -> JsonObject:
    """Return where the original is kept: the institution, and where it lies there."""
    found: JsonObject = {"type": "Holding"}
    keeper: JsonObject = renamed(archive, {"name": "name"})
    if "place" in archive:
        keeper["location"] = {"type": "Place", "name": archive["place"]}
    if keeper:
        found["holdingArchive"] = {"type": "ArchiveOrganization", **keeper}
    found |= renamed(archive, HOLDING)
    if "url" in archive:
        found["url"] = graph.iri(archive["url"], f"{at}/url")
    return found


def _contained(container: Container, graph: Graph) -> JsonObject:
    """Return what a source stands in, plainly for every reader and with all details for ours."""
    outer, relation = graph.item(container["source"]), container.get("relation")
    found: JsonObject = {"isPartOf": [outer]}
    if relation in _SENT_WITH:
        found["attachmentOf"] = outer
    if relation in _SECONDARY:
        found["primarySourceOf"] = outer
    details = renamed(container, {"relation": "relation", "number": "number"})
    details |= located(container) | reasons(container)
    found["container"] = {"type": "Containment", "item": outer, **details}
    return found
