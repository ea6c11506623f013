"""Characters that no page may hold, escaped or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pincite.model.json_value import pointer_to
from pincite.model.losses import Declared

if TYPE_CHECKING:
    from pincite.model.carried import Carried
    from pincite.model.json_value import Json

_BARRED = re.compile(
    "[\\x00-\\x08\\x0b\\x0d-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff"
    + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(1, 17))
    + "]"
)
"""Controls, lone surrogates and noncharacters: errors in the input stream of HTML (section 13.2.3.5)."""
_LISTS = ("archives", "sources", "quotations", "claims", "relations", "images")
_SINGLE = ("id", "version", "article", "annotation")

BARRED = tuple(
    Declared(
        f"/{one}",
        "changed",
        "control characters and half characters stand as U+FFFD",
        "where it has characters that no page may hold",
    )
    for one in (*_SINGLE, *(f"{name}/*" for name in _LISTS))
)
"""The losses that ``tell_barred`` tells."""


def allowed(text: str) -> str:
    """Return a text with U+FFFD for each character that no page may hold, character for character."""
    return _BARRED.sub("\ufffd", text)


def tell_barred(carried: Carried) -> None:
    """Tell of each object of a document that has such characters."""
    data = cast("dict[str, Json]", carried.data)
    for name in _SINGLE:
        if _is_barred(data.get(name)) or (name == "article" and _BARRED.search(carried.text or "")):
            carried.losses.tell(f"/{name}", "changed")
    for name in _LISTS:
        held = data.get(name, [])
        items = held.items() if isinstance(held, dict) else enumerate(cast("list[Json]", held))
        for key, one in items:
            if _is_barred(one) or (isinstance(key, str) and _is_barred(key)):
                carried.losses.tell(pointer_to(f"/{name}", key), "changed")


def _is_barred(value: Json) -> bool:
    """Return whether a text in a value, or a key of an object in it, has such characters."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            if _BARRED.search(one):
                return True
        elif isinstance(one, dict):
            waiting += [*one, *one.values()]
        elif isinstance(one, list):
            waiting += one
    return False
