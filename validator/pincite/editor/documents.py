"""The documents that are open in an editor: where each lies, what it is, and its present text."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from pincite.reading.articles import is_article
from pincite.reading.files import SUFFIXES
from pincite.reading.markdown.front_matter import has_key, is_markdown

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from pincite.editor.texts import Text

    Syntax: TypeAlias = Literal["yaml", "json", "jsonl", "markdown", "article"]

_SYNTAXES: dict[str, Syntax] = {"yml": "yaml", "yaml": "yaml", "json": "json", "jsonl": "jsonl"}
_UNSAVED = {"yaml": ".pincite.yaml", "json": ".pincite.json", "jsonc": ".pincite.json", "markdown": ".md"}
"""What a document's name would end with that was never saved, by what the editor calls its language."""
_KEY = {
    "yaml": re.compile(r"^[\"']?pincite[\"']?[ \t]*:", re.MULTILINE),
    "json": re.compile(r"\"pincite\"\s*:"),
}
"""What tells a document of ours from others that were never saved and so have no name to tell it by."""


class OpenDocument(NamedTuple):
    """One state of an open document. ``path`` is where it lies, or would lie; ``version`` is the editor's own count."""

    uri: str
    path: str
    text: Text
    is_saved: bool = True
    version: int = 0

    @property
    def syntax(self) -> Syntax | None:
        """Return what it is written in; None for what is no document of ours."""
        if is_article(self.path):
            return "article"
        if is_markdown(self.path):
            return "markdown" if has_key(self.text.content) else None
        if not self.path.endswith(SUFFIXES):
            return None
        syntax = _SYNTAXES[self.path.rpartition(".")[2]]
        if not self.is_saved and syntax in _KEY and not _KEY[syntax].search(self.text.source):
            return None
        return syntax


def path_of(uri: str, language: str, folder: str) -> tuple[str, bool] | None:
    """Return the path of a document, and whether it is that of a file; None for one that lies elsewhere than in files.

    A document that was never saved (``untitled:``) would lie in *folder*, or where its own address says.
    """
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    name = unquote(parts.path, errors="surrogateescape")
    if parts.scheme == "file":
        if parts.netloc not in {"", "localhost"}:
            name = f"//{parts.netloc}{name}"
        elif sys.platform == "win32":
            name = re.sub(r"^/([A-Za-z]:)", r"\1", name)
        return (os.path.normpath(name), True) if name and "\0" not in name else None
    if parts.scheme != "untitled" or "\0" in name:
        return None
    if not name.endswith((*SUFFIXES, ".md")):
        name += _UNSAVED.get(language, "")
    return os.path.join(folder, name), False  # noqa: PTH118 - as the reading of files


def uri_of(path: str) -> str:
    """Return the address of a file."""
    return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100 - as the reading of files
