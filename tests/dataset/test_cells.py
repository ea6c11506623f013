"""CSV that a spreadsheet opens: no cell of a text is run, and each text can be told back.

What a spreadsheet runs is told here by names of characters and Unicode's own tables, and not by the pattern under test.
"""

from __future__ import annotations

import csv
import os
import sys
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite.dataset.assembling.tables import write_table
from pincite.dataset.tables import TABLES
from pincite.dataset.tables.arrow import batch_of
from pincite.dataset.tables.columns import Table, number, text, texts, yes_or_no
from pincite.dataset.tables.csv_cells import harmless, harmless_text
from tests.dataset.harbours import built, documents

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pincite.dataset.tables.columns import Row
    from pincite.model.json_value import Json

EXAMPLES = int(
    os.environ.get("PINCITE_EXAMPLES", "2000" if os.environ.get("PINCITE_HOSTILE") == "full" else "30")
)
TABLE = Table(
    "tides",
    "A table with a column of each type.",
    (
        text("id", "."),
        text("said", "."),
        number("count", "."),
        yes_or_no("is_high", "."),
        texts("names", "."),
    ),
)
_READS_NUL = sys.version_info >= (3, 11)
_SIGNS = {"EQUALS SIGN", "PLUS SIGN", "HYPHEN-MINUS", "MINUS SIGN", "COMMERCIAL AT"}


def runs(cell: str) -> bool:
    """Return whether a spreadsheet might run a cell: its first character that is seen is a sign, or like one."""
    if cell[:1] in {"\t", "\r", "\n"}:
        return True
    for one in cell:
        if not _is_unseen(one):
            return _is_sign(one)
    return False


@cache
def _is_unseen(one: str) -> bool:
    return one.isspace() or unicodedata.category(one) in {"Cc", "Cf", "Zs", "Zl", "Zp"}


@cache
def _is_sign(one: str) -> bool:
    return any(unicodedata.name(same, "") in _SIGNS for same in {one, unicodedata.normalize("NFKC", one)[:1]})


def told_back(cell: str) -> str:
    """Return the text that a cell stands for."""
    return cell[1:] if cell.startswith("'") and runs(cell.lstrip("'")) else cell


