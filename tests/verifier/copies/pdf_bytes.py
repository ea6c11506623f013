"""PDF files written by hand: pages of lines, with whatever a test wants to be odd about them."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def file_of(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """Return a PDF of numbered objects, the first of which is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return bytes(out + b"startxref\n%d\n%%%%EOF" % table)


def stream(content: bytes, about: str = "") -> bytes:
    return f"<< /Length {len(content)} {about} >>\nstream\n".encode() + content + b"\nendstream"


def text_of(lines: Sequence[str], mode: int = 0) -> bytes:
    """Return what draws lines of text, in rendering mode *mode* (3: not to be seen)."""
    shown = []
    for line in lines:
        escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        shown.append(b"(" + escaped.encode("cp1252") + b") Tj T*\n")
    return b"BT %d Tr /F1 11 Tf 72 760 Td 14 TL\n" % mode + b"".join(shown) + b"ET"


def pdf(pages: Sequence[Sequence[str]], catalogue: str = "") -> bytes:
    """Return a PDF whose pages have some lines each; *catalogue* is what its catalogue says besides."""
    return drawn([text_of(lines) for lines in pages], catalogue)


def drawn(
    contents: Sequence[bytes], catalogue: str = "", picture: tuple[int, int, bytes] | None = None
) -> bytes:
    """Return a PDF of pages with the content that draws them; *picture* (width, height, grey bytes) is ``/Im1``."""
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(contents)))
    width, height, grey = picture or (1, 1, b"\xff")
    about = (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray"
        " /BitsPerComponent 8 /Filter /FlateDecode"
    )
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        FONT,
        stream(zlib.compress(grey), about),
    ]
    for index, content in enumerate(contents):
        resources = "<< /Font << /F1 3 0 R >> /XObject << /Im1 4 0 R >> >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} /Contents {6 + 2 * index} 0 R >>".encode(),
            stream(content),
        ]
    return file_of(objects)
