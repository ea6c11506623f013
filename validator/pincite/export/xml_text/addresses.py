"""Addresses in attributes that hold nothing else."""

from __future__ import annotations

import re
from urllib.parse import quote

from pincite.export.xml_text.characters import BARRED

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#$%&-;=?-Z_a-z~]+")
_ALLOWED = "!#$%&'()*+,/:;=?@~"
_BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})|#(?=[^#]*#)")


def is_uri(text: str) -> bool:
    """Return whether a text is a URI, absolute and without anything that one may not hold (RFC 3986)."""
    return _ADDRESS.fullmatch(text) is not None


def reference(text: str) -> str:
    """Return an address or path as a URI reference: what one may not hold is percent-encoded."""
    encoded = quote(BARRED.allowed(text), safe=_ALLOWED)
    return _BROKEN.sub(lambda one: "%25" if one[0] == "%" else "%23", encoded)
