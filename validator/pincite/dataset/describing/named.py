"""Paths that descriptors name, read from whatever stands in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.json_value import Json

_DIGEST = re.compile(r"(?:sha256:)?([0-9a-f]{64})")


class Named(NamedTuple):
    """A path that something names, what it says the file's digest is, and the line where it does; None for neither."""

    path: str
    sha256: str | None = None
    line: int | None = None


def objects(data: Json, member: str) -> Iterator[dict[str, Json]]:
    """Yield the objects in a list that is a member of an object; nothing of what has another form."""
    items = data.get(member) if isinstance(data, dict) else None
    yield from (one for one in (items if isinstance(items, list) else ()) if isinstance(one, dict))


def digest_in(value: Json) -> str | None:
    """Return the SHA-256 digest in a value, with or without its name before it; None for any other."""
    found = _DIGEST.fullmatch(value) if isinstance(value, str) else None
    return found[1] if found else None
