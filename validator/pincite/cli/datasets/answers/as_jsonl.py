"""An answer as JSON objects, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.cli.datasets.answers.as_json import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.cli.datasets.answers.values import Names, Row, Screen


def pieces(names: Names, rows: Iterator[Row], screen: Screen) -> Iterator[str]:  # noqa: ARG001 - as all formats
    """Yield the lines of an answer."""
    for row in rows:
        yield f"{line_of(names, row)}\n"
