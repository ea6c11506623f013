"""JSON in one line, without a space too many, and files of such lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from pincite.model.json_value import Json


def compact_bytes(value: object, *, is_sorted: bool = False) -> bytes:
    """Return a value as JSON in UTF-8 on one line; its members in the order of their letters, if it *is sorted*.

    Half of a surrogate pair, which UTF-8 cannot hold, stands there escaped.
    """
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS if is_sorted else None)
    except orjson.JSONEncodeError:  # such halves, and integers of more than 64 bits
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=is_sorted)
        return text.encode("utf-8", "backslashreplace")


def compact(value: object, *, is_sorted: bool = False) -> str:
    """Return a value as ``compact_bytes`` does, as text."""
    return compact_bytes(value, is_sorted=is_sorted).decode("utf-8")


def value_of(text: str | bytes) -> Json:
    """Return the value of what ``compact`` has written; raises ValueError for what is no JSON."""
    try:
        found: Json = orjson.loads(text)
    except orjson.JSONDecodeError:  # halves of surrogate pairs stand escaped in what was found
        found = json.loads(text)
    return found


def write_line(stream: BinaryIO, value: object) -> None:
    """Write a value as a line; a record as the list of its fields."""
    # the library knows no tuples with names
    stream.write(compact_bytes(tuple(value) if isinstance(value, tuple) else value) + b"\n")


def values_in(path: Path) -> Iterator[Json]:
    """Yield the values of a file, one a line; raises ValueError for what is no JSON."""
    with path.open("rb") as stream:
        for line in stream:
            yield value_of(line)
