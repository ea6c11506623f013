"""An article's file, converted where it lies."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pincite.converter.article import convert_manuscript
from pincite.converter.compose.origin import Origin
from pincite.converter.compose.targets import written_path
from pincite.converter.opened import open_article
from pincite.converter.readers import READERS
from pincite.reading.fault import UnreadableError
from pincite.reading.opening import read_bytes

if TYPE_CHECKING:
    from pincite.model.format import DocumentData


def convert_path(path: str, *, format_name: str | None, encoding: str | None) -> DocumentData:
    """Return the document for the article at *path*, as if it stood beside it.

    Raises OSError, ValueError (also for an unknown format or encoding), MissingExtraError.
    """
    if format_name is not None and format_name not in READERS:
        raise ValueError(f"articles are not read from {format_name!r}; there are: {', '.join(READERS)}")
    try:
        opened = open_article(read_bytes(path), path, format_name=format_name, encoding=encoding)
    except UnreadableError as error:
        hint = f"; {error.fault.hint}" if error.fault.hint else ""
        raise ValueError(f"cannot read {path}: {error.fault.message}{hint}") from None
    except LookupError:
        raise ValueError(f"unknown encoding: {encoding}") from None
    name = os.path.basename(path)  # noqa: PTH119 - pathlib would add to every start
    original = None if opened.is_its_own_text else opened.described(written_path(name))
    return convert_manuscript(opened.manuscript, origin=Origin(original=original, folder=""))
