"""mlcroissant loads each record set of the dataset, and its records are the rows of the tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pincite.dataset.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.model.json_value import Json

pq = pytest.importorskip("pyarrow.parquet")
mlcroissant = pytest.importorskip("mlcroissant")
# rdflib, with which it reads JSON-LD, and pandas
pytestmark = [
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The inplace keyword"),
]


def test_each_record_set_has_what_it_is_made_of(dataset: Path) -> None:
    loaded = mlcroissant.Dataset(str(dataset / "croissant.json"))
    assert not loaded.metadata.ctx.issues.errors
    for table in TABLES:
        assert _records(loaded, table.name) == pq.read_table(_path(dataset, table.name)).to_pylist()
    assert _records(loaded, "documents") == [
        {
            "id": one["id"],
            "title": one["article"]["title"],
            "text": one["article"].get("text", {}).get("content"),
        }
        for one in map(json.loads, (dataset / "documents.jsonl").read_bytes().splitlines())
    ]


def test_all_tables_have_record_sets_with_their_keys(dataset: Path) -> None:
    described = json.loads((dataset / "croissant.json").read_bytes())
    found = {one["@id"]: {field["name"] for field in one["field"]} for one in described["recordSet"]}
    expected = {table.name: {column.name for column in table.columns} for table in TABLES}
    assert {name: found[name] for name in expected} == expected
    repeated = {
        field["@id"] for one in described["recordSet"] for field in one["field"] if field.get("repeated")
    }
    assert repeated == {
        f"{table.name}/{column.name}"
        for table in TABLES
        for column in table.columns
        if column.type == "strings"
    }
    references = {
        field["@id"]: field["references"]["field"]["@id"]
        for one in described["recordSet"]
        for field in one["field"]
        if "references" in field
    }
    assert references["quotations/article"] == "articles/id"
    assert references["citations/source"] == "sources/id"


def test_a_changed_word_is_seen(spoilt: Path) -> None:
    path = spoilt / "documents.jsonl"
    path.write_bytes(path.read_bytes().replace(b"harbour", b"Harbour"))
    loaded = mlcroissant.Dataset(str(spoilt / "croissant.json"))
    with pytest.raises(mlcroissant.GenerationError) as found:
        list(loaded.records("documents"))
    assert "Hash of downloaded file" in str(found.value.__cause__)


def _records(loaded: object, name: str) -> list[dict[str, Json]]:
    """Return records under the names of their columns; texts come as bytes."""
    records = loaded.records(name)  # type: ignore[attr-defined]  # the library has no types here
    return [{field.partition("/")[2]: _plain(value) for field, value in one.items()} for one in records]


def _plain(value: object) -> Json:
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value  # type: ignore[return-value]  # plain otherwise


def _path(folder: Path, table: str) -> Path:
    return folder / "tables" / f"{table}.parquet"
