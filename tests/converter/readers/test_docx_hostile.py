"""Files that are no .docx, are damaged, or ask for too much: each is refused with what would be right, or read."""

from __future__ import annotations

import contextlib
import io
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite.converter.readers.docx import limits as docx_limits
from pincite.converter.readers.docx import read
from pincite.reading.fault import UnreadableError
from tests.converter.readers.docx_files import NAMESPACES, docx, parts, relationships, zipped
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from collections.abc import Callable

_RUN = "<w:r><w:rPr><w:b/></w:rPr><w:t>Tide. </w:t></w:r>"
_QUOTED = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Quote"/></w:style>'
_TIDE = "<w:p><w:r><w:t>Tide.</w:t></w:r></w:p>"


def _fault(content: bytes) -> str:
    """Return the message and the hint with which a file is refused, and the rule's code."""
    with pytest.raises(UnreadableError) as caught:
        read(content)
    fault = caught.value.fault
    return f"{fault.rule.code} {fault.message} = {fault.hint}"


def _with(**changed: bytes | None) -> bytes:
    """Return a .docx with some members changed (``word_styles`` is word/styles.xml) or, for None, left out."""
    members = parts(_TIDE, styles="")
    for name, content in changed.items():
        path = {
            "types": "[Content_Types].xml",
            "roots": "_rels/.rels",
            "document": "word/document.xml",
            "styles": "word/styles.xml",
            "relations": "word/_rels/document.xml.rels",
        }.get(name, name)
        if content is None:
            del members[path]
        else:
            members[path] = content
    return zipped(members)


def _document(inside: str, before: str = "") -> bytes:
    return f"{before}<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>".encode()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_BOMB_ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
