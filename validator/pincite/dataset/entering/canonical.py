"""A document as one line of ``documents.jsonl``, and a source as one line to be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import orjson

from pincite.dataset.json_lines import compact, compact_bytes
from pincite.member_order import in_order

if TYPE_CHECKING:
    from pincite.dataset.entering.entry import Entry
    from pincite.model.format import DocumentData, Source
    from pincite.model.json_value import Json


def canonical(data: DocumentData) -> bytes:
    """Return a document as a dataset has it: on one line, members in the order of ``pincite fmt``, without a line's end.

    Half of a surrogate pair, which no file in UTF-8 can hold, stands there escaped.
    """
    return compact_bytes(in_order(cast("Json", data)))


def read_back(line: bytes) -> Json | None:
    """Return the data of a line that is written without a space too many, None where it has to be read with care.

    The line is what comes of the data when it is written again: so no key stands twice in it, no number is too large, and
    nothing else has been lost. How deep it is nobody has looked at.
    """
    try:
        data: Json = orjson.loads(line)
        return data if orjson.dumps(data) == line else None
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return None


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
    return compact(left, is_sorted=True)


_OF_DOCUMENT = frozenset({"id", "copies", "inferred"})
"""Members of a source that say something of the document or its files."""
