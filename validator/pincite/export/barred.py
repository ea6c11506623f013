"""Characters that a format cannot carry, escaped or not: what stands in their place, and what is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.model.json_value import pointer_to
from pincite.model.losses import Declared

if TYPE_CHECKING:
    import re

    from pincite.model.carried import Carried
    from pincite.model.json_value import Json

_LISTS = ("archives", "sources", "quotations", "claims", "relations", "images")
_SINGLE = ("id", "version", "article", "annotation")


class Barred:
    """The characters that a *pattern* finds; ``declared`` are the losses that ``tell`` tells, in the cases of *when*."""

    def __init__(self, pattern: re.Pattern[str], when: str) -> None:
        self._pattern = pattern
        why = "control characters and half characters stand as U+FFFD"
        at = (*_SINGLE, *(f"{name}/*" for name in _LISTS))
        self.declared = tuple(Declared(f"/{one}", "changed", why, when) for one in at)

    def allowed(self, text: str) -> str:
        """Return a text with U+FFFD for each such character, character for character."""
        return self._pattern.sub("\ufffd", text)

    def tell(self, carried: Carried) -> None:
        """Tell of each object of a document that has such characters."""
        data = cast("dict[str, Json]", carried.data)
        for name in _SINGLE:
            if self._is_in(data.get(name)) or (name == "article" and self._is_in(carried.text)):
                carried.losses.tell(f"/{name}", "changed")
        for name in _LISTS:
            held = data.get(name, [])
            items = held.items() if isinstance(held, dict) else enumerate(cast("list[Json]", held))
            for key, one in items:
                if self._is_in(one) or (isinstance(key, str) and self._is_in(key)):
                    carried.losses.tell(pointer_to(f"/{name}", key), "changed")

    def _is_in(self, value: Json) -> bool:
        """Return whether a text in a value, or a key of an object in it, has such characters."""
        waiting = [value]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                if self._pattern.search(one):
                    return True
            elif isinstance(one, dict):
                waiting += [*one, *one.values()]
            elif isinstance(one, list):
                waiting += one
        return False
