"""A copy of a faulty document that rules can work on: each fault repaired the likeliest way, or left out.

So one misspelt member does not bring down a finding about the member it should have been, and a broken
source does not hide the faults of the others.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.model.json_value import pointer_steps, value_at
from pincite.schemas import schema
from pincite.structure.gate import Gate
from pincite.structure.outline import part_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.json_value import Json, JsonObject
    from pincite.structure.wording import Wording

_KEPT_LISTS = {"/catalogues", "/sources", "/quotations", "/claims", "/relations", "/images"}
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


class Mended(NamedTuple):
    """A mended copy, None where it would still have values of wrong types, and what was done to it.

    ``touched`` are the pointers of what was left out and of the objects around it, ``renamed`` those of members under
    names that they do not have in the file.
    """

    data: JsonObject | None
    touched: set[str]
    renamed: set[str]


def mended(data: JsonObject, wordings: Iterable[Wording]) -> Mended:
    """Return a copy of a document in which rules can work."""
    mending = _Mending(data)
    for wording in wordings:
        if wording.mend == "rename" and wording.nearest:
            mending.rename(wording.pointer, wording.nearest)
        elif wording.mend == "replace":
            mending.replace(wording.pointer, wording.nearest)
        elif wording.mend == "drop":
            mending.drop(wording.pointer)
        elif wording.mend == "lack":
            mending.do_without(wording.pointer, wording.nearest or "")
        elif wording.mend == "exclude":
            mending.drop(f"{_split(wording.pointer)[0]}/{wording.nearest}")
    fits = mending.leave_out_unfit() or _fits("", mending.data)
    return Mended(mending.data if fits else None, mending.touched, mending.renamed)


def _fits(pointer: str, value: Json) -> bool:
    """Return whether rules can work with *value* at *pointer*: types and required members are right."""
    # an item is like the others
    return _passes(_gate("/".join("0" if step.isdecimal() else step for step in pointer.split("/"))), value)


def _passes(gate: Gate, value: Json) -> bool:
    """Return a gate's verdict on *value* without its broken list items."""
    return gate.accepts(_without_gaps(value) if _has_gaps(value) else value)


@lru_cache(maxsize=64)
def _gate(pointer: str) -> Gate:
    if not pointer:
        return Gate(schema("document"), ignore=_SHAPES_ONLY)
    part = {**part_at(pointer), "$defs": schema("document")["$defs"]}
    return Gate(part, ignore=_SHAPES_ONLY)


def _has_gaps(value: Json) -> bool:
    """Return whether a broken list item is anywhere in *value*; few values have any, and looking is quicker than copying."""
    if isinstance(value, dict):
        return any(_has_gaps(inner) for inner in value.values() if isinstance(inner, (dict, list)))
    if isinstance(value, list):
        return None in value or any(_has_gaps(item) for item in value if isinstance(item, (dict, list)))
    return False


def _without_gaps(value: Json) -> Json:
    """Return *value* without the None that stand for broken list items."""
    if isinstance(value, dict):
        return {name: _without_gaps(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_without_gaps(item) for item in value if item is not None]
    return value


def _copied(value: Json) -> Json:
    """Return a copy of all mappings and lists; ``deepcopy`` takes five times as long to find out that there is nothing else."""
    if isinstance(value, dict):
        return {
            name: _copied(inner) if isinstance(inner, (dict, list)) else inner
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [_copied(item) if isinstance(item, (dict, list)) else item for item in value]
    return value


class _Mending:
    """A document being mended: ``data`` is the copy; see ``Mended``."""

    def __init__(self, data: JsonObject) -> None:
        self.data = cast("JsonObject", _copied(data))
        self.touched: set[str] = set()
        self.renamed: set[str] = set()

    def rename(self, pointer: str, name: str) -> None:
        """Give the member at *pointer* the name it was meant to have, if that is free and the value fits."""
        parent, old = _split(pointer)
        owner = value_at(self.data, parent)
        if not isinstance(owner, dict) or old not in owner:
            return
        value = owner.pop(old)
        meant = f"{parent}/{name}"
        if name not in owner and _fits(meant, value):
            owner[name] = value
            self.renamed.add(meant)
            return
        self.touched.update((parent, meant))
        if _is_kept(meant):
            owner.setdefault(name, [None])
        elif name in part_at(parent).get("required", ()) and name not in owner:
            self.do_without(parent, name)

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
        if pointer in {"", "/article"}:
            return
        parent, name = _split(pointer)
        owner = value_at(self.data, parent)
        if isinstance(owner, list):
            if _is_kept(parent):
                owner[int(name)] = None
                self.touched.add(pointer)
            else:
                self.drop(parent)
        elif isinstance(owner, dict):
            self.touched.update((parent, pointer))
            if _is_kept(pointer):
                owner[name] = [None]  # nobody knows what was in it
                return
            owner.pop(name, None)
            if name in part_at(parent).get("required", ()):
                self.do_without(parent, name)
            elif not owner:
                self.drop(parent)

    def do_without(self, pointer: str, name: str) -> None:
        """Take the object at *pointer* as it is without the required member *name*, or leave it out too."""
        owner = value_at(self.data, pointer)
        if name == "type" and _split(pointer)[0] == "/sources" and isinstance(owner, dict):
            owner[name] = "document"  # what nothing is called for from; so nobody misses the source itself
            self.touched.add(pointer)
        else:
            self.drop(pointer)

    def leave_out_unfit(self) -> bool:
        """Leave out what still does not fit: a document has more faults than are told.

        Return whether all members fitted; then so does the document, which has what it needs and nothing else.
        """
        if not isinstance(self.data.get("article"), dict):
            self.data["article"] = {}
        if not isinstance(self.data.get("pincite"), str):
            self.data["pincite"] = "1.0"
        for name in self.data.keys() - part_at("").get("properties", {}).keys():
            del self.data[name]
        unfit = [name for name, value in self.data.items() if not _fits(f"/{name}", value)]
        for name in unfit:
            self._reduce(self.data[name], f"/{name}")
        return not unfit

    def _reduce(self, value: Json, pointer: str) -> None:
        if pointer == "/article" and isinstance(value, dict):
            unfit = [name for name, inner in value.items() if not _known("/article", name, inner)]
            for name in unfit:
                self.drop(f"/article/{name}")
        elif isinstance(value, list) and _is_kept(pointer):
            gate = _gate(f"{pointer}/0")
            for index, item in enumerate(value):
                if item is not None and not _passes(gate, item):
                    value[index] = None  # as drop leaves it out
                    self.touched.add(f"{pointer}/{index}")
        if not _fits(pointer, value_at(self.data, pointer)):
            self.drop(pointer)


def _known(parent: str, name: str, value: Json) -> bool:
    return name in part_at(parent).get("properties", {}) and _fits(f"{parent}/{name}", value)


def _is_kept(pointer: str) -> bool:
    """Return whether the list at *pointer* keeps the places of its items."""
    return pointer in _KEPT_LISTS or pointer.endswith("/citations")


def _split(pointer: str) -> tuple[str, str]:
    """Return the pointer of what is around the value, and its name or index in that."""
    return pointer.rpartition("/")[0], pointer_steps(pointer)[-1]
