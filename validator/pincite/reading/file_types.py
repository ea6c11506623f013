"""Media types by the first bytes of a file, whatever its name says."""

from __future__ import annotations

HEAD = 4096
"""Bytes at the start of a file that are looked at."""

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
    (b"\x00\x00\x00\x0cjP  ", "image/jp2"),
    (b"\xff\x4f\xff\x51", "image/jp2"),
    (b"\x00\x00\x00\x0cJXL ", "image/jxl"),
    (b"\xff\x0a", "image/jxl"),
    (b"AT&TFORM", "image/vnd.djvu"),
    (b"8BPS", "image/vnd.adobe.photoshop"),
    (b"\x00\x00\x01\x00", "image/vnd.microsoft.icon"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
)
_LFS = b"version https://git-lfs.github.com/spec/"
_HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")

EMPTY = "application/x-empty"
"""The name for a file without any byte; no registered one exists."""
LFS_POINTER = "text/x-git-lfs-pointer"
"""The name for what Git LFS leaves in place of a file that was not fetched."""


def type_of(head: bytes) -> str | None:
    """Return the media type of a file that begins with *head*, None for bytes that give none away."""
    if not head:
        return EMPTY
    found = next((kind for beginning, kind in _BEGINNINGS if head.startswith(beginning)), None)
    if found is None and head[4:8] == b"ftyp":
        found = _of_box(head[8 : min(int.from_bytes(head[:4], "big"), 128)])
    elif found is None and head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        found = "image/webp"
    elif found is None and head.startswith(b"BM") and head[6:10] == bytes(4):
        found = "image/bmp"
    elif found is None and b"%PDF-" in head[:1024]:  # readers forgive what stands before it
        found = "application/pdf"
    return found or _of_text(head)


def type_of_file(path: str) -> str | None:
    """Return the media type that a file's first bytes give away, None where they or the system do not."""
    from pincite.reading.opening import open_regular  # noqa: PLC0415 - most callers have the bytes

    try:
        with open_regular(path) as stream:
            return type_of(stream.read(HEAD))
    except (OSError, ValueError):
        return None


def _of_box(brands: bytes) -> str | None:
    """Return the type that the brands of an ISO base media file stand for."""
    if b"avif" in brands or b"avis" in brands:
        return "image/avif"
    return "image/heic" if any(brand in brands for brand in _HEIF) else None


def _of_text(head: bytes) -> str | None:
    if head.startswith(_LFS):
        return LFS_POINTER
    try:
        # an incremental decoder forgives a character that the end of the head cuts in two
        text = _text(head)
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    text = text.removeprefix("\ufeff").lstrip().lower()
    if text.startswith("<"):
        if text.startswith(("<!doctype html", "<html")):
            return "text/html"
        if "<svg" in text:
            return "image/svg+xml"
    return "text/plain"


def _text(head: bytes) -> str:
    import codecs  # noqa: PLC0415 - only for what no magic number names

    return codecs.getincrementaldecoder("utf-8")().decode(head)
