"""Files that are taken for .docx and are something else: what they are, and what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.converter.readers.docx.refusal import refusal
from pincite.reading.file_types import HEAD, type_of

if TYPE_CHECKING:
    from pincite.reading.fault import UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The name of a stream in the container that an encrypted .docx is."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_SAVE = "open it in a word processor and save it as .docx"

_MARKS = {
    "an old Word document (.doc)": _OLE,
    "rich text (.rtf)": b"{\\rtf",
    "a Word document as plain XML": b'progid="Word.Document"',
}
_MARK_WITHIN = 200
"""Bytes at a file's start that have its mark."""

_TYPES = {
    "application/x-empty": ("empty", "save the document again"),
    "application/pdf": ("a PDF", "convert the document that it was made from, or its text"),
    "text/html": ("an HTML page", "read it with --from html"),
    "text/plain": ("plain text", "read it with --from text"),
    "text/x-git-lfs-pointer": ("a pointer of Git LFS", "fetch the file with 'git lfs pull'"),
}


def of_bytes(content: bytes) -> UnreadableError | None:
    """Return what to raise for bytes that are no ZIP archive, None for those that begin as one."""
    if content.startswith(_ZIP):
        return None
    if content.startswith(_OLE) and _ENCRYPTED in content:
        return refusal("the file is protected with a password", "save it without one")
    head = content[:HEAD]
    kinds = [kind for kind, mark in _MARKS.items() if mark in head[:_MARK_WITHIN]]
    if kinds:
        return refusal(f"the file is {kinds[0]}, not a .docx", _SAVE)
    what, hint = _TYPES.get(type_of(head) or "", ("no ZIP archive", _SAVE))
    return refusal(f"the file is {what}, not a .docx", hint)


_ARCHIVES = {
    "application/vnd.oasis.opendocument.": "an OpenDocument file (as .odt)",
    "application/epub+zip": "an EPUB",
}
_FOLDERS = {"xl/": "an Excel workbook", "ppt/": "a PowerPoint presentation", "visio/": "a Visio drawing"}


def of_archive(names: set[str], mimetype: bytes | None) -> UnreadableError:
    """Return what to raise for an archive without a Word document in it, by its members' names."""
    said = (mimetype or b"").decode("ascii", "replace")
    kinds = [kind for beginning, kind in _ARCHIVES.items() if said.startswith(beginning)]
    kinds += [kind for folder, kind in _FOLDERS.items() if any(name.startswith(folder) for name in names)]
    if kinds:
        return refusal(f"the file is {kinds[0]}, not a .docx", _SAVE)
    return refusal("the file is a ZIP archive without a Word document in it", _SAVE)
