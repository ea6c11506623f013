"""What of a document follows from its article's text, where the text stands in the same file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.json_value import Json

_ANCHORS = ("anchor", "lead_in")
_FOLLOWING = frozenset({"start", "end", "exact", "prefix", "suffix"})
"""Members of anchors, and of blocks, that follow from the text."""
_COMPUTED = frozenset({"start", "end"})
"""Those that the reader works out from the others."""


def bared(value: Json, *, moved: bool, without: frozenset[str] = frozenset()) -> Json:
    """Return a value whose anchors have no offsets; where the text has *moved* neither have blocks, nor anchors their words."""
    if isinstance(value, list):
        return [bared(one, moved=moved, without=without) for one in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Json] = {}
    for name, inner in value.items():
        if name not in without:
            is_anchor = name in _ANCHORS or (moved and name == "blocks")
            members = (_FOLLOWING if moved else _COMPUTED) if is_anchor else frozenset()
            found[name] = bared(inner, moved=moved, without=members)
    return found
