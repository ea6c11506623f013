"""An answer as a table of Markdown (GFM)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.cli.datasets.answers.values import is_number, text_of
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.cli.datasets.answers.values import Names, Row, Screen

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#!|~$])")
"""What Markdown, or HTML in it, would read as more than itself; in addresses, too, which are no links so."""


def pieces(names: Names, rows: Iterator[Row], screen: Screen) -> Iterator[str]:  # noqa: ARG001 - as all formats
    """Yield the lines of an answer; numbers stand to the right, as far as the first row tells."""
    first = next(rows, None)
    yield _line(names)
    yield (
        "|"
        + "".join(
            " ---: |" if first is not None and is_number(first[at]) else " --- |" for at in range(len(names))
        )
        + "\n"
    )
    if first is not None:
        yield _line(first)
    for row in rows:
        yield _line(row)


def _line(row: Row) -> str:
    return "|" + "".join(f" {_cell(value)} |" for value in row) + "\n"


def _cell(value: object) -> str:
    text = safe(" ".join(text_of(value).split())).replace("&", "&amp;")
    return _SIGNS.sub(r"\\\1", text)
