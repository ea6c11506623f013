"""Files made to do harm to whoever reads them: each with the kind of fault and words that its refusal must have."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from tests.converter.readers.docx_files import docx
from tests.verifier.copies.pdf_bytes import file_of, pdf, stream

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
SECURITY = (
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({'a' * 32}) /U ({'b' * 32}) /P -1 >>"
    f" /ID [({'c' * 16})({'c' * 16})]"
)


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def page_tree(about: bytes, *others: bytes) -> bytes:
    return file_of([CATALOGUE, b"<< /Type /Pages " + about + b" >>", *others])


def tiff(width: int, height: int) -> bytes:
    """Return a TIFF that claims a size and has next to no data."""
    entries = [
        (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1),
        (278, 4, height), (279, 4, 100),
    ]  # fmt: skip
    table = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + table + bytes(200)


def encrypted() -> bytes:
    return file_of([CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>"], SECURITY)


def endless_forms() -> bytes:
    """Return a PDF with one page that draws itself in itself."""
    content = "<< /XObject << /X 4 0 R >> >>"
    form = stream(b"/X Do", f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources {content}")
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {content} /Contents 5 0 R >>"
    return page_tree(b"/Kids [3 0 R] /Count 1", page.encode(), form, stream(b"/X Do"))


FILES: list[tuple[str, Callable[[], bytes], str, str]] = [
    ("encrypted.pdf", encrypted, "encrypted", "asks for a password"),
    ("truncated.pdf", lambda: pdf([["A lamp"]] * 9)[:2000], "unreadable", "damaged"),
    ("stub.pdf", lambda: b"%PDF-1.7\n", "unreadable", "damaged"),
    ("cyclic.pdf", lambda: page_tree(b"/Kids [2 0 R 3 0 R] /Count 5", b"<< /Type /Pages /Kids [2 0 R] /Count 3 >>"),
     "unreadable", "none of its pages"),
    ("claims.pdf", lambda: page_tree(b"/Kids [3 0 R] /Count 1000000", PAGE), "too_large", "1,000,000 pages"),
    ("million.pdf", lambda: page_tree(b"/Kids [" + b"3 0 R " * 1_000_000 + b"] /Count 1000000", PAGE),
     "too_large", "1,000,000 pages"),
    ("bomb.docx", lambda: docx(paragraph("a" * 50_000_000)), "too_large", "200 times"),
    ("tags.docx", lambda: docx(paragraph("") * 700_000), "too_large", "more than"),
    ("broken.docx", lambda: docx(paragraph("a"))[:-30], "unreadable", "damaged"),
    ("attributes.html", lambda: b"<html><p " + b" ".join(b"a%d=1" % at for at in range(200_000)) + b">x",
     "too_large", "1000 attributes"),
    ("deep.html", lambda: b"<html>" + b"<div>" * 200_000, "too_large", "1000 deep"),
    ("large.tif", lambda: tiff(50_000, 50_000), "too_large", "100 million pixels"),
    ("larger-than-held.tif", lambda: tiff(9_000, 9_000), "too_large", "9,000 x 9,000 pixels"),
    ("short.tif", lambda: tiff(600, 600), "unreadable", "ends too early"),
    ("pointer.pdf", lambda: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "unreadable", "Git LFS"),
    ("empty.txt", lambda: b"", "unreadable", "empty"),
    ("noise.txt", lambda: bytes(range(128, 256)) * 40 + b"\x81\x8d\x8f", "unreadable", "no text in an encoding"),
    ("book.epub", lambda: b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "unsupported", "EPUB"),
    ("old.doc", lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "unsupported", "old Word"),
    ("scan.jp2", lambda: b"\x00\x00\x00\x0cjP  " + bytes(60), "unsupported", "JPEG 2000"),
]  # fmt: skip
