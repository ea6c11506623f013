"""Which articles are annotated by a document beside them: their text is what its offsets and its digest are about."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pincite.cli.writing_back import content_of
from pincite.model.finding import Finding
from pincite.reading.articles import is_article
from pincite.reading.files import SUFFIXES, documents_in
from pincite.reading.named_files import allowed_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pincite.model.json_value import Json

# os.path and not pathlib: realpath and abspath as where documents are read

_MOST_DOCUMENTS = 10_000
"""Documents of one folder that are looked into; those behind them, by name, are not."""


def annotating_documents(paths: Iterable[str]) -> dict[str, str]:
    """Return the articles among some files that a document in their folder names as its text, with the first such document.

    Only documents that have the article's file name in them are read; one that cannot be read names nothing.
    """
    articles: dict[str, list[str]] = {}
    for path in paths:
        if is_article(path):
            articles.setdefault(os.path.dirname(path), []).append(path)  # noqa: PTH120
    found: dict[str, str] = {}
    for folder, of_folder in articles.items():
        wanted: dict[str, list[str]] = {}
        for path in of_folder:
            wanted.setdefault(os.path.realpath(path), []).append(path)
        for document in _documents(folder):
            for target in _texts_named(document, wanted):
                for path in wanted[target]:
                    found.setdefault(path, document)
    return found


def _documents(folder: str) -> list[str]:
    try:
        names = os.listdir(folder or ".")  # noqa: PTH208
    except OSError:
        return []
    documents = sorted(name for name in names if name.endswith(SUFFIXES))
    return [os.path.join(folder, name) for name in documents[:_MOST_DOCUMENTS]]  # noqa: PTH118


def _texts_named(document: str, wanted: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield those of some articles (links followed) that a file's documents name as their text."""
    content = content_of(document)
    if not isinstance(content, bytes):
        return
    names = [
        os.path.basename(path).encode("utf-8", "surrogateescape")  # noqa: PTH119
        for paths in wanted.values()
        for path in paths
    ]
    # a name that is not ASCII may stand there in escapes
    if all(name.isascii() and name not in content for name in names):
        return
    if document.endswith(".jsonl"):
        lines = content.split(b"\n")
        content = b"\n".join(
            line for line in lines if any(name in line or not name.isascii() for name in names)
        )
    for raw in documents_in(document, content):
        relative = None if isinstance(raw, Finding) else _text_path(raw.data)
        target = relative and allowed_path(document, relative)
        if isinstance(target, str) and target in wanted:
            yield target


def _text_path(data: Json) -> str | None:
    """Return what ``article.text.path`` is, None where there is no such text."""
    for key in ("article", "text", "path"):
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, str) else None
