"""The pictures of a page: addresses as the page has them, or the bytes that are in it."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes, urlsplit

from pincite.converter.manuscript import Picture

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
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
)
_DATA = re.compile(r"data:([^,]{0,200}),", re.IGNORECASE)
_LONGEST_DATA = 32 * 1024 * 1024
"""Characters of a picture in the page that are decoded."""
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
    if source[:5].lower() == "data:":
        content, declared = _decoded(source)
        media_type = _by_magic(content or b"") or declared
        return Picture(at, None, content, media_type, alt)
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
    if lazy and (not source or (source[:5].lower() == "data:" and len(source) < _PLACEHOLDER)):
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
    return target if media_type_of(target) and target[:5].lower() != "data:" else None


def _decoded(address: str) -> tuple[bytes | None, str | None]:
    """Return the bytes in a ``data:`` address, None where they cannot be read, and the media type it declares."""
    head = _DATA.match(address)
    if head is None or len(address) > _LONGEST_DATA:
        return None, None
    parts = [part.strip().lower() for part in head[1].split(";")]
    declared = parts[0] if parts[0].startswith("image/") else None
    body = unquote_to_bytes(address[head.end() :])
    if "base64" not in parts[1:]:
        return body, declared
    try:
        return base64.b64decode(b"".join(body.split()), validate=True), declared
    except binascii.Error:
        return None, declared


def _by_magic(content: bytes) -> str | None:
    for magic, suffix in _MAGIC:
        if content.startswith(magic):
            return _TYPES[suffix]
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _TYPES["webp"]
    return (
        _TYPES["svg"]
        if content.lstrip().startswith((b"<svg", b"<?xml")) and b"<svg" in content[:2000]
        else None
    )
