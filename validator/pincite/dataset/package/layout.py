"""What the files of a dataset are called."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

DOCUMENTS = "documents.jsonl"
"""The documents, one a line."""
INPUTS = "inputs.jsonl"
"""Where each document came from."""
FINDINGS = "findings.jsonl"
"""What was found in the documents, and between them."""
IMAGES = "images"
"""The folder of pictures."""
TABLES = "tables"
"""The folder of tables."""
CARD = "README.md"
"""The data card, for people."""
CITATION = "CITATION.cff"
"""How to cite the dataset, for programs (Citation File Format)."""
CHECKSUMS = "SHA256SUMS"
"""The digests of all files but itself and the manifest, as ``sha256sum -c`` reads them."""
MANIFEST = "manifest.json"
"""What the dataset is and which files it has; written last, so that a folder without it is no dataset."""


class _Named(Protocol):
    """A table, of which its name alone counts here."""

    @property
    def name(self) -> str: ...


def table_file(table: _Named, ending: str) -> Path:
    """Return the path of a table's file in a dataset: ``parquet`` or ``csv``."""
    return Path(TABLES) / f"{table.name}.{ending}"
