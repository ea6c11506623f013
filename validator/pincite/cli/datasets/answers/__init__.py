"""Answers to queries as text. A format is one module with ``pieces``, and one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.cli.datasets.answers import as_csv, as_json, as_jsonl, as_markdown, as_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pincite.cli.datasets.answers.values import Names, Row, Screen

FORMATS: Mapping[str, Callable[[Names, Iterator[Row], Screen], Iterator[str]]] = {
    "table": as_table.pieces,
    "csv": as_csv.pieces,
    "json": as_json.pieces,
    "jsonl": as_jsonl.pieces,
    "markdown": as_markdown.pieces,
}
"""What yields the pieces of an answer's text, by the names of formats: whole lines, each with its end."""
