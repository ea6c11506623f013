"""The files of a shard's result: what they are called, and what the lines of some of them say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pincite.model.json_value import JsonObject

DOCUMENTS = "documents.jsonl"
"""The documents, as they go into the dataset."""
INPUTS = "inputs.jsonl"
"""Where each came from, as ``Origin``."""
FINDINGS = "findings.jsonl"
"""What was found in them, as ``Told``."""
PICTURES = "pictures.jsonl"
"""The files to copy, as ``Picture``."""
IDS = "ids.run"
"""The ids of documents, sorted."""
SOURCES = "sources.run"
"""Descriptions of sources, sorted, each with its key and rule before it and the number of articles behind."""
NEAR = "near.run"
"""What sources have in common that may be one, sorted, with their keys and descriptions."""


def rows_file(table: str) -> str:
    """Return the name of the file with the rows of a table."""
    return f"{table}.arrow"


class Origin(NamedTuple):
    """Where a document came from, by its id and the SHA-256 of its line.

    Its part of the shard (from 0), the line in that (from 1), and its place among the shard's documents (from 0).
    """

    id: str
    sha256: str
    part: int
    line: int
    place: int


class Picture(NamedTuple):
    """A file to copy: its path in the dataset, the one that a document names, and that document's part of the shard."""

    path: str
    named: str
    part: int


class Told(NamedTuple):
    """What was found in a part of the shard."""

    part: int
    finding: JsonObject
