"""JSONL: one document a line, each with the number of its line, none in the way of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.reading import files, opening
from pincite.reading.files import RawDocument, read
from pincite.reading.lines import records

if TYPE_CHECKING:
    from pathlib import Path

Seen = tuple[object, list[tuple[str, int, int]]]


def seen(content: bytes, folder: Path) -> list[Seen]:
    """Return of each line's document the data and what is wrong with it: code, line, column."""
    path = folder / "a.pincite.jsonl"
    path.write_bytes(content)
    found: list[Seen] = []
    for one in read(str(path)):
        findings = one.findings if isinstance(one, RawDocument) else [one]
        faults = [(each.code, each.place.line, each.place.column) for each in findings if each.place]
        found.append((one.data if isinstance(one, RawDocument) else None, faults))
    return found


@given(
    st.lists(st.sampled_from([b"{}", b' {"a": 1}', b"\n", b"\r\n", b"\r", b" ", b"\xff", b"\x0b"])).map(
        b"".join
    )
)
def test_records_are_the_documents_with_their_places(content: bytes) -> None:
    found = list(records(content))
    assert [content[one.start :][: len(one.content)] for one in found] == [one.content for one in found]
    assert [content.count(b"\n", 0, one.start) + 1 for one in found] == [one.line for one in found]
    assert [one.content for one in found] == [
        line.rstrip(b"\r") for line in content.split(b"\n") if line.strip()
    ]


LINES: dict[str, tuple[bytes, list[Seen]]] = {
    "two documents": (b'{"a":1}\n{"b":2}\n', [({"a": 1}, []), ({"b": 2}, [])]),
    "no last line end": (b'{"a":1}\n{"b":2}', [({"a": 1}, []), ({"b": 2}, [])]),
    "CRLF": (b'{"a":1}\r\n{"b":2}\r\n', [({"a": 1}, []), ({"b": 2}, [])]),
    "empty": (b"", []),
    "blank lines count but hold nothing": (
        b'\n \n{"a":1}\n\n{"a":1,"a":2}\n',
        [({"a": 1}, []), ({"a": 1}, [("PIN004", 5, 8)])],
    ),
    "byte order mark": (b'\xef\xbb\xbf{"a":1}\n', [({"a": 1}, [])]),
    "LS and NEL end no line": (
        '{"a":"\u2028\x85"}\n{'.encode(),
        [({"a": "\u2028\x85"}, []), (None, [("PIN003", 2, 1)])],
    ),
    "a broken line does not hide the others": (
        b'{"a":}\n{"b":2}\n{"c":NaN}\n[\xff]\n{"d":4}',
        [
            (None, [("PIN003", 1, 6)]),
            ({"b": 2}, []),
            (None, [("PIN007", 3, 6)]),
            (None, [("PIN002", 4, 2)]),
            ({"d": 4}, []),
        ],
    ),
    "a document over several lines is none": (
        b'{\n"a":1}\n',
        [(None, [("PIN003", 1, 1)]), (None, [("PIN003", 2, 4)])],
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_lines(name: str, tmp_path: Path) -> None:
    content, wanted = LINES[name]
    assert seen(content, tmp_path) == wanted


def test_positions_count_from_the_first_line_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.pincite.jsonl"
    path.write_bytes(b'{"a":1}\n\n{"a":{"b":[1, 2]}}\n')
    _, second = read(str(path))
    assert isinstance(second, RawDocument)
    place = second.positions.of_value("/a/b/1")
    assert (place.line, place.column, place.end_column, place.excerpt) == (3, 15, 16, '{"a":{"b":[1, 2]}}')


def test_a_line_that_is_too_long_ends_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_BYTES", 20)
    monkeypatch.setattr(files, "MAX_BYTES", 20)
    content = b'{"a":1}\n{"a":"' + b"x" * 30 + b'"}\n{"b":2}\n'
    assert seen(content, tmp_path) == [({"a": 1}, []), (None, [("PIN006", 2, 1)])]
