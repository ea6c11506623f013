"""A document as one line of ``documents.jsonl``, and a source as one line to be compared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from pincite.dataset.json_lines import compact
from pincite.member_order import in_order

if TYPE_CHECKING:
    from pincite.dataset.entering.entry import Entry
    from pincite.model.format import DocumentData, Source
    from pincite.model.json_value import Json


def canonical(data: DocumentData) -> bytes:
    """Return a document as ``pincite fmt`` writes one into a JSONL file: members in order, on one line, without a line's end.

    Half of a surrogate pair, which no file in UTF-8 can hold, stands there escaped.
    """
    return compact(in_order(cast("Json", data))).encode("utf-8", "backslashreplace")


def description_line(source: Source, entry: Entry) -> str:
    """Return what a document says of a source apart from its own names for things: equal for equal descriptions."""
    left = {name: value for name, value in source.items() if name not in _OF_DOCUMENT}
    container = source.get("container")
    if container is not None:
        outer = entry.source_of(container["source"])
        inner = {name: value for name, value in container.items() if name != "inferred"}
        if outer is None:
            del left["container"]
        else:
            left["container"] = {**inner, "source": outer}
    return _SORTED(left)


_SORTED = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_OF_DOCUMENT = frozenset({"id", "copies", "inferred"})
"""Members of a source that say something of the document or its files."""
