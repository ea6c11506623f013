"""Characters that no XML 1.0 text can carry, escaped or not (XML 1.0, section 2.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pincite.model.json_value import pointer_to
from pincite.model.losses import Declared

if TYPE_CHECKING:
    from pincite.model.carried import Carried
    from pincite.model.json_value import Json

_BARRED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LISTS = ("archives", "sources", "quotations", "claims", "relations", "images")
_SINGLE = ("id", "version", "article", "annotation")

BARRED = tuple(
    Declared(
        f"/{one}",
        "changed",
        "control characters and half characters stand as U+FFFD",
        "where it has characters that no XML can carry",
    )
    for one in (*_SINGLE, *(f"{name}/*" for name in _LISTS))
)
"""The losses that ``tell_barred`` tells."""


def carried(text: str) -> str:
    """Return a text with U+FFFD for each character that XML cannot carry."""
    return _BARRED.sub("\ufffd", text)


def tell_barred(carried_: Carried) -> None:
    """Tell of each object of a document that has such characters; ``BARRED`` has to be declared."""
    data = cast("dict[str, Json]", carried_.data)
    for name in _SINGLE:
        if _is_barred(data.get(name)) or (name == "article" and _BARRED.search(carried_.text or "")):
            carried_.losses.tell(f"/{name}", "changed")
    for name in _LISTS:
        held = data.get(name, [])
        items = held.items() if isinstance(held, dict) else enumerate(cast("list[Json]", held))
        for key, one in items:
            if _is_barred(one) or (isinstance(key, str) and _is_barred(key)):
                carried_.losses.tell(pointer_to(f"/{name}", key), "changed")


def _is_barred(value: Json) -> bool:
    """Return whether a string in a value cannot be carried; keys of objects within it count too."""
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
