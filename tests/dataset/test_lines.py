"""Lines of a dataset are read in haste where that is safe, and with care where it is not: what comes of them is the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.dataset.entering.canonical import canonical, read_back
from pincite.dataset.shards.lines import PartReader
from pincite.dataset.shards.planning import Part
from pincite.reading.files import RawDocument, read_document

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = '{"pincite":"1.0","article":{"title":"The bell"}}'
CAREFULLY = {
    "a key twice": '{"pincite":"1.0","article":{"title":"The bell","title":"The buoy"}}',
    "a space": '{"pincite": "1.0","article":{"title":"The bell"}}',
    "a long number": f'{{"pincite":"1.0","article":{{"date":{"9" * 30}}}}}',
    "a number of other form": '{"pincite":"1.0","images":[{"id":"i","region":{"unit":"percent","x":1.50}}]}',
    "no number": '{"pincite":"1.0","article":{"title":NaN}}',
    "half a pair": '{"pincite":"1.0","article":{"title":"\\ud800"}}',
    "an escape without need": '{"pincite":"1.0","article":{"title":"\\u0061"}}',
    "something of others": '{"pincite":"1.0","article":{"title":"The bell"},"custom":{"org.example":' + "[" * 90 + "]" * 90 + "}}",
    "a list": '["pincite"]',
    "broken": '{"pincite":"1.0","article":',
    "deeper than is read": "[" * 2000 + "]" * 2000,
}  # fmt: skip


def reader_of(folder: Path, line: str) -> PartReader:
    (folder / "set.pincite.jsonl").write_bytes(line.encode("utf-8") + b"\n")
    return PartReader(str(folder), Part("set.pincite.jsonl"))


def test_a_line_as_a_dataset_writes_it_is_read_in_haste(tmp_path: Path) -> None:
    reader = reader_of(tmp_path, PLAIN)
    [one] = reader
    assert one.content == PLAIN.encode()
    careful = reader.carefully(one)
    assert careful.content is None
    assert isinstance(one.raw, RawDocument)
    assert isinstance(careful.raw, RawDocument)
    assert one.raw.data == careful.raw.data
    assert one.raw.positions.of_value("/article/title") == careful.raw.positions.of_value("/article/title")


@pytest.mark.parametrize("line", CAREFULLY.values(), ids=CAREFULLY)
def test_any_other_is_read_with_care(line: str, tmp_path: Path) -> None:
    [one] = reader_of(tmp_path, line)
    assert one.content is None
    path = str(tmp_path / "set.pincite.jsonl")
    careful = read_document(path, line.encode("utf-8"), is_json=True)
    if isinstance(careful, RawDocument):
        assert isinstance(one.raw, RawDocument)
        assert one.raw.data == careful.data
        assert one.raw.findings == careful.findings
    else:
        assert one.raw == careful


TEXTS = st.text(st.characters(codec="utf-8"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_what_is_read_in_haste_is_what_the_standard_library_reads(value: object) -> None:
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    found = read_back(line)
    if found is not None:
        assert json.loads(line) == found
        assert json.dumps(found) == json.dumps(json.loads(line))  # 1 and 1.0 are equal, and not the same


@pytest.mark.parametrize("title", ["\ud800", "bell\ud800buoy"])
def test_half_a_pair_is_written_escaped(title: str) -> None:
    line = canonical({"pincite": "1.0", "article": {"title": title}})
    assert json.loads(line)["article"]["title"] == title
