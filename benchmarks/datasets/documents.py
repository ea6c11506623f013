"""The documents that datasets are built of: one JSONL file, the same bytes on every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.generate import as_json_line
from benchmarks.synthetic import article

if TYPE_CHECKING:
    from pathlib import Path

QUOTATIONS = 10
"""Quotations of a document."""


def documents(folder: Path, count: int) -> Path:
    """Return the JSONL file with that many documents, which is written where it is not there yet."""
    path = folder / f"{count}.pincite.jsonl"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        begun = path.with_suffix(".unfinished")
        with begun.open("wb") as stream:
            for number in range(count):
                document = article(f"dataset-{number + 1:09d}", QUOTATIONS, blocks=False)
                stream.write(as_json_line(document).encode("utf-8"))
        begun.rename(path)
    return path
