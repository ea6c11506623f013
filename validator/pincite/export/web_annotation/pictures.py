"""Annotations of pictures: which source each shows, at which place, and in which part of the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.export.citations import citations
from pincite.export.identity import license_iri
from pincite.export.selectors import fragment
from pincite.export.web_annotation.linking import textual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pincite.export.web_annotation.linking import Linking
    from pincite.model.format import Citation, Depicts, DocumentData, Image
    from pincite.model.json_value import Json, JsonObject


def pictures(data: DocumentData, linking: Linking) -> Iterator[tuple[str, str, list[Json], Json]]:
    """Yield the IRI, the motivation, the bodies and the target of an annotation of each picture there is."""
    there = {one["id"] for one in data.get("images", []) if "missing" not in one}
    naming = _naming(data, there, linking)
    for number, image in enumerate(data.get("images", [])):
        at = f"/images/{number}"
        if "missing" in image:
            linking.losses.tell(at)
            continue
        bodies: list[Json] = [*_shown(image, at, naming.get(image["id"], []), linking)]
        motivation = "identifying" if bodies else "describing"
        bodies += [
            textual(words, "describing")
            for words in (image.get("alt", {}).get("text"), image.get("caption"))
            if words
        ]
        if not bodies:
            motivation = "highlighting"
        yield linking.own(at, image["id"]), motivation, bodies, _target(image, at, linking)


def _shown(
    image: Image, at: str, citations: Sequence[tuple[str, Citation]], linking: Linking
) -> Sequence[JsonObject]:
    """Return bodies for the sources that a picture shows, each once at each place."""
    found: dict[str, JsonObject] = {}
    named: list[tuple[str, Citation | Depicts]] = [
        *citations,
        *((f"{at}/depicts/{place}", one) for place, one in enumerate(image.get("depicts", []))),
    ]
    for one_at, one in named:
        if "source" in one:
            for body in linking.about_source(one["source"], one.get("locator", {}), f"{one_at}/locator"):
                found.setdefault(repr(body), body)
        elif one_at.startswith(at) and one.get("locator"):
            linking.losses.tell(f"{one_at}/locator")
    return list(found.values())


def _naming(
    data: DocumentData, there: set[str], linking: Linking
) -> Mapping[str, list[tuple[str, Citation]]]:
    """Return for each picture the citations that name it, and tell of those that name none there is."""
    found: dict[str, list[tuple[str, Citation]]] = {}
    for at, _, citation in citations(data):
        for place, name in enumerate(citation.get("images", [])):
            if name in there:
                found.setdefault(name, []).append((at, citation))
            else:
                linking.losses.tell(f"{at}/images/{place}")
    return found


def _target(image: Image, at: str, linking: Linking) -> JsonObject:
    """Return the picture, or the part of it that matters.

    One that is nowhere on the web has a name within the document, not its ``id``: that is the annotation's.
    """
    iri = linking.iri(image["url"], f"{at}/url") if "url" in image else linking.item(f"{at}/picture")
    region = image.get("region")
    target: JsonObject = (
        {"type": "SpecificResource", "source": iri, "selector": fragment(region)}
        if region
        else {"id": iri, "type": "Image"}
    )
    if "media_type" in image:
        target["format"] = image["media_type"]
    if "license" in image:
        rights = license_iri(image["license"])
        if rights is None:
            linking.losses.tell(f"{at}/license")
        else:
            target["rights"] = rights
    return target