_OUTSIDE_ENTITY = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty, not a .docx = save the document again"),
        (b"Some words.\n", "the file is plain text, not a .docx = read it with --from text"),
        (b"<!doctype html><p>x", "the file is an HTML page, not a .docx = read it with --from html"),
        (b"%PDF-1.7\n", "the file is a PDF, not a .docx = convert the document that it was made from"),
        (b"{\\rtf1\\ansi x}", "the file is rich text (.rtf), not a .docx = open it in a word processor"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "as plain XML, not a .docx"),
        (b"\x00\x01\x02\xff", "the file is no ZIP archive, not a .docx = open it in a word processor"),
        (_OLE, "an old Word document (.doc), not a .docx = open it in a word processor and save it as .docx"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password = save it without one"),
        (docx(_TIDE)[:-30], "the file is damaged: its table of contents cannot be read"),
        (docx(_TIDE)[:60], "the file is damaged: its table of contents cannot be read"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "an OpenDocument file (as .odt)"),
        (zipped({"mimetype": b"application/epub+zip"}), "the file is an EPUB, not a .docx"),
        (zipped({"xl/workbook.xml": b"<x/>"}), "the file is an Excel workbook, not a .docx"),
        (zipped({"ppt/presentation.xml": b"<x/>"}), "the file is a PowerPoint presentation, not a .docx"),
        (zipped({"words.txt": b"Tide."}), "the file is a ZIP archive without a Word document in it"),
        (zipped({}), "the file is a ZIP archive without a Word document in it"),
        (_with(document=None), "the file is a ZIP archive without a Word document in it"),
        (_with(document=b"<w:document"), "its part word/document.xml has broken XML"),
        (_with(document=b""), "its part word/document.xml has broken XML"),
        (_with(document=b"<x/>"), "its part word/document.xml has no body"),
        (_with(document=b'<?xml version="1.0" encoding="no-such"?><x/>'), "has broken XML"),
        (_with(styles=b"<w:styles>"), "its part word/styles.xml has broken XML"),
        (_with(document=_document("&a;", _BOMB_ENTITIES)), "has a document type, which .docx does not allow"),
        (
            _with(document=_document("&a;", _OUTSIDE_ENTITY)),
            "has a document type, which .docx does not allow",
        ),
        (
            _with(document=_document("&a;", _OUTSIDE_ENTITY).decode().encode("utf-16")),
            "has a document type, which .docx does not allow",
        ),
        (
            _with(document=_document('<w:p w:rsidR="&b;"/>', _BOMB_ENTITIES).decode().encode("utf-32")),
            "has a document type, which .docx does not allow",
        ),
        (
            _with(document=b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE w [<!ENTITY a "b">]><w/>'),
            "has a document type, which .docx does not allow",
        ),
        (_with(document=_document("<w:sdt>" * 200 + "</w:sdt>" * 200)), "elements more than 128 deep"),
        (_with(document=_document("<w:sdt>" * 9000 + "</w:sdt>" * 9000)), "has broken XML"),
        (docx(f'{_TIDE}<w:altChunk r:id="other"/>'), "takes a part of its text from word/other.html"),
        (docx(f'{_TIDE}<w:subDoc r:id="none"/>'), "takes a part of its text from another document"),
    ],
    # an archive holds the time it was made at: not a name that two processes would agree on
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_document_is_refused(content: bytes, said: str) -> None:
    assert said in _fault(content)


def _twice() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts(_TIDE).items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("word/document.xml", _document(""))
    return stream.getvalue()


def _locked() -> bytes:
    content = bytearray(docx(_TIDE))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def _shrunk(field: int, value: int) -> bytes:
    """Return a .docx of which the central directory gives a wrong figure for its document."""
    content = bytearray(docx(_TIDE * 50))
    at = content.rindex(b"PK\x01\x02", 0, content.rindex(b"word/document.xml"))
    content[at + field : at + field + 4] = value.to_bytes(4, "little")
    return bytes(content)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (_twice, "it has two members called word/document.xml"),
        (_locked, "the file is protected with a password = save it without one"),
        (lambda: zipped(parts(_TIDE), zipfile.ZIP_BZIP2), "is packed in a way that .docx does not know"),
        (lambda: zipped(parts(_TIDE), zipfile.ZIP_LZMA), "is packed in a way that .docx does not know"),
        (lambda: _shrunk(24, 40), "its part word/document.xml cannot be unpacked"),
        (lambda: _shrunk(20, 40), "its part word/document.xml cannot be unpacked"),
        (lambda: _shrunk(24, 0x7FFFFFFF), "Tide."),
        (lambda: _shrunk(42, 0x00FFFFFF), "cannot be"),
    ],
)
def test_damaged_archives(made: Callable[[], bytes], said: str) -> None:
    content = made()
    try:
        found = read(content).text
    except UnreadableError:
        found = _fault(content)
    assert said in found


