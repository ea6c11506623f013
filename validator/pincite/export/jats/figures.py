"""Pictures in JATS."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.export.jats.permissions import permissions
from pincite.export.xml_text.addresses import reference
from pincite.export.xml_text.elements import Element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.export.xml_text.identifiers import Identifiers
    from pincite.model.carried import Carried
    from pincite.model.format import Image


def figure(carried: Carried, number: int, ids: Identifiers) -> Element:
    """Return an image; what of it is lost is told."""
    image = carried.data["images"][number]
    found = Element("fig", {"id": ids.own(image["id"]), "fig-type": image.get("role")})
    found.add(Element("label", None, image["label"]) if image.get("label") else None)
    if image.get("caption"):
        found.add(Element("caption", None, Element("p", None, image["caption"])))
    alt = image.get("alt", {}).get("text")
    found.add(Element("alt-text", None, alt) if alt else None)
    if image.get("path") and image.get("url"):
        found.add(Element("uri", {"xlink:href": reference(image["url"])}, image["url"]))
    missing = image.get("missing", {}).get("reason")
    found.add(Element("p", {"content-type": "missing"}, missing) if missing else None)
    found.add(_graphic(carried, image, number))
    found.add(Element("attrib", None, image["credit"]) if image.get("credit") else None)
    found.add(permissions(image.get("license", ""), image.get("rights", "")))
    return found


def _graphic(carried: Carried, image: Image, number: int) -> Element | None:
    member = "path" if image.get("path") else "url"
    address = cast("Mapping[str, str]", image).get(member, "")
    if not address:
        if image.get("media_type"):
            carried.losses.tell(f"/images/{number}/media_type")
        return None
    encoded = reference(address)
    if encoded != address:
        carried.losses.tell(f"/images/{number}/{member}", "changed")
    kind, _, subtype = image.get("media_type", "").partition("/")
    return Element("graphic", {"xlink:href": encoded, "mimetype": kind, "mime-subtype": subtype})
