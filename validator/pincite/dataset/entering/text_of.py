"""A document as one line of ``documents.jsonl``, and a source as one line to be compared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from pincite.member_order import in_order

if TYPE_CHECKING:
    from pincite.dataset.entering.entry import Entry
    from pincite.model.format import DocumentData, Source
    from pincite.model.json_value import Json


def canonical(data: DocumentData) -> str:
    """Return a document as ``pincite fmt`` writes one into a JSONL file: members in order, on one line, without a line's end.

    Half of a surrogate pair, which no file in UTF-8 can hold, stands there escaped.
    """
    return _compact(in_order(cast("Json", data)))


def described(source: Source, entry: Entry) -> str:
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
    return json.dumps(left, sort_keys=True, separators=(",", ":"))


_OF_DOCUMENT = frozenset({"id", "copies", "inferred"})
"""Members of a source that say something of the document or its files."""


def _compact(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text
