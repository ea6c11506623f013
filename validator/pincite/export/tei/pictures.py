"""Pictures in TEI: a ``figure`` in the text, and a ``surface`` with a ``zone`` for the part that matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.export.identity import license_iri
from pincite.export.tei.parts import places
from pincite.export.xml_text.addresses import reference
from pincite.export.xml_text.elements import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pincite.export.xml_text.identifiers import Identifiers
    from pincite.model.carried import Carried
    from pincite.model.format import Derivation, Image, Region

_WHOLE = 100
"""Percent of a picture's width and height."""


def figure(carried: Carried, number: int, ids: Identifiers) -> Element:
    """Return an image with everything that is said of it; an address that had to be encoded is told."""
    image = carried.data["images"][number]
    found = Element("figure", {"xml:id": ids.own(image["id"]), "type": image.get("role")})
    found.add(Element("head", None, image["label"]) if image.get("label") else None)
    graphic = _graphic(image)
    found.add(graphic)
    if graphic is not None:
        name = "path" if image.get("path") else "url"
        if graphic.attributes["url"] != cast("Mapping[str, str]", image)[name]:
            carried.losses.tell(f"/images/{number}/{name}", "changed")
    found.add(Element("p", None, image["caption"]) if image.get("caption") else None)
    alt = image.get("alt", {})
    if alt:
        maker = ("not generated", "generated")[alt["generated"]] if "generated" in alt else None
        found.add(Element("figDesc", {"n": maker}, alt.get("text")))
    found.add(*_description(image, is_shown=graphic is not None))
    return found


def _graphic(image: Image) -> Element | None:
    address = image.get("path") or image.get("url")
    if not address:
        return None
    attributes = {
        "url": reference(address),
        "mimeType": image.get("media_type"),
        "width": f"{image['width']}px" if image.get("width") else None,
        "height": f"{image['height']}px" if image.get("height") else None,
    }
    return Element("graphic", attributes)


def _description(image: Image, *, is_shown: bool) -> list[Element]:
    """Return a ``bibl`` that says where a picture is from, and notes on what became of it."""
    found = Element("bibl", {"type": "picture"})
    if image.get("path") and image.get("url"):
        found.add(Element("idno", {"type": "URI"}, image["url"]))
    found.add(Element("idno", {"type": "sha256"}, image["sha256"]) if image.get("sha256") else None)
    found.add(_rights(image.get("license", ""), image.get("rights", "")))
    found.add(*_notes({"credit": image.get("credit", "")}))
    found.add(*_notes({"missing": image.get("missing", {}).get("reason", "")}))
    if not is_shown:
        size = {name: str(cast("Mapping[str, object]", image).get(name, "")) for name in ("width", "height")}
        found.add(*_notes({"media_type": image.get("media_type", ""), **size}))
    found.add(*(Element("note", {"type": "edit"}, one) for one in image.get("edits", [])))
    for one in image.get("depicts", []):
        source = one.get("source")
        inner = Element("bibl", {"corresp": f"#{source}" if source else None})
        inner.add(*places("citedRange", one.get("locator", {})))
        found.add(Element("relatedItem", {"type": "depicts"}, inner))
    found.add(*(_derivation(one) for one in image.get("derived_from", [])))
    return [found] if found.children else []


def _derivation(one: Derivation) -> Element:
    inner = Element("bibl")
    inner.add(Element("title", None, one["title"]) if one.get("title") else None)
    inner.add(*_notes({"credit": one.get("credit", "")}))
    inner.add(Element("idno", {"type": "URI"}, one["url"]) if one.get("url") else None)
    inner.add(_rights(one.get("license", ""), ""))
    return Element("relatedItem", {"type": "derived_from"}, inner)


def _rights(license_: str, rights: str) -> Element | None:
    parts = [
        Element("licence", {"target": license_iri(license_)}, license_) if license_ else None,
        Element("p", None, rights) if rights else None,
    ]
    return Element("availability", None, *parts) if any(parts) else None


def _notes(words: Mapping[str, str]) -> list[Element]:
    return [Element("note", {"type": name}, value) for name, value in words.items() if value]


def surfaces(images: Iterable[Image]) -> Element | None:
    """Return the pictures of which a rectangle matters, None where there are none."""
    found = Element("facsimile")
    for number, image in enumerate(images):
        if image.get("region"):
            found.add(_surface(image, image["region"], number))
    return found if found.children else None


def _surface(image: Image, region: Region, number: int) -> Element:
    """Return a picture with its rectangle, whose words are those of a media fragment (W3C, Media Fragments URI)."""
    unit = region.get("unit", "pixel")
    sides = [region.get("x"), region.get("y"), region.get("w"), region.get("h")]
    page = f"page={region['page']}&" if "page" in region else ""
    words = f"{page}xywh={unit}:" + ",".join("" if one is None else str(one) for one in sides)
    x, y, w, h = (one or 0 for one in sides)
    corners = {"ulx": x, "uly": y, "lrx": x + w, "lry": y + h}
    zone = Element("zone", {"n": words, **{name: _number(value) for name, value in corners.items()}})
    width = _WHOLE if unit == "percent" else image.get("width")
    height = _WHOLE if unit == "percent" else image.get("height")
    edges = {"ulx": 0, "uly": 0, "lrx": width, "lry": height} if width and height else {}
    own = {"xml:id": f"images.{number}.region", "corresp": f"#{image['id']}"}
    limits = {name: _number(value) for name, value in edges.items() if value is not None}
    return Element("surface", {**own, **limits}, _graphic(image), zone)


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
