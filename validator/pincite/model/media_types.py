"""The media types that the names of files stand for, and what is told of one by its name and its first bytes."""

from __future__ import annotations

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XHTML = "application/xhtml+xml"
FOLDER = "inode/directory"
"""What a copy that is a folder of pages has for a type; a document records none of it."""
BY_SUFFIX = {
    "png": "image/png",
    "apng": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "jpe": "image/jpeg",
    "jfif": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
    "svg": "image/svg+xml",
    "avif": "image/avif",
    "heic": "image/heic",
    "heif": "image/heic",
    "jp2": "image/jp2",
    "j2k": "image/jp2",
    "jpx": "image/jp2",
    "jxl": "image/jxl",
    "djvu": "image/vnd.djvu",
    "djv": "image/vnd.djvu",
    "psd": "image/vnd.adobe.photoshop",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "text": "text/plain",
    "md": "text/markdown",
    "markdown": "text/markdown",
    "html": "text/html",
    "htm": "text/html",
    "xhtml": XHTML,
    "docx": WORD,
    "odt": "application/vnd.oasis.opendocument.text",
    "epub": "application/epub+zip",
}
"""Media types by the endings of names, in lower case and without the dot."""
_ZIPPED = frozenset({WORD, BY_SUFFIX["odt"], BY_SUFFIX["epub"]})
_PLAIN = frozenset({"text/plain", None})
"""What first bytes give away of most texts: no more, or nothing where they are not in UTF-8."""


def type_of_name(name: str) -> str | None:
    """Return the media type that the ending of a file's name or path stands for, None for one that is not known."""
    _, dot, suffix = name.rpartition("/")[2].rpartition(".")
    return BY_SUFFIX.get(suffix.lower()) if dot else None


def ending_of(media_type: str | None) -> str:
    """Return the ending, with its dot, that names of files of a type usually have; empty for one that is not known."""
    return next((f".{suffix}" for suffix, one in BY_SUFFIX.items() if one == media_type), "")


def media_type_of(name: str, seen: str | None) -> str | None:
    """Return a file's media type: the one *seen* in its first bytes, or that of its name where this says more."""
    named = type_of_name(name)
    if named in _ZIPPED:
        return named if seen == "application/zip" else seen
    if named == XHTML:
        return named if seen in _PLAIN or seen == "text/html" else seen
    return named if named is not None and named.startswith("text/") and seen in _PLAIN else seen


def facts_of_file(name: str, seen: str | None, sha256: str | None) -> dict[str, str]:
    """Return what a document records of a file: its media type where that is known, and the digest of its bytes."""
    facts = {"media_type": media_type_of(name, seen), "sha256": sha256}
    return {member: value for member, value in facts.items() if value is not None}
