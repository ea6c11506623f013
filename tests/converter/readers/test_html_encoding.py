"""In which encoding a page is read: the mark at its beginning, what it declares, else UTF-8."""

from __future__ import annotations

import codecs

import pytest

from pincite.converter.readers import READERS
from pincite.reading.fault import UnreadableError

_READ = READERS["html"].read

_PAGES = {
    "UTF-8 by default": "<p>é – “”</p>".encode(),
    "UTF-8 with a mark": codecs.BOM_UTF8 + "<meta charset=koi8-r><p>é – “”</p>".encode(),
    "UTF-16 with a mark": codecs.BOM_UTF16_LE + "<p>é – “”</p>".encode("utf-16-le"),
    "UTF-16, big end first": codecs.BOM_UTF16_BE + "<p>é – “”</p>".encode("utf-16-be"),
    "declared UTF-16 is UTF-8": '<meta charset="utf-16"><p>é – “”</p>'.encode(),
    "Latin-1 is windows-1252": "<meta charset=iso-8859-1><p>é – “”</p>".encode("cp1252"),
    "ASCII is windows-1252": "<META CHARSET='us-ascii'><p>é – “”</p>".encode("cp1252"),
    "http-equiv": '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>é – “”</p>'.encode(
        "cp1252"
    ),
    "an XML declaration": b'<?xml version="1.0" encoding="windows-1252"?>' + "<p>é – “”</p>".encode("cp1252"),
    "not in a comment": "<!-- <meta charset=koi8-r> --><p>é – “”</p>".encode(),
    "not behind the beginning": f"<p>é – “”</p><!--{' ' * 1100}--><meta charset=koi8-r>".encode(),
}


@pytest.mark.parametrize("content", _PAGES.values(), ids=list(_PAGES))
def test_a_page_is_read_in_its_encoding(content: bytes) -> None:
    assert _READ(content).text == "é – “”"


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("windows-1251", "cp1251"),
        ("x-cp1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("iso-8859-5", "iso8859-5"),
        ("KOI8-U", "koi8-u"),
        ("gb2312", "gb18030"),
        ("shift_jis", "cp932"),
    ],
)
def test_encodings_by_their_names(label: str, codec: str) -> None:
    page = f"<meta charset={label}><p>Колокол</p>"
    assert _READ(page.encode(codec)).text == "Колокол"


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        (b"<p>caf\xe9</p>", "byte 0xe9 is not UTF-8, and the page declares no encoding", "declare the encoding in the head"),
        (b"<meta charset=utf-8><p>caf\xe9</p>", "byte 0xe9 is not UTF-8", "save the file as UTF-8"),
        (b"<meta charset=windows-1251><p>\x98</p>", "byte 0x98 is not cp1251, the encoding that the page declares", "declare"),
        (b"<meta charset=klingon><p>a</p>", "the page declares the encoding 'klingon', which is not known", "declare"),
        (b"<meta charset=base64><p>a</p>", "the page declares the encoding 'base64', which is not known", "declare"),
        (b"<meta charset=unicode_escape><p>a</p>", "the page declares the encoding 'unicode_escape', which is not known", "declare"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "byte 0x00 is not utf-16-le, the encoding that the page declares", "declare"),
        (b"%PDF-1.7 \xe2\xe3", "the file is a PDF, not text", "save it as plain text, in UTF-8"),
    ],
)  # fmt: skip
def test_bytes_that_cannot_be_read_are_refused(content: bytes, message: str, hint: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        _READ(content)
    assert refused.value.fault.message == message
    assert (refused.value.fault.hint or "").startswith(hint)
