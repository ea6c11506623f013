"""Bytes: UTF-8 with or without a byte order mark, and nothing else."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from pincite.checker import check_paths
from pincite.reading import files, opening
from pincite.reading.files import RawDocument, read, read_document
from pincite.reading.named_files import read_text_file

if TYPE_CHECKING:
    from pathlib import Path

REFUSED = {
    "UTF-16 LE": ("a: é".encode("utf-16"), "the file is UTF-16, not UTF-8", 1, 1),
    "UTF-16 BE": (b"\xfe\xff" + "a: é".encode("utf-16-be"), "the file is UTF-16, not UTF-8", 1, 1),
    "Latin-1": ("a: x\nb: café".encode("latin-1"), "byte 0xe9 is not UTF-8", 2, 7),
    "Windows-1252": ("“a”: x".encode("cp1252"), "byte 0x93 is not UTF-8", 1, 1),
    "cut off in a character": ("a: x\r\nb: 🔑".encode()[:-1], "byte 0xf0 is not UTF-8", 2, 4),
    "behind other characters": ("é🔑e\u0301: ".encode() + b"\xff", "byte 0xff is not UTF-8", 1, 7),
    "behind a byte order mark": (b"\xef\xbb\xbfa: \xe9", "byte 0xe9 is not UTF-8", 1, 4),
    "half a character": (b"a: \xed\xa0\x80", "byte 0xed is not UTF-8", 1, 4),
    "overlong": (b"\xc0\x80", "byte 0xc0 is not UTF-8", 1, 1),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("is_json", [False, True])
def test_refused(name: str, *, is_json: bool) -> None:
    content, message, line, column = REFUSED[name]
    found = read_document("a", content, is_json=is_json)
    assert not isinstance(found, RawDocument)
    assert found.place is not None
    assert (found.code, found.message) == ("PIN002", message)
    assert (found.place.line, found.place.column) == (line, column)


@pytest.mark.parametrize(
    ("content", "is_json"),
    [
        (b"\xef\xbb\xbfa: 1\nb: 2", False),
        (b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", False),
        (b"a: 1\rb: 2", False),
        (b'\xef\xbb\xbf{"a": 1,\n "b": 2}', True),
        (b'\xef\xbb\xbf{"a": 1,\r\n "b": 2}', True),
    ],
)
def test_a_mark_and_line_ends_shift_no_place(content: bytes, *, is_json: bool) -> None:
    found = read_document("a", content, is_json=is_json)
    assert isinstance(found, RawDocument)
    assert found.data == {"a": 1, "b": 2}
    place = found.positions.of_value("/b")
    assert (place.line, place.excerpt[place.column - 1 : place.end_column - 1]) == (2, "2")
    assert found.positions.of_key("/a").line == 1


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_BYTES", 10)
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    path = tmp_path / "a.pincite.yaml"
    path.write_bytes(b"a: 4567890")
    assert [isinstance(one, RawDocument) for one in read(str(path))] == [True]
    path.write_bytes(b"a: 45678901")
    assert [one.code for one in read(str(path)) if not isinstance(one, RawDocument)] == ["PIN006"]


@pytest.mark.parametrize("name", ["no-such-file.pincite.yaml", "", "folder", "a\0b", "x" * 5000])
def test_what_cannot_be_opened_is_a_finding(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (found,) = read(f"{tmp_path}/{name}")
    assert not isinstance(found, RawDocument)
    assert (found.code, found.place) == ("PIN001", None)


STDIN = {
    "YAML": (b'pincite: "1.0"\narticle: {title: Tides, foo: 1}\n', [("PIN013", 2, 25)]),
    "YAML with a mark": (b'\xef\xbb\xbfpincite: "1.0"\narticle: {title: T, foo: 1}\n', [("PIN013", 2, 21)]),
    "YAML in braces": (b'{pincite: "1.0",\narticle: {title: Tides, foo: 1}}', [("PIN013", 2, 25)]),
    "JSON": (b'{"pincite": "1.0",\n"article": {"title": "T", "foo": 1}}', [("PIN013", 2, 27)]),
    "JSON with a mark": (
        b'\xef\xbb\xbf \n{"pincite": "1.0",\n"article": {"title": "T", "foo": 1}}',
        [("PIN013", 3, 27)],
    ),
    "broken JSON": (b'{"pincite": "1.0",}', [("PIN003", 1, 18)]),
    "broken YAML": (b"pincite: [", [("PIN003", 1, 11)]),
    "nothing": (b"", [("PIN014", 1, 1)]),
    "no UTF-8": (b"a: \xff", [("PIN002", 1, 4)]),
}


@pytest.mark.parametrize("name", STDIN)
def test_standard_input_is_read_as_what_it_is(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content, wanted = STDIN[name]
    stream = io.TextIOWrapper(io.BytesIO(content))
    monkeypatch.setattr(sys, "stdin", stream)
    found = [
        (one.code, one.place.line, one.place.column)
        for one in check_paths(["-"]).findings
        if one.place and one.code[3] == "0"
    ]
    assert found == wanted
    assert not stream.closed


def test_no_standard_input_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert [(one.code, one.path) for one in check_paths(["-"]).findings] == [("PIN001", "-")]


@pytest.mark.parametrize(
    ("relative", "fault"),
    [
        ("no-such.txt", "cannot read no-such.txt: no such file or directory"),
        ("../../outside.txt", "../../outside.txt lies outside the document's folder"),
        ("a\0b", "no file can have a name with the character U+0000 in it"),
        ("latin.txt", "cannot read latin.txt: byte 0xe9 is not UTF-8"),
        (".", "cannot read .: not a regular file"),
    ],
)
def test_an_article_text_that_cannot_be_read(relative: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(b"\xe9")
    assert read_text_file(str(tmp_path / "a.pincite.yaml"), relative).fault == fault


def test_an_article_text_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfa\r\nb\r")
    assert read_text_file(str(tmp_path / "a.pincite.yaml"), "a.txt").text == "\ufeffa\r\nb\r"
