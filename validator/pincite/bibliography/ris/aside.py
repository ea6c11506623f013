"""What RIS has no tags for, in one note of a record that Pincite reads back.

The note is a research note (``RN``): EndNote has a field for it and Zotero makes a note of it, which comes out again
as ``N1``. It says "Pincite:" and a JSON object in one line with the members of the source that the tags do not say, or
not so; ``id``; and under ``without`` the names of those that the tags say of the works around.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

from pincite.bibliography.ris.words import KINDS
from pincite.bibliography.shapes import fits, is_shaped

if TYPE_CHECKING:
    from pincite.model.format import Source
    from pincite.model.json_value import Json, JsonObject

MARK = "Pincite: "
"""What the note begins with."""
WITHOUT = "without"

_NOT_PLAIN = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
"""What JSON lets stand that ends lines, or that no file can hold."""


def aside_of(source: Source, told: Source) -> tuple[str, list[str]]:
    """Return the note for a source of which the tags say *told*, empty where that is all; and the members in it."""
    mine, theirs = cast("JsonObject", source), cast("JsonObject", told)
    kept = {name: value for name, value in mine.items() if name != "id" and theirs.get(name) != value}
    without: list[Json] = [name for name in theirs if name not in mine]
    if not kept and not without:
        return "", []
    said: JsonObject = {"id": source["id"], **kept}
    if without:
        said[WITHOUT] = without
    text = json.dumps(said, ensure_ascii=False)
    return MARK + _NOT_PLAIN.sub(lambda found: f"\\u{ord(found[0]):04x}", text), list(kept)


def is_aside(text: str) -> bool:
    """Return whether a note is one of Pincite's."""
    return text.startswith(MARK + "{")


def read_aside(text: str) -> tuple[JsonObject, list[str]]:
    """Return the object of a note, without what cannot be so in a source, and the names of what was dropped.

    Raises ValueError where it is no object.
    """
    try:
        said: Json = json.loads(text.removeprefix(MARK))
    except RecursionError:
        raise ValueError(text) from None
    if not isinstance(said, dict):
        raise ValueError(text)  # noqa: TRY004 - the text is at fault
    kept = {name: value for name, value in said.items() if _can_be(name, value)}
    return kept, [name for name in said if name not in kept]


def _can_be(name: str, value: Json) -> bool:
    """Return whether a member of a source, or one of the note's own, can have a value."""
    if name == WITHOUT:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if name == "type":
        return isinstance(value, str) and value in KINDS
    return is_shaped("id", value) if name == "id" else fits(name, value)
