"""Several inputs: which files they are, and which document each becomes."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pincite.bibliography import BIBLIOGRAPHIES, bibliography_for
from pincite.cli.conversion.handwork import is_page_of_ours
from pincite.cli.conversion.places import document_name
from pincite.cli.conversion.rewriting import is_document
from pincite.cli.output import CallError, tell
from pincite.converter.readers import READERS
from pincite.export import FORMATS
from pincite.reading.opening import STDIN
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PAGES = FORMATS["html"].suffixes


class Job(NamedTuple):
    """One file to convert, and the file that its document goes to."""

    article: str
    target: str


def jobs(paths: Sequence[str], folder: str, to: str, source: str | None = None) -> list[Job]:
    """Return what there is to do, in the order of the paths; files below a folder keep their place in it.

    Folders are searched for articles, where *source* names a format of bibliographies for those, and where *to* is no syntax of
    documents for documents as well. What is passed over is told.

    Raises CallError where two files would become one document, or a document its own article.
    """
    found: dict[str, str] = {}
    files = list(_files(paths, source, documents=not FORMATS[to].is_whole))
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


def _files(paths: Iterable[str], source: str | None, *, documents: bool) -> Iterator[tuple[str, str]]:
    """Yield each file, and the folder below the output's that its document goes to."""
    for path in paths:
        if path == STDIN:
            raise CallError("standard input has no name to call its document by; convert it alone")
        if not Path(path).is_dir():
            yield path, ""
            continue
        found = _Found(_endings(source), documents=documents and source is None)
        below = sorted(found.below(path))
        if documents:  # else what lies there besides articles is what was made of them
            found.tell(path)
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


class _Found:
    """What a folder holds for a conversion: files with certain endings, not hidden, no links; and what is passed over."""

    def __init__(self, endings: tuple[str, ...], *, documents: bool) -> None:
        self._endings = endings
        self._documents = documents
        self._passed_over: Counter[str] = Counter()

    def below(self, folder: str) -> Iterator[str]:
        """Yield the paths in a folder and below."""
        for where, folders, names in os.walk(folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                path = str(Path(where, name))
                if not name.startswith(".") and not Path(path).is_symlink() and self._is_wanted(path):
                    yield path

    def _is_wanted(self, path: str) -> bool:
        kind = ""
        if is_document(path):
            # of the documents in one file only one could be written
            kind = "" if self._documents and not path.endswith(".jsonl") else "document"
        elif not path.lower().endswith(self._endings):
            kind = "bibliography" if bibliography_for(path) else "other"
        elif path.lower().endswith(_PAGES) and is_page_of_ours(path):
            kind = "page"
        self._passed_over[kind] += 1
        return not kind

    def tell(self, folder: str) -> None:
        """Tell of what was passed over and might have been meant."""
        words = [
            counted(self._passed_over[kind], kind)
            for kind in ("document", "bibliography", "page")
            if self._passed_over[kind]
        ]
        if words:
            tell(f"pincite: passed over {', '.join(words)} in {safe(folder)}; name what is to be converted")
