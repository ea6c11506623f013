"""An answer as CSV, with the same care for spreadsheets as in the tables of a dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.cli.datasets.answers.values import is_number, text_of
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.cli.datasets.answers.values import Names, Row, Screen


def pieces(names: Names, rows: Iterator[Row], screen: Screen) -> Iterator[str]:
    """Yield the lines of an answer. Nothing is nothing between two commas, an empty text two marks; texts that a spreadsheet
    would run have an apostrophe before them, names of columns among them, which PIVOT makes of what is in the tables.
    """  # noqa: D205 - one thought
    yield _line(names, screen)
    for row in rows:
        yield _line(row, screen)


def _line(row: Row, screen: Screen) -> str:
    return ",".join(_cell(value, screen) for value in row) + "\n"


def _cell(value: object, screen: Screen) -> str:
    from pincite.dataset.tables.csv_cells import harmless_text  # noqa: PLC0415 - imports an extra

    if value is None:
        return ""
    if is_number(value) or isinstance(value, bool):
        return text_of(value)
    text = harmless_text(text_of(value))
    if screen.is_terminal:
        text = "\n".join(safe(line) for line in text.split("\n"))
    return '"' + text.replace('"', '""') + '"'
