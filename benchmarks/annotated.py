"""Annotated articles of a folder: each ``NAME.gold.json``, and the files of the article beside it.

``NAME.txt`` is the article that was annotated; ``NAME.html``, ``NAME.md`` and ``NAME.docx`` have the same words
and are held against the same annotation, each as an article of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pincite.converter.article import convert_manuscript
from pincite.converter.readers import READERS

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.converter.readers import Reader
    from pincite.model.format import DocumentData

_SUFFIXES = (".txt", ".html", ".htm", ".md", ".docx")
_ANNOTATION = ".gold.json"


class UnavailableError(Exception):
    """An article cannot be read here; its text says why."""


@dataclass(frozen=True)
class Annotated:
    """One file of an annotated article."""

    path: Path
    annotation: Path

    @property
    def name(self) -> str:
        """Return the file's name."""
        return self.path.name

    def gold(self) -> dict[str, Any]:
        """Return what a careful editor finds in the article."""
        gold: dict[str, Any] = json.loads(self.annotation.read_text("utf-8"))
        return gold

    def document(self) -> DocumentData:
        """Return what the converter makes of it; raises UnavailableError where its format cannot be read here."""
        reader = _reader(self.path.suffix)
        if reader is None:
            raise UnavailableError(f"nothing reads {self.path.suffix}")
        try:
            return convert_manuscript(reader.read(self.path.read_bytes()))
        except ImportError as error:
            if reader.extra is None:
                raise
            raise UnavailableError(f"needs the extra '{reader.extra}': {error}") from error


def _reader(suffix: str) -> Reader | None:
    return next((reader for reader in READERS.values() if suffix in reader.suffixes), None)


def annotated_articles(folder: Path) -> list[Annotated]:
    """Return all files of all annotated articles in a folder, by name."""
    found = []
    for annotation in sorted(folder.glob(f"*{_ANNOTATION}")):
        name = annotation.name.removesuffix(_ANNOTATION)
        paths = [annotation.with_name(name + suffix) for suffix in _SUFFIXES]
        found += [Annotated(path, annotation) for path in paths if path.exists()]
    return found
