"""Several inputs: which files they are, and which document each becomes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pincite.bibliography import BIBLIOGRAPHIES
from pincite.cli.conversion.places import document_name
from pincite.cli.conversion.rewriting import is_document
from pincite.cli.output import CallError
from pincite.converter.readers import READERS
from pincite.reading.opening import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Job(NamedTuple):
    """One file to convert, and the file that its document goes to."""

    article: str
    target: str


def jobs(paths: Sequence[str], folder: str, to: str, source: str | None = None) -> list[Job]:
    """Return what there is to do, in the order of the paths; files below a folder keep their place in it.

    Folders are searched for articles, and where *source* names a format of bibliographies, for those.

    Raises CallError where two files would become one document, or a document its own article.
    """
    found: dict[str, str] = {}
    files = list(_files(paths, source))
    inputs = {os.path.normpath(article) for article, _ in files}
    for article, below in files:
        target = os.path.normpath(Path(folder, below, document_name(article, to)))
        other = found.get(target)
        if other is not None and os.path.normpath(other) != os.path.normpath(article):
            raise CallError(
                f"{other} and {article} would both become {target}; convert one of them to another folder"
            )
        if target in inputs:
            raise CallError(
                f"the document of {article} would replace the article {target}; name another folder"
            )
        found.setdefault(target, article)
    return [Job(article, target) for target, article in found.items()]


def _files(paths: Iterable[str], source: str | None) -> Iterator[tuple[str, str]]:
    """Yield each file, and the folder below the output's that its document goes to."""
    for path in paths:
        if path == STDIN:
            raise CallError("standard input has no name to call its document by; convert it alone")
        if not Path(path).is_dir():
            yield path, ""
            continue
        below = sorted(_below(path, _endings(source)))
        if not below:
            endings = ", ".join(_endings(source))
            what = "bibliographies" if source in BIBLIOGRAPHIES else "articles"
            raise CallError(f"no {what} in {path} ({endings})")
        for article in below:
            yield article, os.path.relpath(Path(article).parent, path)


def _endings(source: str | None) -> tuple[str, ...]:
    """Return what the names of files end with that folders are searched for."""
    if source in BIBLIOGRAPHIES:
        return BIBLIOGRAPHIES[source].suffixes
    return tuple(suffix for reader in READERS.values() for suffix in reader.suffixes)


def _below(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    """Yield the articles, or bibliographies, in a folder and below: not hidden, no links, no documents."""
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(where, name)
            if name.startswith(".") or not name.lower().endswith(endings) or path.is_symlink():
                continue
            if not is_document(str(path)):
                yield str(path)