def test_a_bomb_is_noticed_while_it_is_unpacked() -> None:
    bomb = _with(document=_document(" " * 30_000_000))
    assert len(bomb) < 100_000
    tracemalloc.start()
    said = _fault(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert said.startswith("PIN006 the file asks for more than an article needs: its part word/document.xml")
    assert peak < 20_000_000


@pytest.mark.parametrize(
    ("limit", "value", "said"),
    [
        ("MAX_TOTAL", 1000, "its parts are larger than 0 MiB"),
        ("MAX_MEMBERS", 3, "it has more than 3 members"),
    ],
)
def test_limits_of_the_archive(limit: str, value: int, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"pincite.converter.readers.docx.package.{limit}", value)
    assert said in _fault(docx(_TIDE))


@pytest.mark.parametrize(
    ("limit", "value", "said"),
    [("MAX_XML", 100, "is larger than 0 MiB"), ("MAX_TAGS", 8, "has more than 8 tags")],
)
def test_limits_of_a_part(limit: str, value: int, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"pincite.converter.readers.docx.markup.{limit}", value)
    assert said in _fault(docx(_TIDE))


def test_names_that_lead_out_of_the_archive_are_left_alone() -> None:
    content = _with(**{"../../evil.xml": b"<x/>", "/etc/evil": b"x", "word\\..\\..\\evil": b"x"})
    assert read(content).text == "Tide."


def test_relations_that_lead_out_of_the_package_are_not_followed() -> None:
    outside = relationships(
        {
            "s": ("styles", "http://127.0.0.1:9/styles.xml", True),
            "n": ("numbering", "../../../../numbering.xml", False),
            "f": ("footnotes", "file:///etc/hostname", True),
            "t": ("settings", "missing.xml", False),
        }
    )
    assert read(_with(relations=outside.encode())).text == "Tide."


def test_what_is_outside_is_no_part_of_the_same_name() -> None:
    members = parts(f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>{_RUN}</w:p>', styles=_QUOTED)
    members["word/_rels/document.xml.rels"] = relationships(
        {"s": ("styles", "word/styles.xml", True)}
    ).encode()
    assert read(zipped(members)).paragraphs[0].kind == "text"
    members["word/_rels/document.xml.rels"] = relationships({"s": ("styles", "styles.xml", False)}).encode()
    assert read(zipped(members)).paragraphs[0].kind == "quotation"
    members["_rels/.rels"] = relationships({"m": ("officeDocument", "word/styles.xml", True)}).encode()
    assert read(zipped(members)).text == "Tide."


def test_a_main_part_outside_of_the_package_is_not_followed() -> None:
    roots = relationships({"m": ("officeDocument", "http://127.0.0.1:9/document.xml", True)})
    assert read(_with(roots=roots.encode())).text == "Tide."


@pytest.mark.parametrize("missing", ["types", "roots", "styles", "relations"])
def test_parts_that_can_be_missed(missing: str) -> None:
    assert read(_with(**{missing: None})).text == "Tide."


def test_names_that_are_written_in_other_letters_are_the_same() -> None:
    members = parts(_TIDE)
    members["Word\\Document.XML"] = members.pop("word/document.xml")
    assert read(zipped(members)).text == "Tide."


_DEEP = docx_limits.MAX_DEPTH - 20


@pytest.mark.parametrize(
    "unit",
    [
        "<w:sdt>{}</w:sdt>",
        "<w:p>{}</w:p>",
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        "<w:p><w:r><w:pict><v:shape><w:txbxContent>{}</w:txbxContent></v:shape></w:pict></w:r></w:p>",
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        '<w:fldSimple w:instr="HYPERLINK x">{}</w:fldSimple>',
    ],
)
def test_deep_nesting_is_walked_through(unit: str) -> None:
    nested = _TIDE
    for _ in range(_DEEP // unit.split("{}", maxsplit=1)[0].count("<")):
        nested = unit.replace("{}", nested, 1).replace("{}", "")
    assert read(docx(nested)).text == "Tide."


_MARK = '<w:r><w:footnoteReference w:id="1"/></w:r>'
_BOX = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
_BREAK = "<w:br/>"
_CODE = "<w:instrText>a </w:instrText>"
_LONG: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: _TIDE * n,
    "runs": lambda n: f"<w:p>{_RUN * n}</w:p>",
    "breaks": lambda n: f"<w:p><w:r><w:t>a</w:t>{_BREAK * n}<w:t>b</w:t></w:r></w:p>",
    "open fields": lambda n: '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>a</w:t></w:r></w:p>' * n,
    "open links": lambda n: (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK x</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>a</w:t></w:r></w:p>' * n
    ),
    "boxes": lambda n: f"<w:p>{_BOX * n}</w:p>",
    "ends deleted": lambda n: "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>" * n,
    "marks": lambda n: f"<w:p>{_MARK * n}</w:p>",
    "one instruction": lambda n: f'<w:p><w:r><w:fldChar w:fldCharType="begin"/>{_CODE * n}</w:r></w:p>',
}


@pytest.mark.parametrize("shape", _LONG)
def test_long_documents_take_time_in_proportion(shape: str) -> None:
    assert_proportional(
        read, lambda many: zipped(parts(_LONG[shape](many)), zipfile.ZIP_STORED), 1_000, largest=20_000
    )


@given(st.binary(max_size=200), st.integers(0, 2000), st.integers(0, 2000))
@settings(deadline=None)
def test_no_bytes_end_in_a_traceback(patch: bytes, at: int, cut: int) -> None:
    content = docx(_TIDE)
    changed = content[:at] + patch + content[at + len(patch) : len(content) - cut % 3]
    with contextlib.suppress(UnreadableError):
        read(changed)
