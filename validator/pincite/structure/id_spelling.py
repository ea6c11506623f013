"""Ids that are not written as ids are: what they become, and every place that names them."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from pincite.bibliography.keys import is_id, slug
from pincite.model.fix import Fix, put
from pincite.model.json_value import value_at
from pincite.model.references import KINDS, MAY_BE_WORDS, NAMED
from pincite.structure.rules import identifier_malformed
from pincite.structure.showing import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.model.document import Document
    from pincite.model.json_value import Json
    from pincite.structure.wording import Wording

_OWN = tuple(f"/{name}/*/id" for name in KINDS)
"""Where things have their ids."""
_NAMED = tuple(path for path in NAMED if path not in MAY_BE_WORDS)


class Naming:
    """The places of a document, as it stands in its file, where things have ids and where they are named by them."""

    def __init__(self, data: Json) -> None:
        self._data = data
        self.fixes: dict[str, Fix] = {}
        """Fixes made so far, by the ids as they were: many places may name one."""

    def at(self, pointer: str) -> str | None:
        """Return the id at a pointer where ids stand; None for any other value."""
        text = value_at(self._data, pointer)
        places = (self.own, self.named) if isinstance(text, str) else ()
        return text if isinstance(text, str) and any(pointer in one.get(text, ()) for one in places) else None

    @cached_property
    def own(self) -> dict[str, list[str]]:
        """Return the pointers of all ids of things, by the ids."""
        return _places(self._data, _OWN)

    @cached_property
    def named(self) -> dict[str, list[str]]:
        """Return the pointers of all that names things, by the ids."""
        return _places(self._data, _NAMED)

    @cached_property
    def maybe_named(self) -> dict[str, list[str]]:
        """Return the pointers of texts that may be ids."""
        return _places(self._data, MAY_BE_WORDS)


def with_respelt_id(one: Wording, naming: Naming, document: Document) -> Wording:
    """Return the wording of a malformed id with the right one, and the fix that writes it wherever it is named.

    No sound document can name it, so that nothing else has to follow. There is no fix where the id would be that of
    something else, belongs to two things, or is made of letters that ids do not have.
    """
    if one.rule != identifier_malformed.RULE or one.on == "key":
        return one
    old = naming.at(one.pointer)
    new = slug(old) if old is not None else ""
    if old is None or not is_id(new):
        return one
    own, named = naming.own.get(old, []), naming.named.get(old, [])
    if not own and new in naming.own:
        title = f"write '{new}'"
        return replace(one, hint=title, fix=Fix(title, "safe", (put(one.pointer, new),)))
    shared = bool(document.catalogues) and document.catalogue_of(new) is not None
    if len(own) != 1 or new in naming.own or shared or old in naming.maybe_named:
        return one
    if old not in naming.fixes:
        changes = tuple([put(at, new) for at in (*own, *named)])
        naming.fixes[old] = Fix(f"write '{new}' for '{cut(old)}' wherever it is named", "safe", changes)
    return replace(one, hint=f"write '{new}', here and wherever it is named", fix=naming.fixes[old])


def _places(data: Json, paths: Iterable[str]) -> dict[str, list[str]]:
    """Return the pointers of all texts at places of a document, by the texts."""
    found: dict[str, list[str]] = {}
    for path in paths:
        for at, value in _along(data, path.split("/")[1:], ""):
            if isinstance(value, str):
                found.setdefault(value, []).append(at)
    return found


def _along(value: Json, steps: list[str], at: str) -> Iterator[tuple[str, Json]]:
    if not steps:
        yield at, value
    elif steps[0] == "*":
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from _along(item, steps[1:], f"{at}/{index}")
    elif isinstance(value, dict) and steps[0] in value:
        yield from _along(value[steps[0]], steps[1:], f"{at}/{steps[0]}")
