"""DuckDB and pandas read both forms of each table, and find the same in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pincite.dataset.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.dataset.tables.columns import Column, Value

pq = pytest.importorskip("pyarrow.parquet")
duckdb = pytest.importorskip("duckdb")
pandas = pytest.importorskip("pandas")

RUN_BY_SPREADSHEETS = "=+-@＝＋－＠−"
PASSED_OVER = " \t\r\n\f\v\x00\u3000\u00a0\u200b\u2060\ufeff\u2028"


def _in_csv(value: Value, column: Column) -> str | None:
    """Return a value as its cell has it; None for an empty cell."""
    if value is None:
        return None
    if column.type == "boolean":
        return "true" if value else "false"
    if column.type == "strings":
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = str(value)
    if column.type != "integer" and (
        text.lstrip(PASSED_OVER)[:1] in set(RUN_BY_SPREADSHEETS) or text[:1] in {"\t", "\r", "\n"}
    ):
        return f"'{text}"
    return text


def test_both_forms_have_the_same_for_both_readers(dataset: Path) -> None:
    connection = duckdb.connect(config={"threads": 1})
    marked = 0
    for table in TABLES:
        names = [column.name for column in table.columns]
        paths = {ending: str(dataset / "tables" / f"{table.name}.{ending}") for ending in ("parquet", "csv")}
        rows = [tuple(row.values()) for row in pq.read_table(paths["parquet"]).to_pylist()]
        by_duckdb = connection.execute("SELECT * FROM read_parquet(?)", [paths["parquet"]])
        assert [one[0] for one in by_duckdb.description] == names
        assert by_duckdb.fetchall() == rows
        by_pandas = pandas.read_parquet(paths["parquet"], dtype_backend="pyarrow")
        assert list(by_pandas.columns) == names
        assert [tuple(row.values()) for row in _rows(by_pandas)] == rows
        cells = [
            tuple(_in_csv(value, column) for value, column in zip(row, table.columns, strict=True))
            for row in rows
        ]
        marked += sum(cell is not None and cell.startswith("'") for row in cells for cell in row)
        query = "SELECT * FROM read_csv(?, header=true, all_varchar=true, delim=',', quote='\"', escape='\"', max_line_size=10000000)"
        by_duckdb = connection.execute(query, [paths["csv"]])
        assert [one[0] for one in by_duckdb.description] == names
        empty_is_null = [tuple(cell or None for cell in row) for row in cells]
        assert [tuple(cell or None for cell in row) for row in by_duckdb.fetchall()] == empty_is_null
        by_pandas = pandas.read_csv(paths["csv"], dtype=str, keep_default_na=False)
        assert list(by_pandas.columns) == names
        assert [tuple(cell or None for cell in row.values()) for row in _rows(by_pandas)] == empty_is_null
    assert marked > 10 or dataset.name != "invented"


def _rows(frame: object) -> list[dict[str, Value]]:
    """Return the rows of a pandas frame in plain values."""
    records = frame.to_dict("records")  # type: ignore[attr-defined]  # a library that may be missing
    return [{name: _plain(value) for name, value in row.items()} for row in records]


def _plain(value: object) -> Value:
    if isinstance(value, str):
        return value
    if hasattr(value, "tolist"):
        value = value.tolist()
    return None if value is pandas.NA else value  # type: ignore[return-value]  # plain by now
