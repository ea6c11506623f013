"""What ``pincite convert`` does."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from pincite.cli.output import CallError, told
from pincite.converter.article import convert_text
from pincite.export import pincite_json, pincite_yaml
from pincite.reading.fault import UnreadableError
from pincite.reading.files import STDIN, read_text

_WRITERS = {"yaml": pincite_yaml.write, "json": pincite_json.write}


def transform(article: str, to: str, target: str | None, *, refer: bool) -> str:
    """Convert an article (``-``: standard input) and return the document as text.

    With *refer* the document names the article's file, by a path relative to *target* (the file that the
    document is for, or the working folder without one), instead of holding its text. Raises CallError, also
    where the document would be written over its article.
    """
    if target is not None and _same_file(article, target):
        raise CallError(f"{target} is the article itself; name another file with --output")
    if refer and article == STDIN:
        raise CallError("--text-path needs an article in a file, not standard input")
    try:
        content = read_text(article)
    except OSError as error:
        raise CallError(f"cannot read {article}: {told(error)}") from None
    except UnreadableError as error:
        hint = f"; {error.fault.hint}" if error.fault.hint else ""
        raise CallError(f"cannot read {article}: {error.fault.message}{hint}") from None
    document = convert_text(content)
    if refer:
        folder = Path() if target is None else Path(target).parent
        # nothing was lost in decoding, so these are the file's own bytes, with their BOM and line ends
        digest = hashlib.sha256(content.encode("utf-8")).hexdigest()
        document["article"]["text"] = {"path": _path_from(folder, article), "sha256": digest}
    return _WRITERS[to](document)


def _same_file(article: str, target: str) -> bool:
    try:
        return article != STDIN and Path(article).samefile(target)
    except OSError:  # one of them is not there
        return False


_UNWRITABLE = re.compile("[\\\\\x00-\x1f\x7f\ud800-\udfff]")
"""What a path in a document cannot hold; a byte of a file's name that is no UTF-8 arrives as a lone surrogate."""


def _path_from(folder: Path, article: str) -> str:
    path = os.path.relpath(article, folder).replace(os.sep, "/")
    if _UNWRITABLE.search(path):
        raise CallError(
            f"cannot refer to {article}: its path has characters that a document's path cannot have; "
            "rename it, or leave out --text-path"
        )
    return f"./{path}" if ":" in path.partition("/")[0] else path  # else it would be an address
