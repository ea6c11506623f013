"""What ``pincite convert`` does."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from pincite.cli.output import CallError
from pincite.converter.article import convert_text
from pincite.export import pincite_json, pincite_yaml
from pincite.reading.fault import UnreadableError
from pincite.reading.files import STDIN, read_text

if TYPE_CHECKING:
    from pathlib import Path

_WRITERS = {"yaml": pincite_yaml.write, "json": pincite_json.write}


def transform(article: str, to: str, *, beside: Path | None, refer: bool) -> str:
    """Convert an article (``-``: standard input) and return the document as text.

    With *refer* the document names the article's file, by a path relative to *beside* (the document's own
    file, or the working folder without one), instead of holding its text. Raises CallError.
    """
    if refer and article == STDIN:
        raise CallError("--text-path needs an article in a file, not standard input")
    try:
        content = read_text(article)
    except OSError as error:
        raise CallError(f"cannot read {article}: {(error.strerror or str(error)).lower()}") from None
    except UnreadableError as error:
        hint = f"; {error.fault.hint}" if error.fault.hint else ""
        raise CallError(f"cannot read {article}: {error.fault.message}{hint}") from None
    document = convert_text(content)
    if refer:
        folder = os.path.dirname(os.path.abspath(beside)) if beside is not None else os.getcwd()  # noqa: PTH100, PTH109, PTH120 - as in reading
        path = os.path.relpath(article, folder).replace(os.sep, "/")
        digest = hashlib.sha256(content.encode("utf-8")).hexdigest()
        document["article"]["text"] = {"path": path, "sha256": digest}
    return _WRITERS[to](document)
