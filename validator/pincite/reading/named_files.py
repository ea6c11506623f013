"""Files that a document names: only those in its own folder, or in the working folder around it, are opened."""

from __future__ import annotations

import os

from pincite.model.document import ArticleTextFile
from pincite.reading.fault import UnreadableError
from pincite.reading.opening import STDIN, read_text, reason

_LONGEST_PATH = 4096
"""Code points of the longest path that is tried."""


def read_text_file(document_path: str, relative: str) -> ArticleTextFile:
    """Read a text file named in a document, by a path relative to it.

    Only files in the document's folder, or in the working folder if that holds the document, are opened;
    links are followed first. Whatever prevents it is told as the fault.
    """
    folder = os.path.dirname(os.path.abspath("." if document_path == STDIN else document_path))  # noqa: PTH100, PTH120
    if document_path == STDIN:
        folder = os.path.abspath(".")  # noqa: PTH100
    if "\0" in relative:
        return ArticleTextFile(fault="no file can have a name with the character U+0000 in it")
    if len(relative) > _LONGEST_PATH:
        return ArticleTextFile(fault=f"a path of {len(relative)} characters names no file")
    target = os.path.realpath(os.path.join(folder, relative))  # noqa: PTH118
    if not any(_inside(target, os.path.realpath(root)) for root in (folder, _working_folder(folder))):
        return ArticleTextFile(fault=f"{relative} lies outside the document's folder")
    try:
        return ArticleTextFile(text=read_text(target))
    except OSError as error:
        return ArticleTextFile(fault=f"cannot read {relative}: {reason(error)}")
    except UnreadableError as error:
        return ArticleTextFile(fault=f"cannot read {relative}: {error.fault.message}")


def _working_folder(folder: str) -> str:
    """Return the working folder if *folder* lies in it, else *folder*."""
    here = os.getcwd()  # noqa: PTH109
    return here if _inside(os.path.realpath(folder), os.path.realpath(here)) else folder


def _inside(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)
