"""Addresses on the web, as the format writes them."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?|ftp)://(?![/?#])[^\x00-\x20<>\"{}|\\^`\x7f]+", re.IGNORECASE)
_NOT_WRITTEN = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f\ud800-\udfff]")


def address_of(target: str) -> str | None:
    """Return the address on the web that a link leads to, as the format writes it; None for anything else."""
    if not _ADDRESS.fullmatch(target):
        return None
    scheme, _, rest = target.partition("://")
    return f"{scheme.lower()}://{rest}"


def encoded_address(printed: str) -> str | None:
    """Return an address with the characters encoded that none can hold (RFC 3986, 2.1); None for what is no address."""
    return address_of(_NOT_WRITTEN.sub(lambda found: _percent(found[0]), printed))


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
