"""Ids that are not written as ids are: what they become, and every place that names them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pincite.bibliography.keys import is_id, slug
from pincite.model.fix import Fix, put
from pincite.model.json_value import value_at
from pincite.structure.rules import identifier_malformed
from pincite.structure.showing import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.model.document import Document
    from pincite.model.json_value import Json
    from pincite.structure.wording import Wording

_OWN = ("/sources/*/id", "/quotations/*/id", "/claims/*/id", "/images/*/id")
"""Where things have their ids; the star stands for each item of a list."""
_NAMED = (
    "/sources/*/container/source",
    "/quotations/*/within",
    "/quotations/*/citations/*/source",
    "/quotations/*/citations/*/images/*",
    "/claims/*/citations/*/source",
    "/claims/*/citations/*/images/*",
    "/claims/*/evidence/*",
    "/claims/*/evidence/*/id",
    "/relations/*/from",
    "/relations/*/to",
    "/images/*/depicts/*/source",
    "/article/blocks/*/ref",
)
"""Where things are named by their ids."""
_MAYBE_NAMED = ("/quotations/*/translation_of",)
"""Where an id or words may stand."""


def with_respelt_id(one: Wording, data: Json, document: Document) -> Wording:
    """Return the wording of a malformed id with the right one, and the fix that writes it wherever it is named.

    *data* is that of the document as it stands in its file.

    No sound document can name it, so that nothing else has to follow. There is no fix where the id would be that of
    something else, belongs to two things, or is made of letters that ids do not have.
    """
    old = value_at(data, one.pointer)
    if one.rule != identifier_malformed.RULE or one.on == "key" or not isinstance(old, str):
        return one
    new = slug(old)
    if not is_id(new):
        return one
    own = _places(data, _OWN, old)
    named = _places(data, _NAMED, old)
    taken = bool(_places(data, _OWN, new))
    shared = bool(document.catalogues) and document.catalogue_of(new) is not None
    if one.pointer not in own and one.pointer not in named:
        return one
    if not own and taken:
        title = f"write '{new}'"
        return replace(one, hint=title, fix=Fix(title, "safe", tuple([put(at, new) for at in named])))
    if len(own) != 1 or taken or shared or _places(data, _MAYBE_NAMED, old):
        return one
    hint = f"write '{new}', here and wherever it is named"
    fix = Fix(
        f"write '{new}' for '{cut(old)}' wherever it is named",
        "safe",
        tuple([put(at, new) for at in (*own, *named)]),
    )
    return replace(one, hint=hint, fix=fix)


def _places(data: Json, paths: Iterable[str], wanted: str) -> list[str]:
    """Return the pointers of a text at places of a document."""
    return [at for path in paths for at, value in _along(data, path.split("/")[1:], "") if value == wanted]


def _along(value: Json, steps: list[str], at: str) -> Iterator[tuple[str, Json]]:
    if not steps:
        yield at, value
    elif steps[0] == "*":
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from _along(item, steps[1:], f"{at}/{index}")
    elif isinstance(value, dict) and steps[0] in value:
        yield from _along(value[steps[0]], steps[1:], f"{at}/{steps[0]}")
