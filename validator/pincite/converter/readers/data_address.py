"""Pictures whose address holds their bytes: ``data:`` addresses, in whatever format they stand."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

from pincite.converter.manuscript import Picture
from pincite.reading.file_types import HEAD, type_of

_SCHEME = "data:"
_HEAD = re.compile(r"data:([^,]{0,200}),", re.IGNORECASE)
_LONGEST = 32 * 1024 * 1024
"""Characters of an address that are decoded; what is longer keeps its address."""
_IMAGE = "image/"


def is_data(address: str) -> bool:
    """Return whether an address holds what it leads to."""
    return address[: len(_SCHEME)].lower() == _SCHEME


def held_picture(at: int, address: str, alt: str | None, title: str | None = None) -> Picture:
    """Return the picture in a ``data:`` address before the character at *at*.

    Its media type is what the bytes show, or else the image that the address says it is. One whose bytes cannot be
    read keeps the address.
    """
    head = _HEAD.match(address) if len(address) <= _LONGEST else None
    if head is None:
        return Picture(at, address, alt=alt, title=title)
    said, *parameters = (part.strip().lower() for part in head[1].split(";"))
    declared = said if said.startswith(_IMAGE) else None
    content = unquote_to_bytes(address[head.end() :])
    if "base64" in parameters:
        try:
            content = base64.b64decode(b"".join(content.split()), validate=True)
        except binascii.Error:
            return Picture(at, address, media_type=declared, alt=alt, title=title)
    shown = type_of(content[:HEAD]) or ""
    return Picture(at, None, content, shown if shown.startswith(_IMAGE) else declared, alt, title)
