"""An answer as one JSON array of objects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.cli.datasets.answers.values import json_of
from pincite.reporters.safe_text import safe_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.cli.datasets.answers.values import Names, Row, Screen


def pieces(names: Names, rows: Iterator[Row], screen: Screen) -> Iterator[str]:  # noqa: ARG001 - as all formats
    """Yield the lines of an answer: one for each row."""
    before = "["
    for row in rows:
        yield f"{before}\n  {line_of(names, row)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def line_of(names: Names, row: Row) -> str:
    """Return a row as an object on one line."""
    found = {name: json_of(value) for name, value in zip(names, row, strict=True)}
    return safe_json(json.dumps(found, ensure_ascii=False, allow_nan=False))
