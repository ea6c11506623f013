"""Which reader a copy needs: by its bytes, and for texts, which look alike, by its name or what is said of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from pincite.reading.file_types import EMPTY, HEAD, LFS_POINTER, type_of
from pincite.verifier.copies.extract import unreadable, unsupported
from pincite.verifier.copies.registry import PLAIN, READERS

if TYPE_CHECKING:
    from pincite.verifier.copies.registry import Reader

_MARKUP = [reader for reader in READERS.values() if reader.is_markup]
_BY_TYPE = {kind: one for one in READERS.values() for kind in one.media_types if kind != PLAIN}
_BY_SUFFIX = {suffix: one for one in _MARKUP for suffix in one.suffixes}
"""Names of texts that are more than plain."""
_DECLARED = {kind: one for one in _MARKUP for kind in one.media_types}
_PROMISED = {suffix: one.what for one in READERS.values() if one.what for suffix in one.suffixes}
"""What names promise that content does not keep where it is text."""
_OTHERS = {
    "image/jp2": ("a JPEG 2000 picture", "PNG or TIFF"),
    "image/jxl": ("a JPEG XL picture", "PNG or TIFF"),
    "image/heic": ("a HEIC picture", "PNG or JPEG"),
    "image/avif": ("an AVIF picture", "PNG or JPEG"),
    "image/vnd.djvu": ("a DjVu file", "PDF or TIFF"),
    "image/vnd.adobe.photoshop": ("a Photoshop file", "PNG or TIFF"),
    "image/vnd.microsoft.icon": ("an icon", "PNG"),
    "image/svg+xml": ("an SVG drawing", "PNG"),
    "application/gzip": ("a gzip archive", "unpacked files"),
}
"""Types that are known and not read, with what to save them as."""
_ZIPS = (
    (b"application/epub+zip", "an EPUB book", "HTML or plain text"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", ".docx, PDF or plain text"),
    (b"xl/workbook.xml", "an Excel workbook", "plain text"),
    (b"ppt/presentation.xml", "a presentation", "PDF"),
)
_BINARY = (
    (b"{\\rtf", "an RTF file", ".docx or plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file", ".docx or PDF"),
    (b"Rar!", "a RAR archive", "unpacked files"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpacked files"),
)
_WORD = b"word/"


class Choice(NamedTuple):
    """The reader for a copy, and what there is to say of how it was chosen."""

    reader: Reader
    notes: tuple[str, ...] = ()


def reader_for(name: str, content: bytes, media_type: str | None = None) -> Choice:
    """Return the reader for a copy called *name*; *media_type* is what the document says that it is.

    Raises CopyError for what is empty, and for types that are not read.
    """
    found = type_of(content[:HEAD])
    if found == EMPTY:
        raise unreadable("it is empty")
    if found == LFS_POINTER:
        raise unreadable(
            "it is only the pointer that Git LFS leaves; the file was not fetched", "git lfs pull"
        )
    for beginning, what, instead in _BINARY:
        if content.startswith(beginning):
            raise _not_read(what, instead)
    if found in _OTHERS:
        raise _not_read(*_OTHERS[found])
    if found == "application/zip":
        return Choice(_zipped(content))
    if found in _BY_TYPE:
        return Choice(_BY_TYPE[found])
    return _text(name, content, media_type)


def _zipped(content: bytes) -> Reader:
    # an archive's table of contents names its members in plain bytes
    if _WORD in content:
        return READERS["docx"]
    for sign, what, instead in _ZIPS:
        if sign in content:
            raise _not_read(what, instead)
    raise _not_read("a ZIP archive", "unpacked files")


def _text(name: str, content: bytes, media_type: str | None) -> Choice:
    suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122 - a name, not a path
    chosen = _BY_SUFFIX.get(suffix) or _DECLARED.get((media_type or "").partition(";")[0].strip().lower())
    notes = (f"its name promises {_PROMISED[suffix]}, but it is plain text",) if suffix in _PROMISED else ()
    if chosen is None:
        chosen = READERS["text" if _is_utf8(content) else "encoded"]
    return Choice(chosen, notes)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _not_read(what: str, instead: str) -> Exception:
    return unsupported(f"it is {what}, which is not read", f"save it as {instead}")