def expected(value: object) -> str:
    """Return a value as it stands in CSV, but for apostrophes; lists and what is no text are in no danger."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def cells_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def check(cells: Sequence[str], values: Sequence[object]) -> None:
    """Fail unless each cell is harmless, and is its text, or its text behind an apostrophe."""
    for cell, value in zip(cells, values, strict=True):
        if isinstance(value, list):
            assert cell.startswith("[")
        elif isinstance(value, str):
            assert not runs(cell)
            assert cell in {value, f"'{value}"}
            assert told_back(cell) == value
        else:
            assert cell == expected(value)


SIGNS = st.sampled_from(["=", "+", "-", "@", "\N{MINUS SIGN}", "＝", "＋", "－", "＠", "﹦", "⁺", "\ufb29"])
BLANKS = st.sampled_from(
    ["", " ", "\t", "\n", "\r", "\r\n", "\x0b", "\x1f", "\x85", "\xa0", "\xad", "\u3000", "\u200b", "\u2060", "\ufeff"]
    + (["\x00"] if _READS_NUL else [])
)  # fmt: skip
PIECES = st.one_of(
    SIGNS,
    BLANKS,
    st.sampled_from(["'", '"', '""', ",", ";", "|", "cmd|' /C calc'!A0", "HYPERLINK(1)", "NULL", "1", "tide", "é", "🔔"]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="" if _READS_NUL else "\x00"), max_size=3),
)  # fmt: skip
WORDS = st.lists(PIECES, max_size=6).map("".join)


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    row = st.tuples(
        WORDS,
        st.one_of(st.none(), WORDS),
        st.one_of(st.none(), st.integers(-9, 2**40)),
        st.one_of(st.none(), st.booleans()),
        st.one_of(st.none(), st.lists(WORDS, max_size=3)),
    )
    return draw(st.lists(row, min_size=1, max_size=5))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cells")


@given(rows())
@settings(max_examples=EXAMPLES)
def test_no_cell_is_run_and_each_text_can_be_told_back(folder: Path, rows: list[Row]) -> None:
    parquet, plain = folder / "tides.parquet", folder / "tides.csv"
    assert write_table(TABLE, [batch_of(TABLE, rows)], parquet, plain) == len(rows)
    head, *cells = cells_of(plain)
    assert head == [one.name for one in TABLE.columns]
    assert len(cells) == len(rows)
    for found, row in zip(cells, rows, strict=True):
        check(found, row)
    assert [tuple(one.values()) for one in pq.read_table(parquet).to_pylist()] == rows


@given(st.lists(WORDS, min_size=1, max_size=9))
@settings(max_examples=EXAMPLES)
def test_one_text_is_marked_as_whole_columns_are(words: list[str]) -> None:
    [column] = harmless(pa.table({"said": words})).columns
    assert column.to_pylist() == [harmless_text(one) for one in words]


def test_whatever_is_unseen_or_a_sign_is_marked() -> None:
    every = [chr(code) for code in (*range(0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE1000))]
    blank = [f"{one}=1" for one in every if _is_unseen(one)]
    signs = [f"{one}1" for one in every if _is_sign(one)]
    assert len(blank) > 200
    assert len(signs) > 12
    assert [ascii(one) for one in blank + signs if harmless_text(one) == one] == []
    [column] = harmless(pa.table({"said": blank + signs})).columns
    assert column.to_pylist() == [f"'{one}" for one in blank + signs]


@pytest.mark.parametrize(
    "word", ["tide", "", "1-2", "a=b", "'tide'", "’=1", "(=1)", "–1", "—", "…", "·1", "#N/A", "🔔=1", "ء=1"]
)
def test_ordinary_texts_stay_as_they_are(word: str) -> None:
    assert harmless_text(word) == word
    [column] = harmless(pa.table({"said": [word]})).columns
    assert column.to_pylist() == [word]


def test_nothing_and_an_empty_text_are_two_things(folder: Path) -> None:
    given: list[Row] = [("a", None, None, None, None), ("b", "", 0, False, [])]
    write_table(TABLE, [batch_of(TABLE, given)], folder / "n.parquet", folder / "n.csv")
    assert (folder / "n.csv").read_bytes().splitlines()[1:] == [b'"a",,,,', b'"b","",0,false,"[]"']
    assert [tuple(one.values()) for one in pq.read_table(folder / "n.parquet").to_pylist()] == given


def harmed(value: Json, sign: str) -> Json:
    """Return a document whose free texts begin with a sign."""
    if isinstance(value, list):
        return [harmed(one, sign) for one in value]
    if isinstance(value, dict):
        free = {"title", "raw", "literal", "family", "label", "credit", "caption", "note", "genre"}
        return {
            name: f"{sign}{one}" if name in free and isinstance(one, str) else harmed(one, sign)
            for name, one in value.items()
        }
    return value


def test_no_cell_of_a_dataset_is_run(tmp_path: Path) -> None:
    signs = ["=", " +", "\n-", "@", "\ufeff=", "\t", "'=", "＝", "\xa0@"]
    found = [harmed(one, signs[at % len(signs)]) for at, one in enumerate(documents(7, 18))]
    out = built(tmp_path / "out", [one for one in found if isinstance(one, dict)])
    marked = 0
    for table in TABLES:
        head, *cells = cells_of(out / "tables" / f"{table.name}.csv")
        whole = pq.read_table(out / "tables" / f"{table.name}.parquet")
        assert head == whole.column_names
        for row, values in zip(cells, whole.to_pylist(), strict=True):
            check(row, list(values.values()))
            marked += sum(cell.startswith("'") for cell in row)
    assert marked > 30
