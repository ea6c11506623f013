"""A copy of a faulty document that rules can work on: each fault repaired the likeliest way, or left out.

So one misspelt member does not bring down a finding about the member it should have been, and a broken
source does not hide the faults of the others.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from pincite.model.json_value import pointer_steps, value_at
from pincite.schemas import schema
from pincite.structure.gate import Gate
from pincite.structure.outline import part_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.json_value import Json, JsonObject
    from pincite.structure.wording import Wording

_KEPT_LISTS = {"/sources", "/quotations", "/claims", "/relations", "/images"}
"""Lists whose broken items become None, so that the others keep their pointers (see ``Document``)."""


_SHAPES_ONLY = {
    "pattern",
    "enum",
    "const",
    "minLength",
    "minItems",
    "minProperties",
    "uniqueItems",
    "if",
    "not",
}
"""Keywords whose faults rules can live with: types and required members are right all the same."""


def mended(data: JsonObject, wordings: Iterable[Wording]) -> tuple[JsonObject | None, set[str]]:
    """Return a mended copy, and the pointers of the objects that lost a member on the way.

    None where the copy still has values of wrong types: more faults than were told.
    """
    mending = _Mending(data)
    for wording in wordings:
        if wording.mend == "rename" and wording.nearest:
            mending.rename(wording.pointer, wording.nearest)
        elif wording.mend == "replace":
            mending.replace(wording.pointer, wording.nearest)
        elif wording.mend == "drop":
            mending.drop(wording.pointer)
    copy = mending.data
    if not isinstance(copy.get("article"), dict):
        copy["article"] = {}
    copy.setdefault("pincite", "1.0")
    fit = Gate(schema("document"), ignore=_SHAPES_ONLY).accepts(_without_gaps(copy))
    return copy if fit else None, mending.touched


def _without_gaps(value: Json) -> Json:
    """Return *value* without the None that stand for broken list items."""
    if isinstance(value, dict):
        return {name: _without_gaps(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_without_gaps(item) for item in value if item is not None]
    return value


class _Mending:
    """A document being mended: ``data`` is the copy, ``touched`` the pointers of objects that lost members."""

    def __init__(self, data: JsonObject) -> None:
        self.data = deepcopy(data)
        self.touched: set[str] = set()

    def rename(self, pointer: str, name: str) -> None:
        """Give the member at *pointer* the name it was meant to have, if that is free and the value fits."""
        parent, old = _split(pointer)
        owner = value_at(self.data, parent)
        if not isinstance(owner, dict) or old not in owner:
            return
        value = owner.pop(old)
        part = {**part_at(f"{parent}/{name}"), "$defs": schema("document")["$defs"]}
        if name not in owner and Gate(part).accepts(value):
            owner[name] = value
        else:
            self.touched.add(parent)

    def replace(self, pointer: str, value: Json) -> None:
        """Put *value* where a faulty one stands."""
        parent, name = _split(pointer)
        owner = value_at(self.data, parent)
        if isinstance(owner, dict):
            owner[name] = value
        elif isinstance(owner, list):
            owner[int(name)] = value

    def drop(self, pointer: str) -> None:
        """Leave out the value at *pointer*, and the object around it if that cannot do without."""
        if not pointer or pointer == "/article":
            return
        parent, name = _split(pointer)
        owner = value_at(self.data, parent)
        if isinstance(owner, list):
            if parent in _KEPT_LISTS or parent.endswith("/citations"):
                owner[int(name)] = None
            else:
                self.drop(parent)
        elif isinstance(owner, dict):
            owner.pop(name, None)
            self.touched.add(parent)
            if name in part_at(parent).get("required", ()):
                self.drop(parent)


def _split(pointer: str) -> tuple[str, str]:
    return pointer.rpartition("/")[0], pointer_steps(pointer)[-1]
