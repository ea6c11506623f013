"""Paths from a document to what it names, and the names of documents that are made of others' names."""

from __future__ import annotations

import os
from pathlib import Path

from pincite.converter.compose.targets import written_path
from pincite.export import ENDINGS, FORMATS
from pincite.reading.files import SUFFIXES
from pincite.reading.opening import STDIN

_PICTURES = "-pictures"


def folder_of(target: str | None) -> Path:
    """Return the folder of a document, the working folder for one that goes into no file."""
    return Path() if target is None else Path(target).parent


def path_from(folder: Path, file: str) -> str | None:
    """Return the path from a document's *folder* to a file, None where no document can hold it."""
    return written_path(os.path.relpath(file, folder).replace(os.sep, "/"))


def climbs(folder: Path) -> int:
    """Return how many folders up from *folder* a file may lie that a check of the document still opens."""
    try:
        return len(folder.resolve().relative_to(Path.cwd()).parts)
    except ValueError:  # it lies elsewhere
        return 0


def pictures_folder(target: str) -> str | None:
    """Return the name of the folder beside a document that its pictures go to, None where none can be named."""
    return written_path(f"{stem(Path(target).name)}{_PICTURES}")


def stem(name: str) -> str:
    """Return a file's name without the ending that says what it is: of "a.pincite.yaml" and "a.txt" it is "a"."""
    endings = [*SUFFIXES, *ENDINGS]
    fitting = [ending for ending in endings if name.lower().endswith(ending)]
    return name[: -len(max(fitting, key=len))] if fitting else Path(name).stem


def document_name(article: str, to: str) -> str:
    """Return the name of the document that is made of a file, written as *to*."""
    return stem(Path(article).name) + FORMATS[to].suffixes[0]


def same_file(article: str, target: str) -> bool:
    """Return whether two paths lead to one file that is there."""
    try:
        return article != STDIN and Path(article).samefile(target)
    except OSError:  # one of them is not there
        return False
