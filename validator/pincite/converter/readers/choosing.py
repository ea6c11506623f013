"""Which format an article is in, by its file's name, and where that says nothing by its bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.readers import READERS
from pincite.converter.readers.decoding import without_mark
from pincite.model.endings import by_ending

if TYPE_CHECKING:
    from pincite.converter.readers import Reader

_HEAD = 4096
"""Bytes at the start of a file that are looked at."""
_ZIP, _WORD = b"PK\x03\x04", b"word/document.xml"
_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)


def reader_for(name: str, content: bytes) -> Reader:
    """Return the reader for a file by its *name* (empty, or without an ending: by its *content*).

    What neither names is plain text: Markdown is told by its name alone, because any text may look like it.
    """
    named = by_ending(name, {key: reader.suffixes for key, reader in READERS.items()})
    return READERS[named or _by_content(content)]


def _by_content(content: bytes) -> str:
    if (
        content.startswith(_ZIP) and _WORD in content
    ):  # the archive's table of contents names it in plain bytes
        found = "docx"
    elif _is_markup(without_mark(content[:_HEAD])):
        found = "html"
    else:
        found = "text"
    return found if found in READERS else "text"


def _is_markup(head: str) -> bool:
    """Return whether a text begins as a web page does: behind comments and the mark of XML perhaps."""
    head = head.lstrip()
    for opening, closing in (("<?xml", "?>"), ("<!--", "-->")):
        while head.startswith(opening):
            head = head.partition(closing)[2].lstrip()
    return _MARKUP.match(head) is not None
