"""JSON in one line, and files of such lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

    from pincite.model.json_value import Json

compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Return a value as JSON without spaces between; half of a surrogate pair stands in it as it is."""


def new_lines(path: Path) -> TextIO:
    """Return a new file for lines, open; half of a surrogate pair, which UTF-8 has not, is escaped in it as JSON has it."""
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")


def write_line(stream: TextIO, value: object) -> None:
    """Write a value as a line."""
    stream.write(f"{compact(value)}\n")


def values_in(path: Path) -> Iterator[Json]:
    """Yield the values of a file, one a line; raises ValueError for what is no JSON."""
    with path.open("rb") as stream:
        for line in stream:
            yield json.loads(line)
