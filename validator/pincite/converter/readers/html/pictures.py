"""The pictures of a page: addresses as the page has them, or the bytes that are in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pincite.converter.manuscript import Picture
from pincite.converter.readers.data_address import held_picture, is_data

if TYPE_CHECKING:
    from pincite.converter.readers.html.tree import Element

_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "svg": "image/svg+xml",
    "avif": "image/avif",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
}
_PLACEHOLDER = 2000
"""Characters of ``data:`` below which a picture with a lazy address stands in for it."""
_LAZY = ("data-src", "data-lazy-src", "data-original")


def picture_of(element: Element, at: int) -> Picture | None:
    """Return the picture of an ``img`` before the character at *at*; None for one that shows nothing."""
    attributes = element.attributes
    if attributes.get("width") in {"0", "1"} and attributes.get("height") in {"0", "1"}:
        return None  # counts visitors
    source = _source(attributes)
    if not source:
        return None
    alt = attributes.get("alt", "").strip() or None
    linked = _linked(element)
    if linked:
        return Picture(at, linked, None, media_type_of(linked), alt)
    if is_data(source):
        return held_picture(at, source, alt)
    return Picture(at, source, None, media_type_of(source), alt)


def media_type_of(address: str) -> str | None:
    """Return the media type that the end of an address or path says."""
    try:
        path = urlsplit(address).path
    except ValueError:
        path = address
    return _TYPES.get(path.rpartition(".")[2].lower())


def _source(attributes: dict[str, str]) -> str:
    """Return the address of a picture: ``src``, or what a page that loads it later puts beside a placeholder."""
    source = attributes.get("src", "").strip()
    lazy = next((attributes[name].strip() for name in _LAZY if attributes.get(name, "").strip()), "")
    if lazy and (not source or (is_data(source) and len(source) < _PLACEHOLDER)):
        return lazy
    if not source:
        words = attributes.get("srcset", "").split(maxsplit=1)
        source = words[0].rstrip(",") if words else ""
    return source


def _linked(element: Element) -> str | None:
    """Return the picture that a picture is a link to."""
    parent = element.parent
    if parent is not None and parent.tag == "picture":
        parent = parent.parent
    if parent is None or parent.tag != "a":
        return None
    target = parent.attributes.get("href", "").strip()
    return target if media_type_of(target) and not is_data(target) else None
