"""Which format a file is in: its name says so, or its bytes, or it is plain text."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from pincite.cli.commands.convert import input_formats
from pincite.converter.opened import MissingExtraError, open_article
from pincite.converter.readers import READERS, Reader
from pincite.converter.readers.choosing import reader_for

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _all_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, suffixes in {
        "html": (".html", ".htm"),
        "markdown": (".md", ".markdown"),
        "docx": (".docx",),
    }.items():
        if name not in READERS:
            monkeypatch.setitem(READERS, name, Reader(name, suffixes, "tests.converter.laid_out"))


def archive(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as written:
        written.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "format_name"),
    [
        ("a.txt", b"<html><p>T", "text"),
        ("a.HTML", b"T", "html"),
        ("a.htm", b"T", "html"),
        ("a.md", b"T", "markdown"),
        ("a.docx", b"T", "docx"),
        ("", b"The lamp", "text"),
        ("", b"# The lamp\n\n> burned", "text"),
        ("a.dat", b"<!DOCTYPE html>", "html"),
        ("a.dat", b"\xef\xbb\xbf\n <!-- saved --> <!-- twice -->\n<HTML lang=en>", "html"),
        ("a.dat", b'<?xml version="1.0"?>\n<!doctype html PUBLIC "x">', "html"),
        ("a.dat", "<html >".encode("utf-16"), "html"),
        ("a.dat", b"<html", "text"),
        ("a.dat", b"<htmlish>", "text"),
        ("a.dat", b"<!-- never closed <html>", "text"),
        ("a.dat", b"a <html>", "text"),
        ("a.dat", archive("word/document.xml"), "docx"),
        ("a.dat", archive("content.xml"), "text"),
        ("a.dat", b"word/document.xml", "text"),
        ("a.dat", b"", "text"),
    ],
)
def test_the_format_is_told_by_name_or_content(name: str, content: bytes, format_name: str) -> None:
    assert reader_for(name, content).name == format_name


def test_the_option_knows_every_format() -> None:
    assert {*READERS} <= {*input_formats()}


def test_a_format_without_its_library_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page_of_tests.py").write_text("import no_such_library_at_all\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(READERS, "html", Reader("html", (".html",), "page_of_tests", "html"))
    with pytest.raises(MissingExtraError) as told:
        open_article(b"<html>", "a.html")
    assert str(told.value) == (
        "html is read with the help of no_such_library_at_all, which is not installed: pip install 'pincite[html]'"
    )


def test_a_format_that_knows_its_encoding_takes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, "docx", Reader("docx", (".docx",), "tests.converter.laid_out"))
    with pytest.raises(ValueError, match="says itself"):
        open_article(b"PK", "a.docx", encoding="utf-8")
